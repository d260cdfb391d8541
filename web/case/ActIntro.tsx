import type { RecordedCaseEvent } from '#domain/case/events.ts'
import { factsOf } from '#domain/case/facts-of-case.ts'
import { ceilingOf } from '#domain/case/money-of-case.ts'

import { eventText } from '../readable.ts'
import { Amount } from '../ui/Amount.tsx'
import { Aids, Eligibility } from './Eligibility.tsx'
import { Conditions } from './MoneyTab.tsx'
import type { CaseView } from './view.ts'

type ActIntroProps = {
  readonly view: CaseView
  readonly command: string
  readonly given: Readonly<Record<string, string>>
  /** The recorded events, where the act is about one of them. */
  readonly history?: readonly RecordedCaseEvent[] | undefined
}

/** What one needs in view to do this act well: what it is about, and what the rules say. */
export function ActIntro({ view, command, given, history }: ActIntroProps) {
  const about = aboutIn(view, given, history)
  const facts = <Shown view={view} command={command} given={given} />
  return (
    <div className="mb-8 grid gap-5 empty:hidden">
      {about !== undefined && <p className="border-s-3 border-river ps-3 text-lead">{about}</p>}
      {facts}
    </div>
  )
}

function Shown({ view, command, given }: ActIntroProps) {
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
    case 'choose-aid':
      return <Aids running={running} state={state} />
    case 'record-feasibility':
    case 'submit-plan':
    case 'grant-award': {
      const ceiling = ceilingOf(state, running)
      return ceiling ? (
        <p>
          {words.text('case.ceiling')}{' '}
          <Amount value={{ amount: ceiling.amount, currency: running.scheme.currency }} strong />
        </p>
      ) : null
    }
    case 'request-tranche':
    case 'release-tranche':
      return given['tranche'] === undefined ? null : <Conditions view={view} tranche={given['tranche']} />
    default:
      return null
  }
}

/** What the address says the act is about, in words. */
function aboutIn(
  { words }: CaseView,
  given: Readonly<Record<string, string>>,
  history: readonly RecordedCaseEvent[] = [],
): string | undefined {
  const { step, tranche, difficulty, purpose, paper, report, event } = given
  const told = history.find(({ version }) => String(version) === event)
  if (told !== undefined) return eventText(words.text, { ...told, who: told.actor }, words.names)
  if (step !== undefined) return words.step(step)
  if (tranche !== undefined) return words.tranche(tranche)
  if (purpose !== undefined) return words.consent(purpose)
  if (paper !== undefined) return words.paper(paper)
  if (report !== undefined) return words.text(report === 'final' ? 'case.report-final' : 'case.report-interim')
  return difficulty === undefined ? undefined : words.text('case.difficulty')
}
