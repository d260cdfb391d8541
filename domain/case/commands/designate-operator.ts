import { longText, date, pick } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { notAhead, notBefore, stepToFulfil } from '../decide.ts'
import { caseCommand } from '../case-command.ts'

/**
 * The coordinator names the operator that will work with the person, and says why. Naming another one replaces the
 * first (re-designation). Refusals: `operator-already-refused`, `same-operator`, `date-ahead`, `date-too-early`.
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
  fields: { operator: pick('operators'), on: date(), reason: longText() },
  decide(state, { operator, on, reason }, circumstances) {
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
    return accept({ events: [{ type: 'operator-designated', data: { operator, reason, on, step: step.value.step } }] })
  },
})
