import { chosenFrom } from '../../designation/proposal.ts'
import { longText, date, optional, pick, picks } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { notAhead, notBefore, stepToFulfil } from '../decide.ts'
import { caseCommand } from '../case-command.ts'

/**
 * The coordinator names the operator that will work with the person, and says why. Naming another one replaces the
 * first (re-designation). What was proposed is kept with the choice: its rank, its score and the proposal's fingerprint.
 * Refusals: `operator-already-refused`, `same-operator`, `date-ahead`, `date-too-early`, and those of `chosenFrom`: nobody
 * passes an operator's contract, its accreditation or its capacity. Where nothing is known of the operators (a screen
 * without network), the server judges the rest.
 */
export const designateOperator = caseCommand({
  name: 'designate-operator',
  stream: 'case',
  kind: 'acts',
  roles: ['coordinator'],
  stages: ['arrival', 'project', 'launch', 'monitoring'],
  fulfils: 'designation',
  again: true,
  offices: ['custody'],
  looksAtOperators: 'all',
  fields: { operator: pick('operators'), expertise: optional(picks('expertise')), on: date(), reason: longText() },
  decide(state, { operator, expertise, on, reason }, circumstances) {
    const step = stepToFulfil(designateOperator, state, circumstances)
    if (step.refused) return step
    const refusal = firstRefusal(
      notAhead(on, circumstances),
      notBefore(on, state.registeredOn),
      state.operator?.office === operator && refuse('same-operator', { operator }, 'operator'),
      state.operatorsRefused.some((each) => each.office === operator) &&
        refuse('operator-already-refused', { operator }, 'operator'),
    )
    if (refusal) return refusal
    const { operators, running, today } = circumstances
    const chosen = operators && chosenFrom(operators, state, running, { operator, on, today, expertise })
    if (chosen?.refused) return chosen
    const proposal = chosen?.value ? { proposal: chosen.value } : {}
    const data = { operator, reason, on, step: step.value.step, ...proposal }
    return accept({ events: [{ type: 'operator-designated', data }] })
  },
})
