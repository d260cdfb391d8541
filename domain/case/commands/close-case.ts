import { date, longText, optional, pick } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct, textNeeded } from '../checks.ts'
import { hasLeft } from '../obligations.ts'
import { stepsOf } from '../steps-of-case.ts'

/**
 * Ends the case with one of the edition's reasons. A case whose road is not walked to its end needs words, unless the
 * person withdrew or left. Refusals: `open-obligations` (a tranche is released and not paid), `text-needed` with the
 * steps left, `date-ahead`, `date-too-early`.
 */
export const closeCase = caseCommand({
  name: 'close-case',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  offices: ['custody'],
  fields: { reason: pick('closure-reasons'), text: optional(longText()), on: date() },
  when({ award }) {
    const released = (award?.tranches ?? []).filter((each) => each.state === 'released').map((each) => each.tranche)
    return released.length > 0 ? refuse('open-obligations', { tranches: released }) : undefined
  },
  decide(state, { reason, text, on }, circumstances) {
    const steps = stepsOf(state, circumstances.running).map(({ step }) => step)
    const closure = steps.findLast((step) => step.kind === 'closure')
    const left = steps
      .filter((step) => step.kind !== 'closure' && !step.optional && state.done[step.step] === undefined)
      .map((step) => step.step)
    const refusal = firstRefusal(
      dayOfAct(on, state, circumstances, state.withdrewOn ?? state.remigratedOn ?? undefined),
      left.length > 0 && !hasLeft(state) && textNeeded(text, 'text', { steps: left }),
    )
    if (refusal) return refusal
    const data = { step: closure?.step ?? 'closure', on, reason, text: text ?? null }
    return accept({ events: [{ type: 'case-closed', data }] })
  },
})
