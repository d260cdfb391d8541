import { choice, longText, optional, pick } from '../../field.ts'
import { accept } from '../../outcome.ts'
import { onTheTable, sittingCommand } from '../decide.ts'
import { hearings } from '../events.ts'

/** The person spoke to the committee, or did not come. Refusals: those of a file on the table. */
export const recordHearing = sittingCommand({
  name: 'record-hearing',
  kind: 'acts',
  roles: ['committee-secretary', 'committee-chair'],
  states: ['open'],
  fields: { case: pick('cases'), how: choice(hearings), text: optional(longText()) },
  decide(state, { case: file, how, text = null }, circumstances) {
    const refusal = onTheTable(file, state, circumstances)
    const data = { case: file, how, text, at: circumstances.now }
    return refusal ?? accept({ events: [{ type: 'candidate-heard', data }] })
  },
})
