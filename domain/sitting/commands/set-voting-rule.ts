import { choice, longText, yesNo } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { decidingRules } from '../../scheme/committee.ts'
import { sittingCommand } from '../decide.ts'

/**
 * How this sitting decides where no source says it, and where that rule comes from. Refusals: `vote-begun` (the rule
 * stands once a proposal was put to the vote), `nothing-changes`.
 */
export const setVotingRule = sittingCommand({
  name: 'set-voting-rule',
  kind: 'acts',
  roles: ['committee-secretary', 'committee-chair'],
  states: ['planned', 'open'],
  fields: { decides: choice(decidingRules), casting: yesNo(), reason: longText() },
  when: ({ ballots }) => (ballots.length > 0 ? refuse('vote-begun', { votes: ballots.length }) : undefined),
  decide({ rule }, data) {
    if (rule?.decides === data.decides && rule.casting === data.casting) return refuse('nothing-changes', {}, 'decides')
    return accept({ events: [{ type: 'voting-rule-set', data }] })
  },
})
