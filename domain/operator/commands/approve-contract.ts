import { accept, refuse } from '../../outcome.ts'
import { belowUse } from '../checks.ts'
import { accreditationCommand } from '../decide.ts'

/**
 * A second person confirms a contract, or its change: from now on it binds. A contract that follows on another is
 * confirmed once that one is over. What a change leaves must cover what was given out since it was proposed. Refusals:
 * `nothing-proposed`, `own-contract`, `contract-not-yet`, `ceiling-below-committed`, `cases-below-given`.
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
  decide({ proposed, contract }, _input, { today, ...use }) {
    const isChange = proposed !== null && contract !== null && proposed.from === contract.from
    const refusal = isChange ? belowUse(proposed, use) : undefined
    return refusal ?? accept([{ type: 'contract-approved', data: { on: today } }])
  },
})
