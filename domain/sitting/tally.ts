import type { DecidingRule } from '../scheme/committee.ts'
import type { VoteCount } from './events.ts'
import type { Ballot } from './state.ts'

export type Tally = {
  readonly result: 'adopted' | 'rejected' | 'tied'
  readonly count: VoteCount
  readonly casting: boolean
}

type Given = Ballot['cast'][number]

/**
 * What the votes come to. Abstentions are counted and decide nothing. A tie is the chair's to decide where the rule gives
 * the chair a casting vote and the chair voted for or against. Consensus needs no vote: only an objection stands in its way.
 */
export function tallyOf(cast: readonly Given[], decides: DecidingRule, casting: boolean, chair: string | null): Tally {
  const many = (says: Given['says']) => cast.filter((each) => each.says === says).length
  const count = { for: many('for'), against: many('against'), abstain: many('abstain'), objection: many('objection') }
  const given = count.for + count.against
  const simple = { count, casting: false }
  if (decides === 'consensus')
    return { ...simple, result: count.objection + count.against === 0 ? 'adopted' : 'rejected' }
  if (decides === 'unanimity') return { ...simple, result: given > 0 && count.against === 0 ? 'adopted' : 'rejected' }
  if (decides === 'two-thirds')
    return { ...simple, result: given > 0 && count.for * 3 >= given * 2 ? 'adopted' : 'rejected' }
  if (count.for !== count.against) return { ...simple, result: count.for > count.against ? 'adopted' : 'rejected' }
  const chairs = casting ? cast.find(({ member }) => member === chair)?.says : undefined
  if (chairs === 'for') return { count, casting: true, result: 'adopted' }
  if (chairs === 'against') return { count, casting: true, result: 'rejected' }
  return { ...simple, result: 'tied' }
}
