import type { PlacedStep } from '../scheme/journey.ts'
import { roadWhen, stepsFor } from '../scheme/journey.ts'
import { answerDeadline } from '../scheme/clock.ts'
import type { Edition } from '../scheme/scheme.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import { factsOf } from './facts-of-case.ts'
import type { CaseState } from './state.ts'

/**
 * The steps of this case's road, in order: those of its aid, and of the steps for some people (`when`) those whose rule
 * is met. Where the rule is not known yet, the step is there, but nobody owes it (`perhaps`). What was done stays. As long as an operator
 * has not answered, the clock of its step is that of the answer, where the edition gives one.
 */
export function stepsOf(state: CaseState, running: RunningEdition): readonly PlacedStep[] {
  const road = stepsFor(running.edition, state.aid)
  const isAnswerAwaited = state.operator?.accepted === false && road.some(({ step }) => step.answer !== undefined)
  if (!isAnswerAwaited && !road.some(({ step }) => step.when !== undefined)) return road
  const known = roads.get(state)
  if (known?.edition === running.edition) return known.steps
  const facts = factsOf(state, running)
  const steps = roadWhen(isAnswerAwaited ? road.map(withClockOfAnswer) : road, (rule, { step }) =>
    state.done[step] === undefined ? running.rules.verdict(rule, facts).result : 'met',
  )
  roads.set(state, { edition: running.edition, steps })
  return steps
}

function withClockOfAnswer(placed: PlacedStep): PlacedStep {
  const deadline = answerDeadline(placed.step)
  return deadline ? { ...placed, step: { ...placed.step, deadline } } : placed
}

/** A state never changes, and its road is asked for a hundred times a command. */
const roads = new WeakMap<CaseState, { readonly edition: Edition; readonly steps: readonly PlacedStep[] }>()
