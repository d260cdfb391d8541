import { formatAmount } from '#domain/money.ts'
import type { Aid } from '#domain/scheme/aid.ts'
import type { Budget } from '#domain/scheme/funding.ts'
import { budgetAmount } from '#domain/scheme/funding.ts'
import { listText } from '#domain/scheme/phrase.ts'
import type { Scheme } from '#domain/scheme/scheme.ts'

import type { Language } from '../call.ts'
import { sentence } from '../sentence.ts'

/** Who pays for an aid together, and what may be granted of it in a year, in sentences. */
export function fundingText({ sources }: Scheme, { funders = [], budget = [] }: Aid, language: Language): string[] {
  const shares = funders.map(({ title, share }) =>
    share === 'unknown'
      ? sentence('funder-unknown', language, { title: title[language] })
      : `${title[language]} (${share} %)`,
  )
  return [
    ...(shares.length > 0 ? [sentence('funders', language, { funders: listText(shares, language) })] : []),
    ...budget.map((each) => {
      const facts = { amount: amountText(each, language), source: sources[each.source]?.title[language] ?? each.source }
      if (each.year === 'each') return sentence('budget-each', language, facts)
      return sentence('budget', language, { ...facts, year: String(each.year) })
    }),
  ]
}

function amountText({ amount }: Budget, language: Language): string {
  const read = amount === 'unknown' ? undefined : budgetAmount(amount)
  return read && 'amount' in read ? formatAmount(read, language) : sentence('unknown', language)
}
