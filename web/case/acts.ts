import { choicesOf } from '#domain/case/choices.ts'
import { caseCommands } from '#domain/case/commands/index.ts'
import { refusalForStep, stepsOfKind, type CaseCommand } from '#domain/case/decide.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { Circumstances } from '#domain/command.ts'
import type { Refusal } from '#domain/outcome.ts'

/** One thing this seat can do now: a command and, where it acts on one of several, which one. */
export type Act = {
  readonly command: string
  /** The step, tranche, difficulty, report, purpose, paper or event it is about. */
  readonly of?: string | undefined
}

/** Which input of a command says what it is about. The address names it; the form then does not ask again. */
const aboutField: Readonly<Record<string, string>> = {
  'ask-signatures': 'document',
  'cancel-signatures': 'request',
  'decline-signature': 'request',
  'attach-document': 'paper',
  'complete-step': 'step',
  'correct-event': 'event',
  'link-person': 'known',
  'move-edition': 'edition',
  'record-assessment': 'step',
  'record-consent': 'purpose',
  'record-feasibility': 'project',
  'record-payment': 'tranche',
  'record-session': 'session',
  'release-tranche': 'tranche',
  'request-tranche': 'tranche',
  'resolve-difficulty': 'difficulty',
  'return-tranche': 'tranche',
  'submit-plan': 'project',
  'submit-report': 'report',
  'unlink-person': 'known',
}

export function fieldOf(command: string): string | undefined {
  return aboutField[command]
}

/** The inputs that an act fixes already. */
export function givenBy({ command, of }: Act): Readonly<Record<string, string>> {
  const field = aboutField[command]
  return field === undefined || of === undefined ? {} : { [field]: of }
}

/** The parts into which a menu of acts is divided, in this order. */
export const actGroups = ['road', 'person', 'project', 'money', 'follow', 'end'] as const
export type ActGroup = (typeof actGroups)[number]

const groupOf: Readonly<Record<string, ActGroup>> = {
  'add-member': 'person',
  'link-person': 'person',
  'unlink-person': 'person',
  'enrol-participants': 'person',
  'record-consent': 'person',
  'record-facts': 'person',
  'attach-document': 'person',
  'add-note': 'person',
  'plan-appointment': 'person',
  'submit-idea': 'project',
  'approve-idea': 'project',
  'return-idea': 'project',
  'save-project': 'project',
  'record-price': 'project',
  'record-feasibility': 'project',
  'submit-plan': 'project',
  'submit-to-committee': 'project',
  'recall-file': 'project',
  'record-training': 'project',
  'record-session': 'project',
  'record-completion': 'project',
  'grant-award': 'money',
  'record-decision': 'money',
  'sign-commitment': 'money',
  'ask-signatures': 'money',
  'request-tranche': 'money',
  'release-tranche': 'money',
  'return-tranche': 'money',
  'record-payment': 'money',
  'record-visit': 'follow',
  'raise-difficulty': 'follow',
  'resolve-difficulty': 'follow',
  'submit-report': 'follow',
  'renew-monitoring': 'follow',
  withdraw: 'end',
  'record-remigration': 'end',
  'close-case': 'end',
  'reopen-case': 'end',
  'move-edition': 'end',
  'correct-event': 'end',
}

export function groupOfAct(command: string): ActGroup {
  return groupOf[command] ?? 'road'
}

export type Attempts = ReadonlyMap<string, Refusal | undefined>

/** A command that is in the table and not refused now. */
export function allowed(name: string, attempts: Attempts): boolean {
  return attempts.has(name) && attempts.get(name) === undefined
}

/**
 * Everything this seat may do on this case now. A command that acts on one of several stands once for each of them: the
 * steps it can fulfil, the tranches that are as far, the difficulties that are open.
 */
export function possibleActs(attempts: Attempts, state: CaseState, circumstances: Circumstances): readonly Act[] {
  return Object.values(caseCommands)
    .filter(({ name, kind }) => kind === 'acts' && allowed(name, attempts))
    .flatMap((command): readonly Act[] => {
      const about = aboutNow(command, state, circumstances)
      return about ? about.map((of) => ({ command: command.name, of })) : [{ command: command.name }]
    })
}

/** What a command can be about now; undefined where the form asks. */
function aboutNow(command: CaseCommand, state: CaseState, circumstances: Circumstances): readonly string[] | undefined {
  const tranches = state.award?.tranches ?? []
  const tranchesIn = (...states: readonly string[]) =>
    tranches.filter((each) => states.includes(each.state)).map(({ tranche }) => tranche)
  switch (command.name) {
    case 'complete-step':
    case 'record-assessment':
      return stepsOpenTo(command, state, circumstances)
    case 'request-tranche':
      // Tranches are asked for in their order.
      return tranchesIn('waiting').slice(0, 1)
    case 'release-tranche':
      return tranchesIn('requested')
    case 'return-tranche':
      return tranchesIn('requested', 'released')
    case 'record-payment':
      return tranchesIn('released')
    case 'sign-document':
    case 'send-signing-link':
    case 'decline-signature':
    case 'cancel-signatures':
      // Done beside the paper that is signed.
      return []
    case 'link-person':
      // Who may be meant is shown beside the person, where it is said.
      return []
    case 'unlink-person':
      return state.samePerson ?? []
    case 'resolve-difficulty':
      return state.difficulties.filter(({ resolvedOn }) => resolvedOn === null).map(({ difficulty }) => difficulty)
    case 'submit-report':
      return (circumstances.running.edition.monitoring?.reports ?? [])
        .map(({ report }) => report)
        .filter((report) => !state.reports.some((made) => made.report === report))
    case 'move-edition':
      return choicesOf('editions', state, circumstances) ?? []
    default:
      return undefined
  }
}

/** The steps that this command can fulfil now, what is not done yet before what may be done again. */
export function stepsOpenTo(command: CaseCommand, state: CaseState, circumstances: Circumstances): readonly string[] {
  const steps = stepsOfKind(command, state, circumstances.running)
    .filter((step) => refusalForStep(command, step, state, circumstances) === undefined)
    .map(({ step }) => step)
  return [...steps.filter((step) => !state.done[step]), ...steps.filter((step) => state.done[step])]
}

const past: ReadonlySet<string> = new Set([
  'role-may-not',
  'not-for-beneficiary',
  'already-exists',
  'already-done',
  'already-departed',
])

/** What the role could do, but not now: with the reason. What is not the role's at all, or is done for good, is not told. */
export function impossibleActs(attempts: Attempts): readonly { readonly command: string; readonly refusal: Refusal }[] {
  return [...attempts].flatMap(([command, refusal]) =>
    refusal === undefined || past.has(refusal.code) ? [] : [{ command, refusal }],
  )
}
