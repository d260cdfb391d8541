import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { criteriaOf, specificationOf, stray } from '../checks.ts'
import { accreditationCommand } from '../decide.ts'
import { grid } from '../fields.ts'

/**
 * The grid of the specification: a mark and a reason for each criterion. Refusals: `no-operators` (the edition has no
 * grid), `unknown-choice`, `grid-incomplete`, `mark-above-highest`.
 */
export const assessApplication = accreditationCommand({
  name: 'assess-application',
  kind: 'acts',
  states: ['applied', 'accredited', 'suspended'],
  parts: ['programme'],
  fields: { grid: grid() },
  decide(_state, { grid: given }, { running, today }) {
    const criteria = criteriaOf(running)
    const highest = specificationOf(running)?.grid.highest
    if (highest === undefined || criteria.length === 0) return refuse('no-operators', { scheme: running.scheme.scheme })
    const missing = criteria.find(({ criterion }) => given[criterion] === undefined)?.criterion
    const above = Object.entries(given).find(([, { mark }]) => mark > highest)?.[0]
    const refusal = firstRefusal(
      stray(
        'grid',
        Object.keys(given),
        criteria.map(({ criterion }) => criterion),
      ),
      missing !== undefined && refuse('grid-incomplete', { criterion: missing }, 'grid'),
      above !== undefined && refuse('mark-above-highest', { criterion: above, highest }, 'grid'),
    )
    if (refusal) return refusal
    const reached = criteria.reduce((sum, { criterion, weight }) => sum + weight * (given[criterion]?.mark ?? 0), 0)
    const possible = criteria.reduce((sum, { weight }) => sum + weight * highest, 0)
    return accept([{ type: 'application-assessed', data: { grid: given, score: reached / possible, on: today } }])
  },
})
