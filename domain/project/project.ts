/**
 * The plan of one project, as the adviser and the person work it out together. Money is in minor units of `currency`,
 * quantities in thousandths of their unit (2.5 bags = 2500), shares in percent, yearly interest in basis points
 * (12 % = 1200): whole numbers all, so that browser and server never differ by a franc.
 *
 * A project can be saved half done: only `activity`, `country`, `currency` and `firstMonth` must be there. What is wrong
 * in it says `projectProblems` (check.ts), what it comes to `projectResult` (result.ts).
 */
import * as z from 'zod/mini'

import { clean, longestText, longestWord } from '../field.ts'
import { currencySchema } from '../money.ts'

/** Months that a cash flow looks ahead. */
export const horizon = 24
/** The most units on one line, in thousandths: ten million units. */
export const largestQuantity = 10_000_000_000
/** The highest price of one unit, in whole units of the currency: above it a price is a slip of the keyboard. */
export const highestPrice = 1_000_000_000
export const longestFormula = 200
export const mostFormulas = 40

/** Who pays a line of the start-up budget. */
export const payers = ['aid', 'own', 'loan', 'family'] as const
export type Payer = (typeof payers)[number]

/** Where a figure of a line comes from. `assumption` is a plausible default that nobody has checked yet. */
export const figureSources = ['price-book', 'quote', 'own', 'assumption'] as const
export type FigureSource = (typeof figureSources)[number]

export const projectJudgements = ['good', 'fair', 'poor'] as const
export type ProjectJudgement = (typeof projectJudgements)[number]

/** How far a legal step is. `unknown`: nobody has asked yet whether it is needed. */
export const legalStates = ['unknown', 'to-do', 'asked', 'done', 'not-needed'] as const
export type LegalState = (typeof legalStates)[number]

/** The free texts, in the order in which the workshop asks them. All may be left empty. */
export const wordKeys = [
  'idea',
  'reasons',
  'skills',
  'customers',
  'competitors',
  'prices',
  'place',
  'relevance',
  'market',
  'budget',
  'legal',
  'risks',
] as const
export type WordKey = (typeof wordKeys)[number]

const word = z.string().check(z.trim(), z.maxLength(longestWord), clean)
const unit = z.string().check(z.trim(), z.maxLength(60), clean)
const longWord = z.string().check(z.trim(), z.maxLength(longestText), clean)
const code = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,59}$/))
const amount = z.int().check(z.nonnegative())
const month = (least: number) => z.int().check(z.minimum(least), z.maximum(horizon))

/** A line's own name in formulas: a letter, then letters, digits and low lines. Unique in the whole project. */
export const lineName = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,39}$/))

/**
 * A number, or a formula of other lines (`hens * 0.12 + 5`). In a quantity's formula a name stands for that line's
 * quantity in units, in a price's for its price in whole units of the currency; `hens.quantity`, `feed.price` say it.
 */
const formula = z.strictObject({
  formula: z.string().check(z.trim(), z.minLength(1), z.maxLength(longestFormula), clean),
})
const quantity = z.union([z.int().check(z.nonnegative(), z.maximum(largestQuantity)), formula])
const price = z.union([amount, formula])

const lineShape = {
  line: lineName,
  /** What it is, in plain words for goods, never a person: `Aliment ponte`. */
  title: word,
  /** A code of catalogue/prices/units.json, or the adviser's own word. Empty = missing, which is refused. */
  unit,
  quantity,
  price,
  /** The item of the price book, if it is one. */
  item: z.optional(code),
  source: z.optional(z.enum(figureSources)),
}

/** Bought at the start (`month` 0) or at the beginning of a later month; paid by one of the payers. */
export const investmentSchema = z.strictObject({ ...lineShape, payer: z.enum(payers), month: month(0) })

/**
 * Something sold: `quantity` in a usual month, from month `from` on (1 = the first). `seasons` are percent of the usual
 * month, January first, always twelve (100 = usual).
 */
export const saleSchema = z.strictObject({
  ...lineShape,
  from: month(1),
  seasons: z.array(z.int().check(z.minimum(0), z.maximum(1000))).check(z.length(12)),
})

/** What each unit sold of the sales line `per` uses up: `quantity` units of this for one of that. */
export const variableCostSchema = z.strictObject({ ...lineShape, per: lineName })

