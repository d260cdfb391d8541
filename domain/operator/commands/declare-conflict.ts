import { longText, optional, pick, text } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { accreditationCommand } from '../decide.ts'

/**
 * The organisation has a tie to somebody: to the person of one case, or to a party whatever the case. Its own staff says
 * so, or those who oversee it. Refusal: `already-declared`.
 */
export const declareConflict = accreditationCommand({
  name: 'declare-conflict',
  kind: 'acts',
  states: ['applied', 'accredited', 'suspended'],
  parts: ['operator', 'overseer'],
  fields: { case: optional(pick('cases')), party: text(), reason: longText() },
  decide({ interests }, { case: file, party, reason }, { today, id }) {
    const isKnown = file !== undefined && interests.some((each) => each.case === file)
    if (isKnown) return refuse('already-declared', { case: file }, 'case')
    const data = { conflict: id('conflict'), case: file ?? null, party, reason, on: today }
    return accept([{ type: 'conflict-declared', data }])
  },
})
