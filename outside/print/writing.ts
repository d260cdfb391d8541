/**
 * Words, amounts and dates as a letter shows them. A text typed by a person may be of the other direction than the
 * letter: it is put between Unicode isolates, so that its full stops and brackets stay where they were typed.
 */
import { toCardinal as arabicWords } from 'n2words/ar-SA'
import { toCardinal as englishWords } from 'n2words/en-GB'
import { toCardinal as frenchWords } from 'n2words/fr-FR'
import type { Language } from '#app/ports.ts'
import type { Money } from '#domain/money.ts'
import { decimalText, formatAmount, minorUnits } from '#domain/money.ts'

const firstStrongIsolate = '\u2068'
const leftToRightIsolate = '\u2066'
const endOfIsolate = '\u2069'

export type Writing = {
  /** A text as typed, on one line. */
  text(typed: string): string
  /** References, file numbers, fingerprints, telephone numbers: always left to right. */
  code(typed: string): string
  /** A text as typed, line by line; empty lines are left out. */
  lines(typed: string): string[]
  amount(value: Money): string
  /** An amount written out, as on a cheque: « quatre millions cent mille francs CFA ». */
  amountInWords(value: Money): string
  /** The digits alone, for a column whose heading names the currency. */
  digits(value: Money): string
  currency(code: string): string
  number(value: number): string
  /** A plain date in words. A text that is no date is shown as it is. */
  date(plain: string): string
}

/** How this language writes. Digits are Latin in Arabic too, as on the invoices and papers of the countries concerned. */
export function writingIn(language: Language): Writing {
  const locale = { fr: 'fr', en: 'en-GB', ar: 'ar-u-nu-latn' }[language]
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const numbers = new Intl.NumberFormat(locale)

  function digits(value: Money): string {
    const decimals = minorUnits(value.currency)
    const format = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
    return leftToRight(format.format(decimalText(value) as `${number}`))
  }

  function currency(code: string): string {
    const display = language === 'ar' ? 'name' : 'symbol'
    const parts = new Intl.NumberFormat(locale, { style: 'currency', currency: code, currencyDisplay: display })
    const name = parts.formatToParts(0).find((part) => part.type === 'currency')?.value
    return isolated(name ?? code)
  }

  return {
    text: isolated,
    code: leftToRight,
    digits,
    currency,
    lines: (typed) =>
      typed
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '')
        .map(isolated),
    amountInWords: (value) => isolated(spelledOut(value, language, locale)),
    amount: (value) =>
      language === 'ar'
        ? `${digits(value)}\u00a0${currency(value.currency)}`
        : leftToRight(formatAmount(value, language)),
    number: (value) => leftToRight(numbers.format(value)),
    date: (plain) => isolated(dateInWords(plain, language, dates)),
  }
}

const cardinals = { fr: frenchWords, en: englishWords, ar: arabicWords }

/** Whole units in words; what is below one unit stays in digits over its scale, as on a cheque. */
function spelledOut(value: Money, language: Language, locale: string): string {
  const scale = 10 ** minorUnits(value.currency)
  const whole = Math.floor(value.amount / scale)
  const rest = value.amount % scale
  const named = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: value.currency,
    currencyDisplay: 'name',
    maximumFractionDigits: 0,
  })
  const currency = named.formatToParts(whole).find((part) => part.type === 'currency')?.value ?? value.currency
  const words = cardinals[language](whole)
  // « deux millions de francs », but « deux millions cent francs ».
  const link = language === 'fr' && /(million|milliard)s?$/.test(words) ? ' de ' : ' '
  const over = rest === 0 ? '' : ` ${String(rest).padStart(minorUnits(value.currency), '0')}/${scale}`
  return `${words}${link}${currency}${over}`
}

function dateInWords(plain: string, language: Language, dates: Intl.DateTimeFormat): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(plain)) return plain
  const instant = new Date(`${plain}T00:00:00Z`)
  if (Number.isNaN(instant.valueOf())) return plain
  const words = dates.format(instant)
  return language === 'fr' ? words.replace(/^1 /, '1er ') : words
}

/** Marks of direction and control characters hidden in a text could turn an amount around: they are taken out. */
function plainLine(typed: string): string {
  return typed
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp} ]+/gu, ' ')
    .replace(/\p{Cs}/gu, '\ufffd')
    .trim()
}

function isolated(typed: string): string {
  return firstStrongIsolate + plainLine(typed) + endOfIsolate
}

function leftToRight(typed: string): string {
  return leftToRightIsolate + plainLine(typed) + endOfIsolate
}
