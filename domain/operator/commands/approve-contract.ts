import { accept, refuse } from '../../outcome.ts'
import { accreditationCommand } from '../decide.ts'

/**
 * A second person confirms a contract, or its change: from now on it binds. A contract that follows on another is
 * confirmed once that one is over. Refusals: `nothing-proposed`, `own-contract`, `contract-not-yet`.
 */
export const approveContract = accreditationCommand({
  name: 'approve-contract',
  kind: 'acts',
  states: ['accredited', 'suspended'],
  parts: ['approver'],
  fields: {},
  when({ proposed, contract }, { actor, today }) {
    if (!proposed) return refuse('nothing-proposed')
    if (proposed.by === actor.user) return refuse('own-contract')
    const follows = contract !== null && proposed.from > contract.until
    return follows && today <= contract.until ? refuse('contract-not-yet', { until: contract.until }) : undefined
  },
  decide: (_state, _input, { today }) => accept([{ type: 'contract-approved', data: { on: today } }]),
})
