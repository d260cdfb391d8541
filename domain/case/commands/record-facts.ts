import { facts } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import { factRefusal } from '../../scheme/facts.ts'
import { caseCommand } from '../case-command.ts'
import { newAnswers } from '../facts-of-case.ts'

/**
 * Answers to facts of the scheme; an answer may say why there is no value, and replaces an earlier one. Refusals:
 * `unknown-fact`, `invalid-fact`, `nothing-changes`.
 */
export const recordFacts = caseCommand({
  name: 'record-facts',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator', 'adviser', 'employment-adviser'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  offices: ['custody', 'operator'],
  fields: { facts: facts() },
  decide(state, { facts }, { running }) {
    const refusal = factRefusal(running.edition, facts)
    if (refusal) return refusal
    const changed = newAnswers(state, facts)
    if (Object.keys(changed).length === 0) return refuse('nothing-changes', {}, 'facts')
    return accept({ events: [{ type: 'facts-recorded', data: { facts: changed } }] })
  },
})
