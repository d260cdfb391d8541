import * as z from 'zod/mini'

import type { Money } from '../money.ts'
import { isAmountProblem, parseAmount } from '../money.ts'
import type { Aid } from './aid.ts'
import type { Edition } from './scheme.ts'
import { source, textSchema, unknown, word } from './value.ts'

/**
 * Who pays for an aid together. The shares are percent of every award and sum to 100; where no source gives them they
 * are all `unknown`, and whoever decides says the split with its reason.
 */
export const funderSchema = z.strictObject({
  funder: word,
  title: textSchema,
  share: z.union([unknown, z.number().check(z.positive(), z.maximum(100))]),
  source,
})
export type Funder = z.infer<typeof funderSchema>

/**
 * What may be granted in one calendar year, such as `50000000 XAF`. `year: each` is every year that is not named.
 * Where the amount is `unknown` awards are counted and none is refused.
 */
export const budgetSchema = z.strictObject({
  year: z.union([z.literal('each'), z.int().check(z.minimum(1990), z.maximum(2200))]),
  amount: z.union([unknown, z.string()]),
  source,
})
export type Budget = z.infer<typeof budgetSchema>

/** Whether whoever decides must say how the funders share an award. */
export function isSplitAsked(funders: readonly Funder[] | undefined): boolean {
  return funders?.some(({ share }) => share === 'unknown') ?? false
}

/** The amount of a budget as a scheme writes it (`50000000 XAF`), or why it cannot be read. */
export function budgetAmount(
  text: string,
):
  | Money
  | { readonly problem: 'not-an-amount' }
  | { readonly problem: 'too-many-decimals'; readonly currency: string } {
  const [, number = '', currency = ''] = /^(\d+(?:\.\d+)?) ([A-Z]{3})$/.exec(text) ?? []
  const read = parseAmount(number, currency)
  if (!isAmountProblem(read)) return read
  return read.problem === 'too-many-decimals' ? { problem: read.problem, currency } : { problem: 'not-an-amount' }
}

/** The budget of a line in a year: the one that names the year, else the one for each year. */
export function budgetOfYear(budgets: readonly Budget[], year: number): Budget | undefined {
  return budgets.find((each) => each.year === year) ?? budgets.find((each) => each.year === 'each')
}

/** The line of all aids of an edition that have no budget of their own; no aid can bear this name. */
export const commonLine = '*'

/** The line that awards of an aid count against, or null where nothing is counted. */
export function lineOf({ budget }: Pick<Edition, 'budget'>, aid: Aid): string | null {
  if (aid.budget !== undefined) return aid.aid
  return budget === undefined ? null : commonLine
}

/** The budgets that an edition gives a line. */
export function budgetsOfLine(edition: Pick<Edition, 'aids' | 'budget'>, line: string): readonly Budget[] {
  if (line === commonLine) return edition.budget ?? []
  return edition.aids.find(({ aid }) => aid === line)?.budget ?? []
}
