import { appealOf } from '#domain/case/appeal.ts'
import { stepDueOn } from '#domain/case/deadlines.ts'
import { stepsOf } from '#domain/case/steps-of-case.ts'
import { openSteps } from '#domain/scheme/journey.ts'

import type { PaperFacts } from './papers.ts'
import type { DecisionLetter, Language } from './ports.ts'

/** How the decision can be contested and until when, where the scheme says it. */
export function appealFor(
  { state, running }: Pick<PaperFacts, 'state' | 'running'>,
  language: Language,
): Pick<DecisionLetter, 'appeal' | 'appealUntil'> {
  const rule = appealOf(state, running)
  if (!rule?.how) return {}
  return { appeal: rule.how[language], ...(rule.until === null ? {} : { appealUntil: rule.until }) }
}

/** The next step of the road and its deadline: what the person can expect after a grant. */
export function nextFor({ state, running, calendar }: PaperFacts, language: Language): Pick<DecisionLetter, 'next'> {
  const step = openSteps(stepsOf(state, running), state.done).find((placed) => placed.step.optional !== true)?.step
  if (!step) return {}
  const by = stepDueOn(step, state, calendar)
  return { next: { text: step.title[language], ...(by === null ? {} : { by }) } }
}
