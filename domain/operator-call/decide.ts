import { readInput } from '../case/decide.ts'
import type { OfficeDirectory } from '../command.ts'
import type { Fields, InputOf } from '../field.ts'
import type { Outcome, Refusal } from '../outcome.ts'
import { firstRefusal, refuse } from '../outcome.ts'
import type { Actor, Role } from '../role.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import type { CallEvent } from './call.ts'
import type { CallState } from './state.ts'

export type CallCircumstances = {
  readonly actor: Actor
  readonly today: string
  readonly running: RunningEdition
  readonly offices: OfficeDirectory
}

export type CallCommand = {
  readonly name: string
  readonly stream: 'call'
  readonly kind: 'opens' | 'acts'
  readonly roles: readonly Role[]
  readonly stages: readonly never[]
  readonly fields: Fields
  readonly decide: (state: CallState, input: never, circumstances: CallCircumstances) => Outcome<readonly CallEvent[]>
}

type Written<F extends Fields> = Omit<CallCommand, 'stream' | 'roles' | 'stages' | 'decide' | 'fields'> & {
  readonly fields: F
  readonly decide: (
    state: CallState,
    input: InputOf<F>,
    circumstances: CallCircumstances,
  ) => Outcome<readonly CallEvent[]>
}

/** Types a command of a call where it is written: for programme managers only. */
export function callCommand<const F extends Fields>(command: Written<F>): CallCommand {
  return { ...command, stream: 'call', roles: ['programme-manager'], stages: [] } as unknown as CallCommand
}

/** May this role do this now? Refusals: `role-may-not`, `already-exists`, `not-found`, `office-may-not`, `call-closed`. */
export function mayAttemptCall(
  command: CallCommand,
  state: CallState,
  { actor, today }: Pick<CallCircumstances, 'actor' | 'today'>,
): Refusal | undefined {
  const { role, office } = actor
  if (!command.roles.includes(role)) return refuse('role-may-not', { role, allowed: command.roles })
  if (command.kind === 'opens') return state.version > 0 ? refuse('already-exists') : undefined
  if (state.version === 0) return refuse('not-found')
  const over = state.closedOn !== null || today > state.until
  return firstRefusal(
    state.office !== office && refuse('office-may-not', { office }),
    over && refuse('call-closed', { from: state.from, until: state.closedOn ?? state.until }),
  )
}

/** Judges a command: what may be attempted, then the shape of its input, then its own decision. */
export function attemptCall(
  command: CallCommand,
  state: CallState,
  input: unknown,
  circumstances: CallCircumstances,
): Outcome<readonly CallEvent[]> {
  const forbidden = mayAttemptCall(command, state, circumstances)
  if (forbidden) return forbidden
  const parsed = readInput(command, input)
  if (parsed.refused) return parsed
  return command.decide(state, parsed.value as never, circumstances)
}
