import { addMonths } from '../../calendar.ts'
import { date, longText } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { specificationOf } from '../checks.ts'
import { accreditationCommand } from '../decide.ts'

/**
 * The accreditation goes on until a later day, and why. Refusals: `until-not-later`, `accreditation-past`,
 * `longer-than-specified` (counted from the day on which it would have ended).
 */
export const renewAccreditation = accreditationCommand({
  name: 'renew-accreditation',
  kind: 'acts',
  states: ['accredited', 'suspended'],
  parts: ['programme'],
  fields: { until: date(), reason: longText() },
  decide({ until: before }, { until, reason }, { running, today }) {
    const last = before ?? ''
    const months = specificationOf(running)?.months
    const refusal = firstRefusal(
      until <= last && refuse('until-not-later', { until: last }, 'until'),
      until < today && refuse('accreditation-past', { until }, 'until'),
      typeof months === 'number' &&
        until > addMonths(last, months) &&
        refuse('longer-than-specified', { months }, 'until'),
    )
    if (refusal) return refusal
    return accept([{ type: 'accreditation-renewed', data: { until, reason, on: today } }])
  },
})
