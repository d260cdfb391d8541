import type { LegalState, Payer, ProjectJudgement, WordKey } from './project.ts'
import type { CashMonth } from './result.ts'
import type { Threshold } from './what-if.ts'

/** A line of the plan on paper. Quantity in thousandths, price and amount in minor units. */
export type PlanLine = {
  readonly title: string
  readonly unit: string
  readonly quantity: number
  readonly price: number
  /** Of a usual month, or in all. */
  readonly amount: number
}

/** What a business plan on paper says besides its head. Texts are as the person and the adviser wrote them. */
export type PlanPaper = {
  readonly title: string
  readonly place: string | null
  readonly version: { readonly number: number; readonly on: string; readonly fingerprint: string }
  readonly currency: string
  readonly words: Readonly<Partial<Record<WordKey, string>>>
  readonly judgements: Readonly<Record<'relevance' | 'market' | 'budget', ProjectJudgement | null>>
  readonly figures: {
    readonly cost: number
    readonly workingCapital: number
    readonly ownContribution: number
    readonly requested: number
    readonly breakEvenSales: number | null
    readonly breakEvenMonth: number | null
    readonly paidBackMonth: number | null
    /** Basis points. */
    readonly marginOfSafety: number | null
    readonly loanInterest: number | null
  }
  /** What decides, with the title of its line; or the month that is short already (0 = the start). */
  readonly deciding: (Threshold & { readonly title: string }) | { readonly short: number } | null
  readonly legal: readonly { readonly title: string; readonly state: LegalState; readonly cost: number | null }[]
  readonly investments: readonly (PlanLine & { readonly payer: Payer })[]
  readonly sales: readonly (PlanLine & { readonly from: number })[]
  readonly variableCosts: readonly (PlanLine & { readonly per: string })[]
  readonly fixedCosts: readonly (PlanLine & { readonly from: number })[]
  /** What the person takes each month; null = nothing. */
  readonly wage: { readonly amount: number; readonly from: number } | null
  /** The start-up budget; it sums to the cost. */
  readonly budget: readonly { readonly line: string; readonly amount: number }[]
  readonly money: readonly { readonly payer: Payer; readonly amount: number }[]
  readonly opening: number
  readonly months: readonly CashMonth[]
}
