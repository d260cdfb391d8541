import { known } from '../answer.ts'
import type { FactAnswers } from '../field.ts'
import { partsOf } from '../scheme/elsewhere.ts'
import type { Elsewhere } from '../scheme/elsewhere.ts'
import type { Edition } from '../scheme/scheme.ts'
import { hasLeft } from './obligations.ts'
import type { CaseState } from './state.ts'
import { paidOn } from './state.ts'

type Known = Pick<CaseState, 'scheme' | 'done'>

/**
 * What the person's other cases answer: only ever a yes. That none of them says so proves nothing (the person may have
 * been elsewhere), so then what was recorded here counts, and else the fact stays not asked.
 */
export function answersElsewhere({ facts }: Pick<Edition, 'facts'>, others: readonly CaseState[]): FactAnswers {
  const met = facts.filter(({ elsewhere }) => elsewhere && others.some((other) => says(elsewhere, other)))
  return Object.fromEntries(met.map(({ fact }) => [fact, known(true)]))
}

/** The same for the steps of a case's own scheme that were done on it. */
export function answersHere({ facts }: Pick<Edition, 'facts'>, state: Known): FactAnswers {
  const met = facts.filter(({ elsewhere }) => elsewhere && isDone(elsewhere, state))
  return Object.fromEntries(met.map(({ fact }) => [fact, known(true)]))
}

function says(elsewhere: Elsewhere, other: CaseState): boolean {
  const aided = (elsewhere.aidedBy ?? []).map(partsOf)
  return (
    isDone(elsewhere, other) ||
    (isAided(other) &&
      aided.some(({ scheme, part }) => scheme === other.scheme && (part === undefined || part === other.aid)))
  )
}

function isDone({ completedStep = [] }: Elsewhere, { scheme, done }: Known): boolean {
  return completedStep.map(partsOf).some((step) => step.scheme === scheme && done[step.part ?? ''] !== undefined)
}

/** Something was paid on its award, or will be: an award that ended unpaid is no aid. */
function isAided(state: CaseState): boolean {
  const { award, status } = state
  if (award === null) return false
  return (status === 'open' && !hasLeft(state)) || award.tranches.some((tranche) => paidOn(tranche) > 0)
}
