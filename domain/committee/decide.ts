import { readInput } from '../case/decide.ts'
import type { Circumstances, Command, Effects } from '../command.ts'
import type { Fields } from '../field.ts'
import type { Outcome, Refusal } from '../outcome.ts'
import { firstRefusal, refuse } from '../outcome.ts'
import type { Role } from '../role.ts'
import type { CommitteeEvent } from './events.ts'
import type { CommitteeState } from './state.ts'

/** A command on the seats of a committee: by its secretary, or by the manager of the programme. */
export type CommitteeCommand = {
  readonly name: string
  readonly stream: 'committee'
  readonly kind: 'opens' | 'acts'
  readonly roles: readonly Role[]
  readonly stages: readonly never[]
  readonly fields: Fields
  readonly decide: (
    state: CommitteeState,
    input: never,
    circumstances: Circumstances,
  ) => Outcome<Effects<CommitteeEvent>>
}

type Written<F extends Fields> = Pick<Command<CommitteeState, CommitteeEvent, F>, 'name' | 'fields' | 'decide'>

/** Those who keep the list of a committee's seats. */
export const seatKeepers: readonly Role[] = ['committee-secretary', 'programme-manager']

/** Types a committee's command where it is written, and forgets the input type for the table. */
export function committeeCommand<const F extends Fields>(command: Written<F>): CommitteeCommand {
  return {
    ...command,
    stream: 'committee',
    kind: 'acts',
    roles: seatKeepers,
    stages: [],
  } as unknown as CommitteeCommand
}

/**
 * May this role do this now? Refusals: `role-may-not`; `office-may-not` to a secretary of another office, and to a
 * manager of another programme.
 */
export function mayAttemptCommittee(
  { roles }: CommitteeCommand,
  { version, office }: CommitteeState,
  { actor, offices }: Circumstances,
): Refusal | undefined {
  const isTheirs = (offices.byRole[actor.role] ?? []).includes(actor.office)
  const isElsewhere = actor.role === 'committee-secretary' && version > 0 && office !== actor.office
  return firstRefusal(
    !roles.includes(actor.role) && refuse('role-may-not', { role: actor.role, allowed: roles }),
    (!isTheirs || isElsewhere) && refuse('office-may-not', { office: actor.office }),
  )
}

/** Judges a command: what may be attempted, then the shape of its input, then its own decision. */
export function attemptCommittee(
  command: CommitteeCommand,
  state: CommitteeState,
  input: unknown,
  circumstances: Circumstances,
): Outcome<Effects<CommitteeEvent>> {
  const forbidden = mayAttemptCommittee(command, state, circumstances)
  if (forbidden) return forbidden
  const parsed = readInput(command, input)
  if (parsed.refused) return parsed
  return command.decide(state, parsed.value as never, circumstances)
}
