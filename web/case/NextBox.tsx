import { findStep } from '#domain/scheme/journey.ts'

import { Button } from '../ui/Button.tsx'
import { Day, Distance } from '../ui/Day.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Why, type WhyReason } from '../ui/Why.tsx'
import { owedOn, type Owed } from './next.ts'
import { Comma } from './Section.tsx'
import type { CaseView } from './view.ts'
import { WorkshopLink } from './WorkshopDoor.tsx'

const shownBeside = 4

/** What now: the one obvious act, or who owes the next one and since when; under it, what else is owed. */
export function NextBox({ view }: { view: CaseView }) {
  const { file, attempts, circumstances, words } = view
  const { text } = words
  const owed = owedOn(file.answer.case, attempts, circumstances)
  const [first, ...others] = owed
  if (first === undefined) return <Nothing view={view} />
  // What has its time still to come is on the sides of the case; here it would only weigh.
  const now = others.filter(({ isAhead }) => !isAhead)
  const also = now.slice(0, shownBeside)
  return (
    <section aria-label={text('case.next')} className="rounded bg-sand-soft px-5 py-5 sm:px-6" data-print="together">
      <First owed={first} view={view} />
      {also.length > 0 && (
        <div className="mt-5 border-t border-line pt-4">
          <h3 className="text-small font-normal text-ink-soft">{text('case.also-owed')}</h3>
          <ul className="mt-2 grid gap-x-8 gap-y-2 sm:grid-cols-2">
            {also.map((each) => (
              <li key={each.obligation.key} className="min-w-0">
                <Also owed={each} view={view} />
              </li>
            ))}
          </ul>
          {now.length > also.length && (
            <p className="mt-2 text-small text-ink-soft">
              {text('case.and-more', { count: now.length - also.length })}
            </p>
          )}
        </div>
      )}
    </section>
  )
}

function First({ owed, view }: { owed: Owed; view: CaseView }) {
  const { words, begin } = view
  const { text } = words
  const { obligation, ways } = owed
  const [obvious, ...other] = ways
  const help = helpOf(owed, view)
  return (
    <>
      <p className="text-small text-ink-soft">{text(ways.length > 0 ? 'case.next-yours' : 'case.next-theirs')}</p>
      <div className="mt-0.5">
        <Why reasons={reasonsOf(owed, view)} ask={text('case.why-now')}>
          <h2 className="text-title">{words.obligation(obligation)}</h2>
        </Why>
      </div>
      <p className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
        <Owes owed={owed} view={view} />
        <Due owed={owed} view={view} />
      </p>
      {help !== undefined && <p className="mt-2 max-w-prose text-ink-soft">{help}</p>}
      {obvious && (
        <div className="mt-4 flex flex-wrap gap-3" data-print="no">
          <Button kind="main" onPress={() => begin(obvious)}>
            {text.maybe(`command.${obvious.command}.title`) ?? obvious.command}
          </Button>
          {ofProject.has(obvious.command) && <WorkshopLink view={view} />}
          {other.map((act) => (
            <Button key={act.command} onPress={() => begin(act)}>
              {text.maybe(`command.${act.command}.title`) ?? act.command}
            </Button>
          ))}
        </div>
      )}
    </>
  )
}

/** A study and a plan are made from a project that was worked out: the way there stands beside them. */
const ofProject: ReadonlySet<string> = new Set(['record-feasibility', 'submit-plan'])

function Also({ owed, view }: { owed: Owed; view: CaseView }) {
  const { words, begin } = view
  const [way] = owed.ways
  const title = words.obligation(owed.obligation)
  return (
    <>
      {way ? (
        <button
          type="button"
          onClick={() => begin(way)}
          className="text-start text-river underline decoration-1 underline-offset-4 hover:text-river-deep hover:decoration-2"
        >
          {title}
        </button>
      ) : (
        <span>{title}</span>
      )}
      <span className="flex flex-wrap gap-x-3 text-small text-ink-soft">
        <Owes owed={owed} view={view} />
        <Due owed={owed} view={view} />
      </span>
    </>
  )
}

/** Who owes it: this seat, or a role at an office. */
function Owes({ owed, view }: { owed: Owed; view: CaseView }) {
  const { words } = view
  const { text } = words
  const { role, office } = owed.obligation
  if (owed.isMine) return <span>{text('case.owed-by-you')}</span>
  const who = text(`role.${role}`)
  return (
    <span>
      {office === null
        ? text('case.owed-by-role', { role: who })
        : text('case.owed-by', { role: who, office: words.office(office) })}
    </span>
  )
}

function Due({ owed, view }: { owed: Owed; view: CaseView }) {
  const { text } = view.words
  const { today } = view.circumstances
  const { dueOn, opensOn } = owed.obligation
  if (owed.isLate && dueOn !== null) {
    return (
      <span className="text-clay-deep">
        {text('case.late-since')} <Day value={dueOn} /> (<Distance value={dueOn} today={today} />)
      </span>
    )
  }
  if (owed.isAhead && opensOn !== null) {
    return (
      <span>
        {text('case.from')} <Day value={opensOn} />
      </span>
    )
  }
  if (dueOn !== null) {
    return (
      <span>
        {text('case.due')} <Day value={dueOn} /> (<Distance value={dueOn} today={today} />)
      </span>
    )
  }
  if (opensOn === null) return null
  return (
    <span>
      {text('case.since')} <Day value={opensOn} />
    </span>
  )
}

function helpOf({ obligation }: Owed, { words, circumstances }: CaseView): string | undefined {
  const { edition } = circumstances.running
  const step = obligation.step === null ? undefined : findStep(edition, obligation.step)?.step
  return obligation.kind === 'step' && step?.help ? words.titled(step.help) : undefined
}

/** The rule behind it: what it follows on, its time limit, and where that is written. */
function reasonsOf({ obligation }: Owed, { words, circumstances, file }: CaseView): readonly WhyReason[] {
  const { text } = words
  const { edition } = circumstances.running
  const step = obligation.step === null ? undefined : findStep(edition, obligation.step)?.step
  const source = words.source(obligation.source)
  const deadline = obligation.kind === 'step' ? step?.deadline : undefined
  if (deadline === undefined) {
    return source === undefined ? [] : [{ id: 'rule', rule: text('case.rule-plan'), source }]
  }
  const { done, marks } = file.answer.case
  const start = done[deadline.after] ?? marks[deadline.after]
  const after = text.maybe(`case.mark-${deadline.after}`) ?? words.step(deadline.after)
  const limit = text('case.rule-deadline', { within: deadline.within, unit: deadline.unit, after })
  return [
    {
      id: 'deadline',
      rule: limit,
      source,
      facts: [{ name: after, known: start === undefined ? 'unknown' : 'known', value: start && <Day value={start} /> }],
    },
  ]
}

/** Nothing is owed: the case is closed, or the road has been walked. */
function Nothing({ view }: { view: CaseView }) {
  const { words, file } = view
  const { text } = words
  const { closure } = file.answer.case
  return (
    <Notice kind="settled" title={text(closure ? 'case.closed' : 'case.nothing-owed')}>
      {closure ? (
        <>
          {words.closure(closure.reason)}
          <Comma />
          <Day value={closure.on} />
        </>
      ) : (
        text('case.nothing-owed-help')
      )}
    </Notice>
  )
}
