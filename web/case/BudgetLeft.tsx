import { useQuery } from '@tanstack/react-query'

import type { BudgetAnswer } from '#contract/answers.ts'

import { reading } from '../api.ts'
import { useText } from '../i18n.ts'
import { Amount } from '../ui/Amount.tsx'
import { KnownMark } from '../ui/KnownMark.tsx'

/** The budgets of a scheme this year, as far as the seat's office plays a part in it. */
export function useBudgets(scheme: string): readonly BudgetAnswer[] {
  const path = `/api/schemes/${encodeURIComponent(scheme)}/budgets`
  return useQuery({ ...reading<{ rows: readonly BudgetAnswer[] }>(path), staleTime: 10_000 }).data?.rows ?? none
}

const none: readonly BudgetAnswer[] = []

/** The line that awards of an aid count against, of those that are given. */
export function budgetFor(budgets: readonly BudgetAnswer[], aid: string | null): BudgetAnswer | undefined {
  return budgets.find(({ aids }) => aid !== null && aids.includes(aid))
}

/** What is left of a budget, of how much; where no source gives it, what was granted so far. */
export function BudgetLeft({ budget }: { budget: BudgetAnswer }) {
  const text = useText()
  const { amount, granted, currency, year } = budget
  const money = (value: number, strong = false) => <Amount value={{ amount: value, currency }} strong={strong} />
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-2">
      {amount === null ? (
        <KnownMark of="unknown" />
      ) : (
        <span className={granted >= amount ? 'text-clay-deep' : undefined}>
          {money(Math.max(0, amount - granted), true)}
        </span>
      )}
      <span className="text-small text-ink-soft">
        {amount === null ? text('ui.budget-granted') : text('ui.budget-of')} {money(amount ?? granted)}
        <bdi> ({year})</bdi>
      </span>
    </span>
  )
}
