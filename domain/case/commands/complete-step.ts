import { date, facts, longText, optional, pick } from '../../field.ts'
import { accept, firstRefusal, refuse } from '../../outcome.ts'
import { factRefusal } from '../../scheme/facts.ts'
import { plainKinds } from '../../scheme/scheme.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct, textNeeded } from '../checks.ts'
import { stepToFulfil } from '../decide.ts'
import type { CaseEvent } from '../events.ts'
import { factsOf, newAnswers } from '../facts-of-case.ts'

/**
 * A plain step of the journey was done, with the answers it asks for; an answer may be why there is none. A step that
 * repeats is done again, with its own day and words. Refusals:
 * `no-such-step`, `answers-missing` with the facts, `text-needed` (a decision has its reason), `unknown-fact`, `invalid-fact`, `date-ahead`, `date-too-early`.
 */
export const completeStep = caseCommand({
  name: 'complete-step',
  stream: 'case',
  kind: 'acts',
  roles: ['counsellor', 'coordinator', 'adviser', 'employment-adviser'],
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring'],
  fulfils: plainKinds,
  offices: ['custody', 'operator'],
  fields: { step: pick('steps'), on: date(), facts: optional(facts()), text: optional(longText()) },
  decide(state, { step: named, on, facts = {}, text }, circumstances) {
    const { running } = circumstances
    const step = stepToFulfil(completeStep, state, circumstances, named)
    if (step.refused) return step
    const wrong = firstRefusal(
      step.value.kind === 'decision' && textNeeded(text, 'text', { steps: [step.value.step] }),
      factRefusal(running.edition, facts),
      dayOfAct(on, state, circumstances),
    )
    if (wrong) return wrong
    const known = factsOf({ ...state, facts: { ...state.facts, ...facts } }, running)
    const missing = (step.value.asks ?? []).filter((fact) => known[fact] === undefined)
    if (missing.length > 0) return refuse('answers-missing', { step: named, missing }, 'facts')
    const events: CaseEvent[] = []
    const changed = newAnswers(state, facts)
    if (Object.keys(changed).length > 0) events.push({ type: 'facts-recorded', data: { facts: changed } })
    events.push({ type: 'step-completed', data: { step: named, on, text: text ?? null } })
    return accept({ events })
  },
})