/** What each month costs from month `from` on, whatever is sold: rent, feed of a flock, a helper. */
export const fixedCostSchema = z.strictObject({ ...lineShape, from: month(1) })

/** Repaid in equal parts of the principal after the grace, with interest on what is left each month. */
export const loanSchema = z.strictObject({
  amount,
  /** Yearly, basis points: 12 % = 1200. */
  interest: z.int().check(z.nonnegative(), z.maximum(10_000)),
  /** Until the last instalment, the grace included. */
  months: z.int().check(z.minimum(1), z.maximum(120)),
  /** Months in which only interest is paid. */
  grace: z.int().check(z.nonnegative(), z.maximum(60)),
})

export const legalStepSchema = z.strictObject({
  /** A code of the activity's file, or the adviser's own line name. */
  step: code,
  title: word,
  state: z.enum(legalStates),
  /** What it costs, paid at the start; null = not known. */
  cost: z.nullable(amount),
})

export const projectSchema = z.strictObject({
  /** A file of catalogue/activities, or `other`. */
  activity: code,
  country: z.string().check(z.regex(/^[A-Z]{2}$/)),
  region: z.nullable(z.string().check(z.regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, { error: 'invalid-region' }))),
  currency: currencySchema,
  /** The language it is written in; its papers are in it. Left out = French. */
  language: z.optional(z.enum(['fr', 'en', 'ar'])),
  /** The first month of work, `YYYY-MM`. */
  firstMonth: z.string().check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, { error: 'invalid-date' })),
  words: z.strictObject(
    Object.fromEntries(wordKeys.map((key) => [key, z.optional(longWord)])) as Record<
      WordKey,
      z.ZodMiniOptional<typeof longWord>
    >,
  ),
  /** The three questions of the study; null = not judged yet. */
  judgements: z.strictObject({
    relevance: z.nullable(z.enum(projectJudgements)),
    market: z.nullable(z.enum(projectJudgements)),
    budget: z.nullable(z.enum(projectJudgements)),
  }),
  legal: z.array(legalStepSchema).check(z.maxLength(40)),
  investments: z.array(investmentSchema).check(z.maxLength(120)),
  sales: z.array(saleSchema).check(z.maxLength(40)),
  variableCosts: z.array(variableCostSchema).check(z.maxLength(120)),
  fixedCosts: z.array(fixedCostSchema).check(z.maxLength(60)),
  /** What the person takes for living each month, from month `from` on. */
  wage: z.strictObject({ amount, from: month(1) }),
  /** What comes in at the start besides the loan. `aid` is what is asked of the scheme. */
  money: z.strictObject({ aid: amount, own: amount, family: amount }),
  loan: z.nullable(loanSchema),
})

export type Project = z.infer<typeof projectSchema>
export type Investment = Project['investments'][number]
export type Sale = Project['sales'][number]
export type VariableCost = Project['variableCosts'][number]
export type FixedCost = Project['fixedCosts'][number]
export type Loan = NonNullable<Project['loan']>
export type LegalStep = Project['legal'][number]
/** A whole number, or a formula. */
export type Figure = Investment['quantity']

/** The four lists of lines. A line is known by its name over all of them. */
export const lineLists = ['investments', 'sales', 'variableCosts', 'fixedCosts'] as const
export type LineList = (typeof lineLists)[number]
export type ProjectLine = Project[LineList][number]

/** An empty project of an activity: nothing in it is invented. */
export function newProject(of: Pick<Project, 'activity' | 'country' | 'region' | 'currency' | 'firstMonth'>): Project {
  return {
    ...of,
    words: {},
    judgements: { relevance: null, market: null, budget: null },
    legal: [],
    investments: [],
    sales: [],
    variableCosts: [],
    fixedCosts: [],
    wage: { amount: 0, from: 1 },
    money: { aid: 0, own: 0, family: 0 },
    loan: null,
  }
}

export function isFormula(figure: Figure): figure is { readonly formula: string } {
  return typeof figure !== 'number'
}

/** Every line with the list it stands in and its place there: `sales.0`. */
export function linesOf(
  project: Project,
): { readonly list: LineList; readonly at: number; readonly line: ProjectLine }[] {
  return lineLists.flatMap((list) => project[list].map((line, at) => ({ list, at, line })))
}
