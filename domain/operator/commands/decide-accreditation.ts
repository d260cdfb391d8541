import { choice, date, longText, optional } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { periodRefusal, specificationOf } from '../checks.ts'
import { accreditationCommand } from '../decide.ts'

/**
 * Grants an accreditation from one day until another, or refuses it with its grounds; what falls short of the
 * specification is granted with a word why. Refusals: `assessment-needed`, `period-needed`, `until-before-from`,
 * `longer-than-specified`, `accreditation-past`, `text-needed`.
 */
export const decideAccreditation = accreditationCommand({
  name: 'decide-accreditation',
  kind: 'acts',
  states: ['applied'],
  parts: ['programme'],
  fields: {
    decision: choice(['grant', 'refuse']),
    from: optional(date()),
    until: optional(date()),
    text: optional(longText()),
  },
  when: ({ assessment }, { running }) =>
    assessment === null && specificationOf(running) ? refuse('assessment-needed') : undefined,
  decide({ assessment }, { decision, from, until, text }, { running, today }) {
    if (decision === 'refuse') {
      if (text === undefined) return refuse('text-needed', {}, 'text')
      return accept([{ type: 'accreditation-refused', data: { text, on: today } }])
    }
    if (from === undefined || until === undefined)
      return refuse('period-needed', {}, from === undefined ? 'from' : 'until')
    const enough = specificationOf(running)?.grid.enough
    const isShort = typeof enough === 'number' && (assessment?.score ?? 0) < enough
    const refusal = firstRefusal(
      periodRefusal(from, until, running),
      until < today && refuse('accreditation-past', { until }, 'until'),
      isShort && text === undefined && refuse('text-needed', {}, 'text'),
    )
    if (refusal) return refusal
    return accept([{ type: 'accreditation-granted', data: { from, until, text: text ?? null, on: today } }])
  },
})
