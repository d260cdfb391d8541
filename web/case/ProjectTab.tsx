import { monitoringPeriod } from '#domain/case/monitoring.ts'

import { Amount } from '../ui/Amount.tsx'
import { Day } from '../ui/Day.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Budget } from './Budget.tsx'
import { WorkshopDoor } from './WorkshopDoor.tsx'
import { Colon, Comma, Pairs, Section, Words } from './Section.tsx'
import type { CaseView } from './view.ts'

/** What the person wants to do, with whose help, whether it can live, what it costs, what was decided. */
export function ProjectTab({ view }: { view: CaseView }) {
  const { file, words, circumstances } = view
  const { text } = words
  const state = file.answer.case
  const period = monitoringPeriod(state, circumstances.running)
  return (
    <div className="grid gap-8">
      <Section title={text('case.aid')} view={view} acts={[{ command: 'choose-aid' }]}>
        {state.aid === null ? (
          <p className="text-ink-soft">{text('case.aid-empty')}</p>
        ) : (
          <p className="font-strong">{words.aid(state.aid)}</p>
        )}
        {state.travel && <Journey view={view} />}
        {period && (
          <p className="mt-2 text-ink-soft">
            {text('case.monitored')} <Day value={period.from} /> {text('case.until')} <Day value={period.until} />
          </p>
        )}
      </Section>
      <Operator view={view} />
      <Idea view={view} />
      <WorkshopDoor view={view} />
      <Section title={text('case.feasibility')} view={view} acts={[{ command: 'record-feasibility' }]}>
        {state.feasibility === null ? (
          <p className="text-ink-soft">{text('case.feasibility-empty')}</p>
        ) : (
          <Budget study={state.feasibility} view={view} />
        )}
      </Section>
      <Plan view={view} />
      <Decisions view={view} />
      <Trainings view={view} />
    </div>
  )
}

function Journey({ view }: { view: CaseView }) {
  const { words, file } = view
  const { text } = words
  const { travel, marks } = file.answer.case
  if (travel === null) return null
  const { departure } = marks
  return (
    <div className="mt-3">
      <Pairs
        pairs={[
          {
            name: text(departure === undefined ? 'case.departure-planned' : 'case.departure'),
            value: <Day value={departure ?? travel.departsOn} />,
          },
          { name: text('case.journey-from'), value: words.words(travel.from) },
          { name: text('case.journey-to'), value: words.words(travel.to) },
          {
            name: text('case.travellers'),
            value: new Intl.ListFormat(text.locale).format(travel.travellers.map(words.person)),
          },
        ]}
      />
    </div>
  )
}

