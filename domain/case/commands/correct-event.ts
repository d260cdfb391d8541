import { correction, longText, pick } from '../../field.ts'
import type { Fields } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import type { Refusal } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { unknownChoice } from '../choices.ts'
import { correctedEvents } from '../case.ts'
import { correctableFields, impossibleHistory } from '../corrections.ts'
import { readInput } from '../decide.ts'
import type { RecordedCaseEvent } from '../events.ts'
import type { CaseState } from '../state.ts'

/**
 * Says what an earlier event should have held, and why. Nothing is overwritten: the event stays, the correction names
 * it by its version, and the case counts the new values. Refusals: `no-such-event`, `not-yours-to-correct`,
 * `cannot-correct` with the value, `already-decided` (a study that was decided on), `invalid-input`, `unknown-choice`,
 * `nothing-changes`, and those of `impossibleHistory`.
 */
export const correctEvent = caseCommand({
  name: 'correct-event',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator', 'adviser', 'employment-adviser'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring', 'closed'],
  offices: ['custody', 'operator'],
  looksBack: true,
  fields: { event: pick('events'), values: correction(), reason: longText() },
  decide(state, { event: version, values, reason }, circumstances) {
    const before = correctedEvents(circumstances.history ?? [])
    const target = before.find((each) => String(each.version) === version)
    if (!target) return refuse('no-such-event', { event: version }, 'event')
    const fields = fieldsFor(target, values)
    const refusal = firstRefusal(
      notCorrectable(target, values, state),
      mayNot(target, state, circumstances.actor.office),
      inputRefusal(fields, values),
      unknownChoice(fields, values, state, circumstances),
    )
    if (refusal) return refusal
    const data: Readonly<Record<string, unknown>> = target.data
    const changed = Object.fromEntries(Object.entries(values).filter(([name, value]) => data[name] !== value))
    if (Object.keys(changed).length === 0) return refuse('nothing-changes', {}, 'values')
    const corrected = { ...target, data: { ...target.data, ...changed } } as RecordedCaseEvent
    const after = before.map((each) => (each === target ? corrected : each))
    const impossible = impossibleHistory(after, corrected, circumstances)
    if (impossible) return impossible
    return accept({
      events: [{ type: 'event-corrected', data: { corrects: target.version, values: changed, reason } }],
    })
  },
})

function fieldsFor({ type }: RecordedCaseEvent, values: object): Fields {
  return Object.fromEntries(Object.entries(correctableFields(type)).filter(([name]) => name in values))
}

/** `cannot-correct` with the first value that is no matter of a correction. */
function notCorrectable(target: RecordedCaseEvent, values: object, { award }: CaseState): Refusal | undefined {
  const fields = correctableFields(target.type)
  const event = target.type
  const stray = Object.keys(values).find((name) => fields[name] === undefined)
  if (stray !== undefined || Object.keys(values).length === 0)
    return refuse('cannot-correct', { event, value: stray ?? null, possible: Object.keys(fields) }, 'values')
  // A visit that met nobody has no number in the plan: another finding would be another visit.
  if (target.type === 'visit-recorded' && target.data.finding === 'not-met' && 'finding' in values)
    return refuse('cannot-correct', { event, value: 'finding', possible: ['on'] }, 'values')
  return target.type === 'feasibility-recorded' && award
    ? refuse('already-decided', { on: award.on }, 'values')
    : undefined
}

/** The office that answers for the case may correct everything, others what they recorded themselves. */
function mayNot(target: RecordedCaseEvent, { custody }: CaseState, office: string): Refusal | undefined {
  if (office === custody.office || office === target.office) return undefined
  return refuse('not-yours-to-correct', { office: target.office }, 'event')
}

function inputRefusal(fields: Fields, values: unknown): Refusal | undefined {
  const read = readInput({ fields }, values)
  return read.refused ? { ...read, field: 'values' } : undefined
}
