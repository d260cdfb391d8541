import { date, longText, optional, region as regionField } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'
import { stepToFulfil } from '../decide.ts'

/**
 * The person met the office in the country of return: when they arrived, when they came, where they settle. Refusals:
 * `arrival-after-contact`, `date-ahead`, `date-too-early`.
 */
export const recordFirstContact = caseCommand({
  name: 'record-first-contact',
  stream: 'case',
  kind: 'acts',
  roles: ['coordinator'],
  stages: ['preparation', 'arrival'],
  fulfils: 'first-contact',
  offices: ['custody'],
  fields: { arrivedOn: date(), on: date(), region: optional(regionField()), text: optional(longText()) },
  decide(state, { arrivedOn, on, region, text }, circumstances) {
    const step = stepToFulfil(recordFirstContact, state, circumstances)
    if (step.refused) return step
    const departure = state.marks['departure']
    const refusal = firstRefusal(
      dayOfAct(on, state, circumstances, departure),
      // Someone may have come home before a file was opened: only the departure bounds the arrival.
      departure !== undefined && arrivedOn < departure
        ? refuse('date-too-early', { date: arrivedOn, earliest: departure }, 'arrivedOn')
        : undefined,
      arrivedOn > on && refuse('arrival-after-contact', { arrivedOn, on }, 'arrivedOn'),
    )
    if (refusal) return refusal
    const data = { step: step.value.step, on, arrivedOn, region: region ?? null, text: text ?? null }
    return accept({ events: [{ type: 'first-contact-made', data }] })
  },
})
