import { longText, pick } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { accreditationCommand } from '../decide.ts'

/** A tie that is no more, as those who oversee the operators see it, and why. Refusal: `not-declared`. */
export const liftConflict = accreditationCommand({
  name: 'lift-conflict',
  kind: 'acts',
  states: ['applied', 'accredited', 'suspended'],
  parts: ['overseer'],
  fields: { conflict: pick('conflicts'), reason: longText() },
  when: ({ interests }) => (interests.length === 0 ? refuse('not-declared') : undefined),
  decide({ interests }, { conflict, reason }, { today }) {
    if (!interests.some((each) => each.conflict === conflict)) return refuse('not-declared', {}, 'conflict')
    return accept([{ type: 'conflict-lifted', data: { conflict, reason, on: today } }])
  },
})
