import type { BudgetLine } from '../field.ts'
import type { Outcome, Refusal } from '../outcome.ts'
import { accept, refuse } from '../outcome.ts'
import type { ProjectVersion } from '../project/version.ts'
import type { CaseState } from './state.ts'

/** A saved version of the case's project by its id. */
export function versionOf({ projects = [] }: CaseState, id: string): ProjectVersion | undefined {
  return projects.find(({ project }) => project === id)
}

type Budget = {
  readonly lines: readonly BudgetLine[]
  readonly ownContribution: number
  readonly requested: number
  readonly project?: string
}

type TypedBudget = {
  readonly project?: string | undefined
  readonly lines?: readonly BudgetLine[] | undefined
  readonly ownContribution?: number | undefined
  readonly requested?: number | undefined
}

/**
 * The budget of a study: that of the version it names, or as it was typed. Refusals: `version-decides` for a figure typed
 * beside a version, `invalid-input` for one that is missing.
 */
export function budgetOf(state: CaseState, { project, ...typed }: TypedBudget): Outcome<Budget> {
  const keys = ['lines', 'ownContribution', 'requested'] as const
  if (project === undefined) {
    const missing = keys.find((key) => typed[key] === undefined)
    return missing ? missingField(missing) : accept(typed as Budget)
  }
  const beside = keys.find((key) => typed[key] !== undefined)
  if (beside) return refuse('version-decides', {}, beside)
  const version = versionOf(state, project)
  if (!version) return refuse('unknown-choice', { value: project }, 'project')
  const { lines, figures } = version
  return accept({ lines, ownContribution: figures.ownContribution, requested: figures.requested, project })
}

/** What a plan asks for: as its version says, or as it was typed. Refusals as for `budgetOf`. */
export function requestOf(
  state: CaseState,
  { project, requested }: Pick<TypedBudget, 'project' | 'requested'>,
): Outcome<Pick<Budget, 'requested' | 'project'>> {
  if (project === undefined) return requested === undefined ? missingField('requested') : accept({ requested })
  if (requested !== undefined) return refuse('version-decides', {}, 'requested')
  const version = versionOf(state, project)
  return version
    ? accept({ requested: version.figures.requested, project })
    : refuse('unknown-choice', { value: project }, 'project')
}

function missingField(field: string): Refusal {
  return refuse('invalid-input', { reason: 'missing', path: field }, field)
}