function Operator({ view }: { view: CaseView }) {
  const { words, file } = view
  const { text } = words
  const { operator, operatorsRefused } = file.answer.case
  const acts = ['designate-operator', 'accept-designation', 'refuse-designation'].map((command) => ({ command }))
  return (
    <Section title={text('case.operator')} view={view} acts={acts}>
      {operator === null ? (
        <p className="text-ink-soft">{text('case.operator-empty')}</p>
      ) : (
        <div className="grid gap-1">
          <p>
            <span className="font-strong">{words.office(operator.office)}</span>{' '}
            <span className="text-ink-soft">
              {text(operator.accepted ? 'case.operator-accepted' : 'case.operator-asked')}{' '}
              <Day value={operator.since} />
            </span>
          </p>
          {operator.proposal && (
            <p className="text-small text-ink-soft">
              {text('case.operator-proposed', {
                rank: operator.proposal.rank,
                of: operator.proposal.of,
                score: operator.proposal.score,
              })}
            </p>
          )}
          <Words of={operator.reason} view={view} />
        </div>
      )}
      {operatorsRefused.length > 0 && (
        <ul className="mt-3 grid gap-2 text-ink-soft">
          {operatorsRefused.map(({ office, reason, on }) => (
            <li key={`${office} ${on}`}>
              {text('case.operator-refused', { office: words.office(office) })} <Day value={on} form="short" />
              <Words of={reason} view={view} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Idea({ view }: { view: CaseView }) {
  const { words, file } = view
  const { text } = words
  const { idea } = file.answer.case
  const acts = ['submit-idea', 'approve-idea', 'return-idea'].map((command) => ({ command }))
  return (
    <Section title={text('case.idea')} view={view} acts={acts}>
      {idea === null ? (
        <p className="text-ink-soft">{text('case.idea-empty')}</p>
      ) : (
        <div className="grid gap-1">
          <p>
            <span className="font-strong">{words.sector(idea.activity)}</span>{' '}
            <span className="text-ink-soft">{text(`case.idea-${idea.state}`)}</span>
          </p>
          <Words of={idea.text} view={view} />
        </div>
      )}
    </Section>
  )
}

function Plan({ view }: { view: CaseView }) {
  const { words, file, circumstances } = view
  const { text } = words
  const { plan, submission } = file.answer.case
  const { currency } = circumstances.running.scheme
  const acts = ['submit-plan', 'submit-to-committee'].map((command) => ({ command }))
  return (
    <Section title={text('case.plan')} view={view} acts={acts}>
      {plan === null ? (
        <p className="text-ink-soft">{text('case.plan-empty')}</p>
      ) : (
        <div className="grid gap-2">
          <p>
            {text('case.requested')} <Amount value={{ amount: plan.requested, currency }} strong />
            <Comma />
            <Day value={plan.on} />
          </p>
          <Words of={plan.text} view={view} />
          {plan.document !== null && <DocumentLink id={plan.document} view={view} />}
        </div>
      )}
      {submission && (
        <p className="mt-2 text-ink-soft">
          {text('case.with-committee')} <Day value={submission.on} />
        </p>
      )}
    </Section>
  )
}

/** A paper by its own name; it opens in a new window, and the opening is recorded. */
export function DocumentLink({ id, view }: { id: string; view: CaseView }) {
  const { words, file } = view
  const kept = file.answer.case.documents.find(({ document }) => document === id)
  const title = words.words(kept?.title) ?? words.paper(kept?.paper ?? '')
  return (
    <a href={`/api/documents/${id}`} target="_blank" rel="noreferrer">
      {title}
    </a>
  )
}

function Decisions({ view }: { view: CaseView }) {
  const { words, file, circumstances } = view
  const { text } = words
  const { decisions, award } = file.answer.case
  const { currency } = circumstances.running.scheme
  const acts = ['record-decision', 'grant-award'].map((command) => ({ command }))
  const granted = award !== null && decisions.every(({ amount }) => amount === null)
  if (decisions.length === 0 && !granted) {
    return (
      <Section title={text('case.decisions')} view={view} acts={acts}>
        <EmptyState title={text('case.decisions-empty')}>{text('case.decisions-empty-help')}</EmptyState>
      </Section>
    )
  }
  return (
    <Section title={text('case.decisions')} view={view} acts={acts}>
      <ul className="grid gap-5">
        {granted && (
          <li>
            {text('case.granted')} <Amount value={{ amount: award.amount, currency }} strong />
            <Comma />
            <Day value={award.on} />
          </li>
        )}
        {decisions.toReversed().map((decision) => (
          <li key={`${decision.sitting} ${decision.on}`} className="grid gap-1">
            <p>
              <Day value={decision.on} />
              <Colon />
              <span className="font-strong">
                {text.maybe(`field.record-decision.outcome.option.${decision.outcome}`) ?? decision.outcome}
              </span>
              {decision.amount !== null && (
                <>
                  {' '}
                  <Amount value={{ amount: decision.amount, currency }} strong />
                </>
              )}
            </p>
            {decision.conditions.map((condition) => (
              <div key={condition}>
                <p className="text-small text-ink-soft">{text('case.condition')}</p>
                <Words of={condition} view={view} />
              </div>
            ))}
            <Words of={decision.text} view={view} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Trainings({ view }: { view: CaseView }) {
  const { words, file } = view
  const { text } = words
  const { trainings } = file.answer.case
  return (
    <Section title={text('case.trainings')} view={view} acts={[{ command: 'record-training' }]}>
      {trainings.length === 0 ? (
        <p className="text-ink-soft">{text('case.trainings-empty')}</p>
      ) : (
        <ul className="grid gap-3">
          {trainings.map(({ title, on, days, attended }) => (
            <li key={`${title} ${on}`}>
              <Words of={title} view={view} />
              <p className="text-ink-soft">
                <Day value={on} />
                <Comma />
                {text('case.attended', { attended, days })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
