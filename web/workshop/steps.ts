import type { Refusal } from '#domain/outcome.ts'
import type { Project, WordKey } from '#domain/project/project.ts'

/** The steps of the workshop, in the order in which a project is thought through. None has to wait for another. */
export const workshopSteps = [
  'idea',
  'market',
  'purchases',
  'sales',
  'costs',
  'money',
  'permits',
  'results',
  'questions',
] as const
export type WorkshopStep = (typeof workshopSteps)[number]

export function isWorkshopStep(value: unknown): value is WorkshopStep {
  return workshopSteps.includes(value as WorkshopStep)
}

/** The free texts that a step asks for. */
export const wordsOfStep: Readonly<Partial<Record<WorkshopStep, readonly WordKey[]>>> = {
  idea: ['idea', 'reasons', 'skills'],
  market: ['customers', 'competitors', 'prices', 'place'],
  permits: ['legal'],
  questions: ['relevance', 'market', 'budget', 'risks'],
}

/** Which step a field belongs to, by its path in the project: where to go to mend it. */
export function stepOf(field: string | undefined): WorkshopStep {
  const [head = '', key = ''] = (field ?? '').split('.')
  if (head === 'words') {
    // The step `market` asks for the market's words; the judgement with the same name stands with the questions.
    return workshopSteps.find((step) => wordsOfStep[step]?.includes(key as WordKey)) ?? 'idea'
  }
  return places[head] ?? 'idea'
}

const places: Readonly<Record<string, WorkshopStep>> = {
  investments: 'purchases',
  sales: 'sales',
  variableCosts: 'costs',
  fixedCosts: 'costs',
  wage: 'costs',
  money: 'money',
  loan: 'money',
  legal: 'permits',
  judgements: 'questions',
}

export type StepState = 'done' | 'late' | 'ahead'

/** How far a step is: something wrong in it, something in it, nothing yet. */
export function stateOf(step: WorkshopStep, project: Project, problems: readonly Refusal[]): StepState {
  if (problems.some(({ field }) => field !== undefined && stepOf(field) === step)) return 'late'
  return isBegun(step, project) ? 'done' : 'ahead'
}

function isBegun(step: WorkshopStep, project: Project): boolean {
  const { sales, investments, fixedCosts, variableCosts, money, loan, legal, judgements } = project
  switch (step) {
    case 'idea':
    case 'market':
      return (wordsOfStep[step] ?? []).some((key) => project.words[key] !== undefined && project.words[key] !== '')
    case 'purchases':
      return investments.length > 0
    case 'sales':
      return sales.length > 0
    case 'costs':
      return fixedCosts.length + variableCosts.length > 0
    case 'money':
      return money.aid + money.own + money.family > 0 || loan !== null
    case 'permits':
      return legal.length > 0
    case 'results':
      return sales.length > 0 && fixedCosts.length + variableCosts.length > 0
    case 'questions':
      return Object.values(judgements).every((judgement) => judgement !== null)
  }
}
