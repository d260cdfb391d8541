import { readInput } from '../case/decide.ts'
import type { OfficeDirectory } from '../command.ts'
import type { Fields, InputOf } from '../field.ts'
import type { CallState } from '../operator-call/state.ts'
import type { Outcome, Refusal } from '../outcome.ts'
import { firstRefusal, refuse } from '../outcome.ts'
import type { Actor, Role } from '../role.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import type { AccreditationEvent } from './events.ts'
import type { AccreditationStatus } from './sheet.ts'
import type { AccreditationState } from './state.ts'

/** What a decision on a standing may know: who, when, by which edition, and what other streams say of it. */
export type AccreditationCircumstances = {
  readonly actor: Actor
  readonly today: string
  readonly running: RunningEdition
  readonly offices: OfficeDirectory
  /** The call that an application names. */
  readonly call?: CallState
  /** The organisation that applies has a standing in this scheme already. */
  readonly isKnown?: boolean
  /** Minor units that its contract in force has given out, and how many cases. */
  readonly committed?: number
  readonly given?: number
  id(purpose: string): string
}

/**
 * As whom somebody acts on a standing: the organisation itself; who decides for the scheme; who confirms what binds
 * money; who names operators.
 */
export type Part = 'operator' | 'programme' | 'approver' | 'overseer'

export type AccreditationCommand = {
  readonly name: string
  readonly stream: 'accreditation'
  readonly kind: 'opens' | 'acts'
  readonly roles: readonly Role[]
  readonly stages: readonly never[]
  readonly states: readonly AccreditationStatus[]
  readonly parts: readonly Part[]
  readonly fields: Fields
  readonly when?: (state: AccreditationState, circumstances: AccreditationCircumstances) => Refusal | undefined
  readonly decide: (
    state: AccreditationState,
    input: never,
    circumstances: AccreditationCircumstances,
  ) => Outcome<readonly AccreditationEvent[]>
}

type Written<F extends Fields> = Omit<AccreditationCommand, 'stream' | 'roles' | 'stages' | 'decide' | 'fields'> & {
  readonly fields: F
  readonly decide: (
    state: AccreditationState,
    input: InputOf<F>,
    circumstances: AccreditationCircumstances,
  ) => Outcome<readonly AccreditationEvent[]>
}

const rolesOf: Readonly<Record<Part, readonly Role[]>> = {
  operator: ['adviser', 'coordinator'],
  programme: ['programme-manager'],
  approver: ['programme-manager', 'payment-approver'],
  overseer: ['coordinator', 'programme-manager'],
}

/** Types a command of a standing where it is written, and forgets the input type for the table. */
export function accreditationCommand<const F extends Fields>(command: Written<F>): AccreditationCommand {
  const roles = [...new Set(command.parts.flatMap((part) => rolesOf[part]))]
  return { ...command, stream: 'accreditation', roles, stages: [] } as unknown as AccreditationCommand
}

/**
 * May this role do this now? Refusals: `role-may-not`, `already-exists`, `not-found`, `own-standing` (an office decides
 * nothing about itself), `office-may-not`, `accreditation-is` with its state, and what the command's own `when` says.
 */
export function mayAttemptAccreditation(
  command: AccreditationCommand,
  state: AccreditationState,
  circumstances: AccreditationCircumstances,
): Refusal | undefined {
  const { role, office } = circumstances.actor
  if (!command.roles.includes(role)) return refuse('role-may-not', { role, allowed: command.roles })
  if (command.kind === 'opens') return state.version > 0 ? refuse('already-exists') : undefined
  if (state.version === 0) return refuse('not-found')
  const isOwn = office === state.office
  const plays = command.parts.some((part) => playsPart(part, state.office, circumstances))
  return firstRefusal(
    !plays && refuse(isOwn ? 'own-standing' : 'office-may-not', { office }),
    !command.states.includes(state.status) &&
      refuse('accreditation-is', { state: state.status, possible: command.states }),
    command.when?.(state, circumstances),
  )
}

/** Whether the actor plays this part towards an organisation. */
export function playsPart(
  part: Part,
  organisation: string,
  { actor, offices }: Pick<AccreditationCircumstances, 'actor' | 'offices'>,
): boolean {
  const { role, office } = actor
  if (!rolesOf[part].includes(role)) return false
  if (part === 'operator') return office === organisation
  return office !== organisation && (offices.byRole[role] ?? []).includes(office)
}

/** Judges a command: what may be attempted, then the shape of its input, then its own decision. */
export function attemptAccreditation(
  command: AccreditationCommand,
  state: AccreditationState,
  input: unknown,
  circumstances: AccreditationCircumstances,
): Outcome<readonly AccreditationEvent[]> {
  const forbidden = mayAttemptAccreditation(command, state, circumstances)
  if (forbidden) return forbidden
  const parsed = readInput(command, input)
  if (parsed.refused) return parsed
  return command.decide(state, parsed.value as never, circumstances)
}
