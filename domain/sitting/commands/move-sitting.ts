import { date, longText, text } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { committeeOf } from '../../scheme/committee.ts'
import { sittingCommand } from '../decide.ts'
import { cutOffBefore } from '../rules.ts'

/** Another day or place, and why; by the committee's rule the cut-off moves with it. Refusal: `date-past`. */
export const moveSitting = sittingCommand({
  name: 'move-sitting',
  kind: 'acts',
  roles: ['committee-secretary'],
  states: ['planned'],
  fields: { on: date(), place: text(), reason: longText() },
  decide({ committee }, data, { today, running, calendar }) {
    if (data.on < today) return refuse('date-past', { date: data.on, today }, 'on')
    const cutOffOn = cutOffBefore(data.on, committeeOf(running.edition, committee)?.rules, calendar)
    return accept({
      events: [{ type: 'sitting-moved', data: { ...data, ...(cutOffOn === null ? {} : { cutOffOn }) } }],
    })
  },
})
