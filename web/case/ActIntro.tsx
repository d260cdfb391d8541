import type { RecordedCaseEvent } from '#domain/case/events.ts'
import { factsOf } from '#domain/case/facts-of-case.ts'
import { ceilingOf } from '#domain/case/money-of-case.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

import { useText } from '../i18n.ts'
import { formatDay } from '../locale.ts'
import { eventText } from '../readable.ts'
import { Amount } from '../ui/Amount.tsx'
import { BudgetLeft, budgetFor, useBudgets } from './BudgetLeft.tsx'
import { EditionMove } from './EditionMove.tsx'
import { Aids, Eligibility } from './Eligibility.tsx'
import { Conditions } from './MoneyTab.tsx'
import { ShorterDaysAhead } from './OfficeHours.tsx'
import { DocumentLink } from './ProjectTab.tsx'
import { Comma, Pairs, Words } from './Section.tsx'
import { AskIntro } from './signatures/AskIntro.tsx'
import type { CaseView } from './view.ts'

type ActIntroProps = {
  readonly view: CaseView
  readonly command: string
  readonly given: Readonly<Record<string, string>>
  /** The recorded events, where the act is about one of them. */
  readonly history?: readonly RecordedCaseEvent[] | undefined
  /** The other edition, where the act names one. */
  readonly target?: RunningEdition | undefined
}

/** What one needs in view to do this act well: what it is about, and what the rules say. */
export function ActIntro({ view, command, given, history, target }: ActIntroProps) {
  const about = aboutIn(view, given, history)
  const facts = <Shown view={view} command={command} given={given} target={target} />
  return (
    <div className="mb-8 grid gap-5 empty:hidden">
      {about !== undefined && <p className="border-s-3 border-river ps-3 text-lead">{about}</p>}
      {facts}
    </div>
  )
}

function Shown({ view, command, given, target }: ActIntroProps) {
  const { file, circumstances, words, begin } = view
  const { running } = circumstances
  const state = file.answer.case
  switch (command) {
    case 'give-verdict':
      return (
        <Eligibility
          running={running}
          facts={factsOf(state, running)}
          open
          onMissing={() => begin({ command: 'record-facts' })}
        />
      )
    case 'ask-signatures':
      return <AskIntro view={view} of={given['document']} />
    case 'choose-aid':
      return <Aids running={running} state={state} />
    case 'record-feasibility':
    case 'submit-plan':
    case 'grant-award': {
      const ceiling = ceilingOf(state, running)
      return (
        <>
          {given['project'] !== undefined && <VersionInView view={view} of={given['project']} />}
          {ceiling && (
            <p>
              {words.text('case.ceiling')}{' '}
              <Amount value={{ amount: ceiling.amount, currency: running.scheme.currency }} strong />
            </p>
          )}
          {command === 'grant-award' && <Budget scheme={state.scheme} aid={state.aid} />}
        </>
      )
    }
    case 'request-tranche':
    case 'release-tranche':
    case 'return-tranche':
    case 'record-payment':
      return given['tranche'] === undefined ? null : <TrancheInView view={view} of={given['tranche']} />
    case 'resolve-difficulty':
      return (
        <Words of={state.difficulties.find(({ difficulty }) => difficulty === given['difficulty'])?.text} view={view} />
      )
    case 'approve-idea':
    case 'return-idea':
      return state.idea && <Words of={state.idea.text} view={view} />
    case 'plan-appointment':
      return <ShorterDaysAhead calendar={circumstances.calendar} today={circumstances.today} />
    case 'move-edition':
      return target ? <EditionMove view={view} target={target} /> : null
    default:
      return null
  }
}

/** What is left of the budget that the award would count against. */
function Budget({ scheme, aid }: { scheme: string; aid: string | null }) {
  const text = useText()
  const budget = budgetFor(useBudgets(scheme), aid)
  return (
    budget && (
      <p>
        {text('ui.budget-left')} <BudgetLeft budget={budget} />
      </p>
    )
  )
}

/** The saved version that the study or the plan is made from: what it costs, and what it asks for. */
function VersionInView({ view, of }: { view: CaseView; of: string }) {
  const { words, file } = view
  const { text } = words
  const version = file.answer.case.projects?.find(({ project }) => project === of)
  if (!version) return null
  const { number, on, figures, currency } = version
  return (
    <div>
      <p className="font-strong">{text('case.project-version', { number, on: formatDay(on, text.locale) })}</p>
      <p className="text-ink-soft">
        {text('case.cost')} <Amount value={{ amount: figures.cost, currency }} />
        <Comma />
        {text('case.own-contribution')} <Amount value={{ amount: figures.ownContribution, currency }} />
        <Comma />
        {text('case.requested-amount')} <Amount value={{ amount: figures.requested, currency }} strong />
      </p>
    </div>
  )
}

/** The money at hand: how much, to whom, on which conditions, and the papers that prove them. */
function TrancheInView({ view, of }: { view: CaseView; of: string }) {
  const { file, words, circumstances } = view
  const { text } = words
  const tranche = file.answer.case.award?.tranches.find((each) => each.tranche === of)
  if (!tranche) return null
  const { currency } = circumstances.running.scheme
  const { payee } = tranche
  return (
    <>
      <Pairs
        pairs={[
          { name: text('case.amount'), value: <Amount value={{ amount: tranche.amount, currency }} strong /> },
          payee !== null && {
            name: text('case.payee-name'),
            value: text.maybe(`field.request-tranche.payee.option.${payee}`) ?? payee,
          },
        ]}
      />
      <Conditions view={view} tranche={of} />
      {tranche.evidence.length > 0 && (
        <div>
          <p className="text-small text-ink-soft">{text('case.evidence')}</p>
          <ul>
            {tranche.evidence.map((id) => (
              <li key={id}>
                <DocumentLink id={id} view={view} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

/** What the address says the act is about, in words. */
export function aboutIn(
  { words, file }: CaseView,
  given: Readonly<Record<string, string>>,
  history: readonly RecordedCaseEvent[] = [],
): string | undefined {
  const { step, tranche, difficulty, purpose, paper, report, edition, event } = given
  const told = history.find(({ version }) => String(version) === event)
  if (told !== undefined) return eventText(words.text, { ...told, who: told.actor }, words.names)
  if (step !== undefined) return words.step(step)
  if (tranche !== undefined) return words.tranche(tranche)
  if (purpose !== undefined) return words.consent(purpose)
  if (paper !== undefined) return words.paper(paper)
  if (edition !== undefined) return words.text('case.edition-from', { edition, from: file.answer.case.edition })
  if (report !== undefined) return words.text(report === 'final' ? 'case.report-final' : 'case.report-interim')
  if (difficulty === undefined) return undefined
  const about = file.answer.case.difficulties.find((each) => each.difficulty === difficulty)?.about ?? 'other'
  return words.text.maybe(`field.raise-difficulty.about.option.${about}`) ?? words.text('case.difficulty')
}
