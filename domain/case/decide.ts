import type { AnyCommand, Circumstances, Effects } from '../command.ts'
import { inputSchema } from '../command.ts'
import { readShape } from '../input.ts'
import type { Outcome, Refusal } from '../outcome.ts'
import { accept, firstRefusal, refuse } from '../outcome.ts'
import { beneficiaryOf } from '../scheme/beneficiary.ts'
import { requiredBefore } from '../scheme/journey.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import type { StageKind, Step } from '../scheme/scheme.ts'
import { isOnlyAsked } from './access.ts'
import { unknownChoice } from './choices.ts'
import type { CaseEvent } from './events.ts'
import { worksForScheme } from './office-of-role.ts'
import type { CaseState } from './state.ts'
import { stepsOf } from './steps-of-case.ts'

export type CaseCommand = AnyCommand<CaseState, CaseEvent>

/** The stage a case is in: that of its first step that is neither done nor optional; after the last one, the last stage. */
export function stageOf(state: CaseState, running: RunningEdition): StageKind {
  if (state.status === 'closed') return 'closed'
  const steps = stepsOf(state, running)
  const next = steps.find(({ step }) => !step.optional && state.done[step.step] === undefined)
  return (next ?? steps.at(-1))?.stage.kind ?? 'preparation'
}

/**
 * May this role do this now? The first of the two guards; the same in the browser (buttons), the server and a job.
 * Refusals: `role-may-not`, `not-at-this-stage`, `not-for-beneficiary`, `office-may-not`, `no-such-step`,
 * `already-done`, `step-needs`, and what the command's own `when` says.
 */
export function mayAttempt(command: CaseCommand, state: CaseState, circumstances: Circumstances): Refusal | undefined {
  const { actor, running } = circumstances
  if (!command.roles.includes(actor.role)) return refuse('role-may-not', { role: actor.role, allowed: command.roles })
  if (command.kind === 'opens') return state.version > 0 ? refuse('already-exists') : undefined
  const stage = stageOf(state, running)
  const beneficiary = beneficiaryOf(running.edition)
  return firstRefusal(
    !command.stages.includes(stage) && refuse('not-at-this-stage', { stage, possible: command.stages }),
    command.beneficiaries?.includes(beneficiary) === false && refuse('not-for-beneficiary', { beneficiary }),
    !officeMay(command, state, circumstances) && refuse('office-may-not', { office: actor.office }),
    // Whoever is only asked answers, and does nothing else.
    command.answersAsked !== true &&
      isOnlyAsked(state, circumstances.offices.byRole, actor.office) &&
      refuse('office-may-not', { office: actor.office }),
    // The command's own reason says more than that of its step.
    command.when?.(state, circumstances),
    command.fulfils !== undefined && stepRefusal(command, state, circumstances),
  )
}

/** Judges a command: what may be attempted, then the shape of its input, then its own decision. */
export function attempt(
  command: CaseCommand,
  state: CaseState,
  input: unknown,
  circumstances: Circumstances,
): Outcome<Effects<CaseEvent>> {
  const forbidden = mayAttempt(command, state, circumstances)
  if (forbidden) return forbidden
  const parsed = readInput(command, input)
  if (parsed.refused) return parsed
  const unknown = unknownChoice(command.fields, parsed.value, state, circumstances)
  if (unknown) return unknown
  return command.decide(state, parsed.value as never, circumstances)
}

/** The input as its schema reads it, or `invalid-input` with the field and the reason of the first problem. */
export function readInput(command: Pick<CaseCommand, 'fields'>, input: unknown): Outcome<Record<string, unknown>> {
  return readShape(inputSchema(command), input)
}

function officeMay(command: CaseCommand, state: CaseState, { actor, offices }: Circumstances): boolean {
  const { office, role } = actor
  return command.offices.some((which) => {
    if (which === 'any') return true
    if (which === 'scheme') return worksForScheme(role) && (offices.byRole[role] ?? []).includes(office)
    if (which === 'custody') return state.custody.office === office
    if (which === 'offered') return state.custody.offeredTo === office
    return state.operator?.office === office
  })
}

/** Steps of the kinds that this command fulfils, in the order of the journey, for the aid chosen. */
export function stepsOfKind(command: CaseCommand, state: CaseState, running: RunningEdition): readonly Step[] {
  const kinds: readonly string[] = [command.fulfils ?? []].flat()
  return stepsOf(state, running)
    .map(({ step }) => step)
    .filter((step) => kinds.includes(step.kind))
}

function stepRefusal(command: CaseCommand, state: CaseState, circumstances: Circumstances): Refusal | undefined {
  const refusals = stepsOfKind(command, state, circumstances.running).map((step) =>
    refusalForStep(command, step, state, circumstances),
  )
  if (refusals.length === 0) return refuse('no-such-step', { kinds: [command.fulfils].flat() })
  if (refusals.includes(undefined)) return undefined
  // What is missing on a step of one's own tells more than that another step is somebody else's.
  const telling = ['step-needs', 'already-done'].map((code) => refusals.find((refusal) => refusal?.code === code))
  return telling.find((refusal) => refusal !== undefined) ?? refusals.at(-1)
}

/** Why this command cannot fulfil this step now, or undefined when it can. */
export function refusalForStep(
  command: CaseCommand,
  step: Step,
  state: CaseState,
  { actor, running }: Circumstances,
): Refusal | undefined {
  const missing = requiredBefore(stepsOf(state, running), step.step).filter((each) => !state.done[each])
  const owner = command.stepRole === 'approvedBy' ? (step.approvedBy ?? step.by) : step.by
  return firstRefusal(
    !command.again &&
      !step.repeats &&
      state.done[step.step] !== undefined &&
      refuse('already-done', { step: step.step }),
    command.stepRole !== 'any' &&
      owner !== actor.role &&
      refuse('role-may-not', { role: actor.role, allowed: [owner] }),
    missing.length > 0 && refuse('step-needs', { step: step.step, missing }),
  )
}

/**
 * The step a command fulfils: the one named in its input, else the first of its kind that it can fulfil now (with
 * `again`, the last one when all are done). Refusals: `no-such-step` and those of `refusalForStep`.
 */
export function stepToFulfil(
  command: CaseCommand,
  state: CaseState,
  circumstances: Circumstances,
  named?: string,
): Outcome<Step> {
  const steps = stepsOfKind(command, state, circumstances.running)
  if (named !== undefined) {
    const step = steps.find((each) => each.step === named)
    if (!step) return refuse('no-such-step', { step: named }, 'step')
    return refusalForStep(command, step, state, circumstances) ?? accept(step)
  }
  const possible = steps.filter((step) => !refusalForStep(command, step, state, circumstances))
  const chosen = possible.find((step) => state.done[step.step] === undefined) ?? possible.at(-1)
  return chosen ? accept(chosen) : refuse('no-such-step', { kinds: [command.fulfils].flat() })
}

/** Refuses a date that lies after today; `field` names the input. */
export function notAhead(date: string, { today }: Circumstances, field = 'on'): Refusal | undefined {
  return date > today ? refuse('date-ahead', { date, today }, field) : undefined
}

/** Refuses a date before the case began or before a given day. */
export function notBefore(date: string, earliest: string | undefined, field = 'on'): Refusal | undefined {
  return earliest !== undefined && earliest !== '' && date < earliest
    ? refuse('date-too-early', { date, earliest }, field)
    : undefined
}
