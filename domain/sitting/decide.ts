import { readInput } from '../case/decide.ts'
import type { AnyCommand, Circumstances, Command, Effects } from '../command.ts'
import type { Fields } from '../field.ts'
import type { Outcome, Refusal } from '../outcome.ts'
import { firstRefusal, refuse } from '../outcome.ts'
import { committeeOf } from '../scheme/committee.ts'
import type { SittingEvent, SittingEventType } from './events.ts'
import { groundOf } from './rules.ts'
import type { SittingState, SittingStatus } from './state.ts'
import { mandateRefusal, recusedFrom } from './voters.ts'

/** A command of a sitting: like any other, with the states of the sitting in which it can be done. */
export type SittingCommand = AnyCommand<SittingState, SittingEvent> & {
  readonly states: readonly SittingStatus[]
  /** Whoever has not seen the last of these events does not overwrite it: `sitting-moved-on`. */
  readonly clashes?: readonly SittingEventType[]
}

type Written<F extends Fields> = Omit<
  Command<SittingState, SittingEvent, F>,
  'stream' | 'stages' | 'offices' | 'fulfils'
> &
  Pick<SittingCommand, 'states' | 'clashes'>

/** Types a sitting's command where it is written, and forgets the input type for the table. */
export function sittingCommand<const F extends Fields>(command: Written<F>): SittingCommand {
  return { ...command, stream: 'sitting', stages: [], offices: ['any'] } as unknown as SittingCommand
}

/**
 * May this role do this now? Refusals: `role-may-not`, `already-exists`, `not-found`, `office-may-not` (a sitting
 * belongs to one committee's office), `sitting-is` with its state, and what the command's own `when` says.
 */
export function mayAttemptSitting(
  command: SittingCommand,
  state: SittingState,
  circumstances: Circumstances,
): Refusal | undefined {
  const { actor } = circumstances
  if (!command.roles.includes(actor.role)) return refuse('role-may-not', { role: actor.role, allowed: command.roles })
  if (command.kind === 'opens')
    return state.version > 0 ? refuse('already-exists') : command.when?.(state, circumstances)
  if (state.version === 0) return refuse('not-found')
  return firstRefusal(
    state.office !== actor.office && actor.role !== 'system' && refuse('office-may-not', { office: actor.office }),
    !command.states.includes(state.status) && refuse('sitting-is', { state: state.status, possible: command.states }),
    command.when?.(state, circumstances),
  )
}

/** Judges a command: what may be attempted, then the shape of its input, then its own decision. */
export function attemptSitting(
  command: SittingCommand,
  state: SittingState,
  input: unknown,
  circumstances: Circumstances,
): Outcome<Effects<SittingEvent>> {
  const forbidden = mayAttemptSitting(command, state, circumstances)
  if (forbidden) return forbidden
  const parsed = readInput(command, input)
  if (parsed.refused) return parsed
  return command.decide(state, parsed.value as never, circumstances)
}

/**
 * Who takes part and who of them at a distance: members of the sitting, in a way that its committee meets in. Refusals:
 * `nobody-sits` (but in writing, where nobody need be there), `no-such-member`, `no-mandate`, `mandate-over`,
 * `remote-not-present`, `presence-not-possible`.
 */
export function presenceRefusal(
  { present, remote }: { readonly present: readonly string[]; readonly remote: readonly string[] },
  state: SittingState,
  circumstances: Circumstances,
): Refusal | undefined {
  const { running, today } = circumstances
  const presence = committeeOf(running.edition, state.committee)?.presence
  const absent = remote.find((member) => !present.includes(member))
  const isPossible =
    presence === 'in-the-room'
      ? remote.length === 0
      : presence !== 'remote' || present.every((each) => remote.includes(each))
  return firstRefusal(
    present.length === 0 && state.procedure === 'meeting' && refuse('nobody-sits', {}, 'present'),
    strangers(present, state.members, 'present'),
    mandateRefusal(present, state, groundOf(state, circumstances), today, 'present'),
    absent !== undefined && refuse('remote-not-present', { member: absent }, 'remote'),
    !isPossible && refuse('presence-not-possible', { presence }, 'remote'),
  )
}

/** Refuses `no-such-member` when one of these is not among the members of the sitting. */
export function strangers(named: readonly string[], members: readonly string[], field: string): Refusal | undefined {
  const stranger = named.find((each) => !members.includes(each))
  return stranger === undefined ? undefined : refuse('no-such-member', { member: stranger }, field)
}

/** Whether this actor may work on a file of the sitting that nothing was decided on yet. Refusals: `recused`, `file-decided`. */
export function fileRefusal(
  file: string,
  state: SittingState,
  { actor, committee }: Circumstances,
): Refusal | undefined {
  const outcome = committee?.files.find((each) => each.case === file)?.outcome ?? null
  return firstRefusal(
    recusedFrom(state, file).includes(actor.user) && refuse('recused', { member: actor.user }, 'case'),
    outcome !== null && refuse('file-decided', { case: file, outcome }, 'case'),
  )
}

/** As `fileRefusal`; in a meeting the file must also lie on the table: `file-not-open` with the one that does. */
export function onTheTable(file: string, state: SittingState, circumstances: Circumstances): Refusal | undefined {
  const isOther = state.procedure === 'meeting' && state.openFile !== file
  return (
    fileRefusal(file, state, circumstances) ??
    (isOther ? refuse('file-not-open', { open: state.openFile }, 'case') : undefined)
  )
}
