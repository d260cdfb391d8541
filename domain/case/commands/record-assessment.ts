import { date, optional, pick, scores } from '../../field.ts'
import { scoreOf } from '../../instrument/score.ts'
import { accept, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { stepToFulfil } from '../decide.ts'

/**
 * Answers of a scored instrument, at the step that asks for it; it may be repeated. Score and band come from the
 * instrument's own version. Refusals: `no-such-step`, `no-such-instrument`, `no-such-question`, `no-such-option`,
 * `answers-missing`, `date-ahead`, `date-too-early`.
 */
export const recordAssessment = caseCommand({
  name: 'record-assessment',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator', 'adviser', 'employment-adviser'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  fulfils: 'assessment',
  again: true,
  offices: ['custody', 'operator'],
  fields: { step: optional(pick('steps')), answers: scores(), on: date() },
  decide(state, { step: named, answers, on }, circumstances) {
    const step = stepToFulfil(recordAssessment, state, circumstances, named)
    if (step.refused) return step
    const { step: id, instrument: wanted } = step.value
    const instrument = circumstances.running.edition.instruments.find((each) => each.instrument === wanted)
    if (!instrument) return refuse('no-such-instrument', { instrument: wanted ?? null, step: id }, 'step')
    if (Object.keys(answers).length === 0) return refuse('answers-missing', { step: id }, 'answers')
    const scored = scoreOf(instrument, answers)
    if (scored.refused) return scored
    const refusal = dayOfAct(on, state, circumstances)
    if (refusal) return refusal
    const { instrument: name, version } = instrument
    const data = { step: id, on, instrument: name, instrumentVersion: version, answers, ...scored.value }
    return accept({ events: [{ type: 'assessment-recorded', data }] })
  },
})
