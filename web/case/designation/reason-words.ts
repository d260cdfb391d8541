import type { Reason } from '#domain/designation/reason.ts'
import { formatAmount } from '#domain/money.ts'

import type { Text } from '../../i18n.ts'
import { formatDay, formatNumber, readableAmount } from '../../locale.ts'
import type { CaseWords } from '../case-words.ts'

type Facts = Reason['facts']

/** A reason of a score as a sentence: what is known of this operator, or that nobody said it. */
export function reasonSentence({ reason, known, share, facts }: Reason, words: CaseWords, expertise: Titles): string {
  const { text } = words
  const said = share > 0 ? 'yes' : 'no'
  if (!known) {
    const unknown = text.maybe(`designation.${reason}-unknown`, { caseload: numberOf(facts['caseload']) }) ?? ''
    return `${unknown} ${text('designation.half')}`
  }
  switch (reason) {
    case 'lot':
      return text(`designation.lot-${said}`)
    case 'sector':
      return text(`designation.sector-${said}`, { sector: words.sector(wordOf(facts['sector'])) })
    case 'region':
      return text(`designation.region-${said}`, { region: words.region(wordOf(facts['region'])) })
    case 'distance':
      return text('designation.distance-yes', { kilometres: numberOf(facts['kilometres']) })
    case 'languages':
      return said === 'yes'
        ? text('designation.languages-yes', { common: languagesIn(text, facts['common']) })
        : text('designation.languages-no', { wanted: languagesIn(text, facts['wanted']) })
    case 'caseload':
      return text('designation.caseload-yes', {
        caseload: numberOf(facts['caseload']),
        capacity: numberOf(facts['capacity']),
      })
    case 'ceiling':
      return contractLeft(facts, text)
    case 'contract-end':
      return text('designation.contract-end-yes', { until: formatDay(wordOf(facts['until']), text.locale) })
    case 'response':
      return text('designation.response-yes', { parts: paceOf(facts, text) })
    case 'expertise': {
      const proven = listOf(facts['proven']).map((each) => expertise.get(each) ?? each)
      return proven.length === 0
        ? text('designation.expertise-none')
        : text('designation.expertise-yes', { proven: listed(text, proven) })
    }
  }
}

/** Titles of the edition's kinds of expertise. */
export type Titles = ReadonlyMap<string, string>

/** What is left of the contract in money, in cases, or both. */
function contractLeft(facts: Facts, text: Text): string {
  const amount = (name: string): string => amountIn(text, numberOf(facts[name]), wordOf(facts['currency']))
  const money =
    facts['left'] === null
      ? []
      : [
          text('designation.ceiling-money', {
            left: amount('left'),
            ceiling: amount('ceiling'),
            price: amount('price'),
          }),
        ]
  const cases =
    facts['cases'] === null
      ? []
      : [
          text('designation.ceiling-cases', {
            counted: numberOf(facts['counted']),
            cases: numberOf(facts['cases']),
          }),
        ]
  return [...money, ...cases].join(' ')
}

function paceOf(facts: Facts, text: Text): string {
  const parts = (['answer', 'first-meeting', 'plan', 'difficulty'] as const).flatMap((each) => {
    const days = facts[each]
    return typeof days === 'number'
      ? [text(`designation.response-${each}`, { days: formatNumber(days, text.locale, { maximumFractionDigits: 1 }) })]
      : []
  })
  return listed(text, parts)
}

function languagesIn(text: Text, codes: Facts[string] | undefined): string {
  const names = new Intl.DisplayNames(text.locale, { type: 'language' })
  return listed(
    text,
    listOf(codes).map((code) => names.of(code) ?? code),
  )
}

export function amountIn(text: Text, amount: number, currency: string): string {
  return readableAmount(formatAmount({ amount, currency }, text.locale))
}

function listed(text: Text, words: readonly string[]): string {
  return new Intl.ListFormat(text.locale, { type: 'conjunction' }).format(words)
}

function numberOf(fact: Facts[string] | undefined): number {
  return typeof fact === 'number' ? fact : 0
}

function wordOf(fact: Facts[string] | undefined): string {
  return typeof fact === 'string' ? fact : ''
}

function listOf(fact: Facts[string] | undefined): readonly string[] {
  return Array.isArray(fact) ? (fact as readonly string[]) : []
}
