import { minorUnits } from '../money.ts'
import { checkTwice } from './check-references.ts'
import type { Budget } from './funding.ts'
import { budgetAmount, isSplitAsked } from './funding.ts'
import type { Path, Report } from './problem.ts'
import type { Aid, Edition } from './scheme.ts'

/** Funders share an aid wholly, and budgets are amounts of the scheme's currency, one for each year. */
export function checkFunding(edition: Edition, currency: string, path: Path, report: Report): void {
  checkBudgets(edition.budget ?? [], currency, [...path, 'budget'], report)
  edition.aids.forEach((aid, index) => {
    const at = [...path, 'aids', index]
    checkFunders(aid, [...at, 'funders'], report)
    checkBudgets(aid.budget ?? [], currency, [...at, 'budget'], report)
  })
}

function checkFunders({ aid, funders = [] }: Aid, path: Path, report: Report): void {
  const shares = funders.map(({ share }) => share).filter((share) => share !== 'unknown')
  const sum = shares.reduce((total, share) => total + share, 0)
  if (isSplitAsked(funders) && shares.length > 0) report({ path, code: 'funders-known-in-part', facts: { aid } })
  else if (shares.length > 0 && Math.abs(sum - 100) > 1e-9)
    report({ path, code: 'funders-not-hundred', facts: { aid, sum } })
  checkTwice(
    funders.map(({ funder }) => funder),
    (index) => [...path, index, 'funder'],
    report,
  )
}

function checkBudgets(budgets: readonly Budget[], currency: string, path: Path, report: Report): void {
  checkTwice(
    budgets.map(({ year }) => String(year)),
    (index) => [...path, index, 'year'],
    report,
  )
  budgets.forEach(({ amount }, index) => {
    const at = [...path, index, 'amount']
    const read = amount === 'unknown' ? undefined : budgetAmount(amount)
    if (read === undefined) return
    const suggested = { suggestion: `${amount.replaceAll(/\D/g, '') || 0} ${currency}` }
    if ('amount' in read) {
      if (read.currency !== currency)
        report({ path: at, code: 'budget-in-other-currency', facts: { currency: read.currency, of: currency } })
    } else if (read.problem === 'not-an-amount')
      report({ path: at, code: read.problem, facts: { found: amount }, ...suggested })
    else {
      const facts = { found: amount.split(' ')[0], currency: read.currency, allowed: minorUnits(read.currency) }
      report({ path: at, code: read.problem, facts })
    }
  })
}
