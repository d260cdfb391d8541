import { longText, pick } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { committeeOf } from '../../scheme/committee.ts'
import { sittingCommand, strangers } from '../decide.ts'

/**
 * A member who will not be there has said in writing who votes for them at this sitting. Refusals: `proxy-not-possible`
 * (the committee's rules know none), `no-such-member`, `proxy-of-oneself`, `proxy-of-two` (nobody votes for two others).
 */
export const nameProxy = sittingCommand({
  name: 'name-proxy',
  kind: 'acts',
  roles: ['committee-secretary'],
  states: ['planned', 'open'],
  fields: { member: pick('committee-members'), proxy: pick('committee-members'), letter: longText() },
  decide({ members, committee, proxies }, { member, proxy, letter }, { running }) {
    const rules = committeeOf(running.edition, committee)?.rules
    const other = proxies.find((each) => each.proxy === proxy && each.member !== member)
    const refusal = firstRefusal(
      rules?.proxies === 'no' && refuse('proxy-not-possible', { committee }),
      strangers([member], members, 'member'),
      strangers([proxy], members, 'proxy'),
      member === proxy && refuse('proxy-of-oneself', {}, 'proxy'),
      other !== undefined && refuse('proxy-of-two', { proxy, member: other.member }, 'proxy'),
    )
    if (refusal) return refusal
    return accept({ events: [{ type: 'proxy-named', data: { member, proxy, letter } }] })
  },
})
