import { date, longText, text } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { sittingCommand } from '../decide.ts'

/** Another day or place, and why. Refusal: `date-past`. */
export const moveSitting = sittingCommand({
  name: 'move-sitting',
  kind: 'acts',
  roles: ['committee-secretary'],
  states: ['planned'],
  fields: { on: date(), place: text(), reason: longText() },
  decide(_state, data, { today }) {
    if (data.on < today) return refuse('date-past', { date: data.on, today }, 'on')
    return accept({ events: [{ type: 'sitting-moved', data }] })
  },
})
