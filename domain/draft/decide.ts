import { readInput } from '../case/decide.ts'
import type { Fields, InputOf } from '../field.ts'
import type { Outcome, Refusal } from '../outcome.ts'
import { firstRefusal, refuse } from '../outcome.ts'
import type { Actor, Role } from '../role.ts'
import type { Problem } from '../scheme/problem.ts'
import type { Text } from '../scheme/scheme.ts'
import type { DraftEvent } from './events.ts'
import type { DraftState, DraftStatus } from './state.ts'

/** A scheme file as its check read it against what is published. */
export type ReadFile = {
  readonly scheme: string | null
  readonly title: Text | null
  /** Its editions that are not published yet, with the fingerprints they would be published under. */
  readonly fresh: readonly { readonly edition: string; readonly fingerprint: string }[]
  readonly problems: readonly Problem[]
}

/** What a decision on a draft may know: who, the file in question, and which offices manage its scheme already. */
export type DraftCircumstances = {
  readonly actor: Actor
  readonly file: ReadFile
  readonly managers: readonly string[]
}

export type DraftCommand = {
  readonly name: string
  readonly stream: 'draft'
  readonly kind: 'opens' | 'acts'
  readonly roles: readonly Role[]
  readonly stages: readonly never[]
  readonly states: readonly DraftStatus[]
  readonly fields: Fields
  readonly decide: (
    state: DraftState,
    input: never,
    circumstances: DraftCircumstances,
  ) => Outcome<readonly DraftEvent[]>
}

type Written<F extends Fields> = Omit<DraftCommand, 'stream' | 'roles' | 'stages' | 'decide' | 'fields'> & {
  readonly fields: F
  readonly decide: (
    state: DraftState,
    input: InputOf<F>,
    circumstances: DraftCircumstances,
  ) => Outcome<readonly DraftEvent[]>
}

/** Schemes are looked after by those who manage programmes and those who administer the system. */
export const schemeKeepers: readonly Role[] = ['programme-manager', 'administrator']

/** Types a draft's command where it is written, and forgets the input type for the table. */
export function draftCommand<const F extends Fields>(command: Written<F>): DraftCommand {
  return { ...command, stream: 'draft', roles: schemeKeepers, stages: [] } as unknown as DraftCommand
}

/** May this role do this now? Refusals: `role-may-not`, `already-exists`, `not-found`, `draft-is` with its state. */
export function mayAttemptDraft(command: DraftCommand, state: DraftState, actor: Actor): Refusal | undefined {
  if (!command.roles.includes(actor.role)) return refuse('role-may-not', { role: actor.role, allowed: command.roles })
  if (command.kind === 'opens') return state.version > 0 ? refuse('already-exists') : undefined
  if (state.version === 0) return refuse('not-found')
  return command.states.includes(state.status) ? undefined : refuse('draft-is', { state: state.status })
}

/** Judges a command: what may be attempted, then the shape of its input, then its own decision. */
export function attemptDraft(
  command: DraftCommand,
  state: DraftState,
  input: unknown,
  circumstances: DraftCircumstances,
): Outcome<readonly DraftEvent[]> {
  const forbidden = mayAttemptDraft(command, state, circumstances.actor)
  if (forbidden) return forbidden
  const parsed = readInput(command, input)
  if (parsed.refused) return parsed
  return command.decide(state, parsed.value as never, circumstances)
}

/**
 * Whether this file could be published by this office: without problems, with something new in it, and not over the head
 * of the offices that manage the scheme. Refusals: `draft-has-problems`, `scheme-not-yours`.
 */
export function notPublishable({ file, managers, actor }: DraftCircumstances): Refusal | undefined {
  const isTheirs = managers.length > 0 && !managers.includes(actor.office)
  return firstRefusal(
    file.problems.length > 0 && refuse('draft-has-problems', { count: file.problems.length }),
    isTheirs && actor.role !== 'administrator' && refuse('scheme-not-yours'),
  )
}
