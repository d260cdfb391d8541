import { visitPlan } from '#domain/case/monitoring.ts'
import type { CaseState } from '#domain/case/state.ts'

import { Amount } from '../ui/Amount.tsx'
import { Day, Distance } from '../ui/Day.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { RoadMark } from '../ui/RoadMark.tsx'
import { allowed } from './acts.ts'
import { DocumentLink } from './ProjectTab.tsx'
import { ActButtons, Colon, Comma, Section, Words } from './Section.tsx'
import type { CaseView } from './view.ts'

type Visit = CaseState['visits'][number]

/** The year of visits: what the plan foresees, what was found, what stands in the way, what was reported. */
export function VisitsTab({ view }: { view: CaseView }) {
  const { file, words, circumstances } = view
  const { text } = words
  const state = file.answer.case
  const plan = visitPlan(state, circumstances.running)
  const beside = state.visits.filter(({ number }) => number === null || !plan.some((each) => each.number === number))
  return (
    <div className="grid gap-8">
      <Section
        title={text('case.visits')}
        view={view}
        acts={[{ command: 'record-visit' }, { command: 'renew-monitoring' }]}
      >
        {plan.length === 0 && beside.length === 0 ? (
          <EmptyState title={text('case.visits-empty')}>{text('case.visits-empty-help')}</EmptyState>
        ) : (
          <ol className="grid gap-5">
            {plan.map((planned) => (
              <Planned
                key={planned.number}
                planned={planned}
                visit={state.visits.find(({ number }) => number === planned.number)}
                view={view}
              />
            ))}
            {beside.toReversed().map((visit) => (
              <li key={visit.visit} className="flex items-start gap-3">
                <RoadMark state={visit.finding === 'not-met' ? 'skipped' : 'done'} className="mt-0.5 size-5" />
                <Found visit={visit} view={view} />
              </li>
            ))}
          </ol>
        )}
      </Section>
      <Difficulties view={view} />
      <Reports view={view} />
    </div>
  )
}

type PlannedProps = {
  readonly planned: ReturnType<typeof visitPlan>[number]
  readonly visit: Visit | undefined
  readonly view: CaseView
}

function Planned({ planned, visit, view }: PlannedProps) {
  const { text } = view.words
  const { today } = view.circumstances
  const isLate = planned.on < today
  const isOpen = planned.opensOn <= today
  const state = visit ? 'done' : isLate ? 'late' : isOpen ? 'now' : 'ahead'
  return (
    <li className="flex items-start gap-3">
      <RoadMark state={state} className="mt-0.5 size-5" />
      <div className="min-w-0">
        <p className="font-strong">{text('case.visit', { number: planned.number })}</p>
        {visit ? (
          <Found visit={visit} view={view} />
        ) : (
          <p className={isLate ? 'text-clay-deep' : 'text-ink-soft'}>
            {text(isLate ? 'case.late-since' : 'case.due')} <Day value={planned.on} /> (
            <Distance value={planned.on} today={today} />)
          </p>
        )}
      </div>
    </li>
  )
}

function Found({ visit, view }: { visit: Visit; view: CaseView }) {
  const { words, circumstances } = view
  const { text } = words
  const { currency } = circumstances.running.scheme
  return (
    <div className="grid min-w-0 gap-1">
      <p>
        <Day value={visit.on} />
        <Colon />
        {text.maybe(`field.record-visit.finding.option.${visit.finding}`) ?? visit.finding}
      </p>
      <p className="text-small text-ink-soft">
        {words.office(visit.byOffice)}
        {visit.income !== null && (
          <>
            <Comma />
            {text('case.income')} <Amount value={{ amount: visit.income, currency }} />
          </>
        )}
      </p>
      <Words of={visit.text} view={view} />
      {visit.documents.map((id) => (
        <DocumentLink key={id} id={id} view={view} />
      ))}
    </div>
  )
}

function Difficulties({ view }: { view: CaseView }) {
  const { words, file, attempts, begin } = view
  const { text } = words
  const { difficulties } = file.answer.case
  const open = difficulties.toSorted(
    (one, other) => Number(one.resolvedOn !== null) - Number(other.resolvedOn !== null),
  )
  return (
    <Section title={text('case.difficulties')} view={view} acts={[{ command: 'raise-difficulty' }]}>
      {open.length === 0 ? (
        <p className="text-ink-soft">{text('case.difficulties-empty')}</p>
      ) : (
        <ul className="grid gap-4">
          {open.map(({ difficulty, about, text: reference, on, resolvedOn }) => (
            <li key={difficulty} className="flex items-start gap-3">
              <RoadMark state={resolvedOn === null ? 'now' : 'done'} className="mt-0.5 size-5" />
              <div className="grid min-w-0 gap-1">
                <p>
                  <span className="font-strong">
                    {text.maybe(`field.raise-difficulty.about.option.${about}`) ?? about}
                  </span>
                  <Comma />
                  <Day value={on} />
                </p>
                <Words of={reference} view={view} />
                {resolvedOn === null ? (
                  allowed('resolve-difficulty', attempts) && (
                    <button
                      type="button"
                      onClick={() => begin({ command: 'resolve-difficulty', of: difficulty })}
                      className="touch w-fit text-river underline underline-offset-4"
                      data-print="no"
                    >
                      {text.maybe('command.resolve-difficulty.title')}
                    </button>
                  )
                ) : (
                  <p className="text-ink-soft">
                    {text('case.resolved')} <Day value={resolvedOn} />
                  </p>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Reports({ view }: { view: CaseView }) {
  const { words, file, circumstances } = view
  const { text } = words
  const { reports } = file.answer.case
  const asked = circumstances.running.edition.monitoring?.reports ?? []
  if (asked.length === 0 && reports.length === 0) return null
  return (
    <Section title={text('case.reports')}>
      <ul className="grid gap-4">
        {asked.map(({ report, title }) => {
          const made = reports.find((each) => each.report === report)
          return (
            <li key={report} className="flex items-start gap-3">
              <RoadMark state={made ? 'done' : 'ahead'} className="mt-0.5 size-5" />
              <div className="grid min-w-0 gap-1">
                <p className="font-strong">{words.titled(title)}</p>
                {made ? (
                  <>
                    <p className="text-ink-soft">
                      <Day value={made.on} />
                    </p>
                    <Words of={made.text} view={view} />
                    {made.documents.map((id) => (
                      <DocumentLink key={id} id={id} view={view} />
                    ))}
                  </>
                ) : (
                  <ActButtons acts={[{ command: 'submit-report', of: report }]} view={view} />
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
