/**
 * Amounts of money. An amount is a whole number of the currency's minor unit, as ISO 4217 counts it (never as a
 * browser displays it): 4 100 000 XAF is `{ amount: 4100000, currency: 'XAF' }`, 12.50 EUR is `{ amount: 1250,
 * currency: 'EUR' }`. Plain numbers so that it survives JSON; big integers inside so that no step loses a unit.
 */
import * as z from 'zod/mini'
import minorUnitTable from '#catalogue/reference/minor-units.json' with { type: 'json' }

export type Money = { amount: number; currency: string }

/** Why a typed amount was not understood; the word is a translation key, `decimals` what the currency allows. */
export type AmountProblem = {
  problem: 'empty' | 'not-a-number' | 'too-many-decimals' | 'negative' | 'too-large' | 'unknown-currency'
  currency: string
  decimals?: number
}

/** One `from` buys `rate` units of `to` (decimal text, exact) on that day, by that source. */
export type DatedRate = { from: string; to: string; rate: string; date: string; source: string }

const digitsOfCurrency = new Map(
  Object.entries(minorUnitTable.digits).flatMap(([digits, codes]) =>
    codes.split(' ').map((code): [string, number] => [code, Number(digits)]),
  ),
)

export function isCurrency(code: string): boolean {
  return digitsOfCurrency.has(code)
}

/** How many decimals ISO 4217 gives the currency: XAF 0, EUR 2, TND 3. Throws for a code that ISO does not know. */
export function minorUnits(currency: string): number {
  const digits = digitsOfCurrency.get(currency)
  if (digits === undefined) throw new RangeError(`unknown currency ${currency}`)
  return digits
}

/** An amount in minor units. Throws when it is not a safe integer or the currency is unknown. */
export function money(amount: number | bigint, currency: string): Money {
  minorUnits(currency)
  const whole = Number(amount)
  if (!Number.isSafeInteger(whole)) throw new RangeError(`not a safe whole amount: ${amount} ${currency}`)
  return { amount: whole === 0 ? 0 : whole, currency }
}

/** Money from whole units (12.5 EUR), rounded half away from zero to the minor unit: what a calculated rule gives. */
export function moneyFromUnits(units: number | string, currency: string): Money {
  const { digits, scale } = readDecimal(String(units))
  return money(divide(digits * 10n ** BigInt(minorUnits(currency)), 10n ** BigInt(scale)), currency)
}

/** The amount in whole units as a number (12.5 for 1250 EUR cents), for formulas and charts, never for storage. */
export function unitsOf(value: Money): number {
  return Number(decimalText(value))
}

/** The amount in whole units as exact text with all ISO decimals: '12.50', '4100000', for bank files and exports. */
export function decimalText(value: Money): string {
  const digits = minorUnits(value.currency)
  const text = String(Math.abs(value.amount)).padStart(digits + 1, '0')
  const sign = value.amount < 0 ? '-' : ''
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

/**
 * Reads what a person typed: Latin, Arabic-Indic or Persian digits, any spaces, comma or point. A lone separator is
 * the decimal one as long as the currency has that many decimals; francs typed as 500.000 or 500,000 are five
 * hundred thousand, since the currency has no decimals. Anything that could be two amounts is refused, not guessed.
 */
export function parseAmount(
  text: string,
  currency: string,
  options: { negative?: 'refuse' | 'allow' } = {},
): Money | AmountProblem {
  const digits = digitsOfCurrency.get(currency)
  if (digits === undefined) return { problem: 'unknown-currency', currency }
  if (text.length > 200) return { problem: 'not-a-number', currency }
  const typed = normalDigits(text)
  if (typed === '') return { problem: 'empty', currency }
  const negative = typed.startsWith('-')
  const parts = splitNumber(negative ? typed.slice(1).trimStart() : typed, digits)
  if (parts === undefined) return { problem: 'not-a-number', currency }
  if (parts.decimals.length > digits) return { problem: 'too-many-decimals', currency, decimals: digits }
  const amount = BigInt(parts.whole + parts.decimals.padEnd(digits, '0'))
  if (amount > BigInt(Number.MAX_SAFE_INTEGER)) return { problem: 'too-large', currency }
  if (negative && amount > 0n && options.negative !== 'allow') return { problem: 'negative', currency }
  return money(negative ? -amount : amount, currency)
}

export function isAmountProblem(result: Money | AmountProblem): result is AmountProblem {
  return 'problem' in result
}

const formatters = new Map<string, Intl.NumberFormat>()

/** For reading on a screen: ISO decimals, Latin digits in Arabic too. In Arabic text, isolate it (bdi or U+2066). */
export function formatAmount(value: Money, locale: string): string {
  const digits = minorUnits(value.currency)
  const tag = locale.startsWith('ar') && !locale.includes('-u-') ? `${locale}-u-nu-latn` : locale
  const key = `${tag} ${value.currency}`
  let formatter = formatters.get(key)
  if (!formatter) {
    const decimals = { minimumFractionDigits: digits, maximumFractionDigits: digits }
    formatter = new Intl.NumberFormat(tag, { style: 'currency', currency: value.currency, ...decimals })
    formatters.set(key, formatter)
  }
  return formatter.format(decimalText(value) as `${number}`)
}

export function zero(currency: string): Money {
  return money(0, currency)
}

export function add(left: Money, right: Money): Money {
  sameCurrency(left, right)
  return money(BigInt(left.amount) + BigInt(right.amount), left.currency)
}

export function subtract(left: Money, right: Money): Money {
  sameCurrency(left, right)
  return money(BigInt(left.amount) - BigInt(right.amount), left.currency)
}

/** The sum in one currency, zero of that currency when the list is empty. Throws when a currency differs. */
export function sum(values: readonly Money[], currency: string): Money {
  return values.reduce(add, zero(currency))
}

/** Below zero, zero or above zero, for sorting and ceilings. Throws across currencies: convert first. */
export function compare(left: Money, right: Money): number {
  sameCurrency(left, right)
  return Math.sign(left.amount - right.amount)
}

export function least(left: Money, right: Money): Money {
  return compare(left, right) <= 0 ? left : right
}

/** `percent` of the amount (70, 12.5 or '33.333'), rounded half away from zero to the minor unit. */
export function share(value: Money, percent: number | string): Money {
  const { digits, scale } = readDecimal(String(percent))
  return money(divide(BigInt(value.amount) * digits, 100n * 10n ** BigInt(scale)), value.currency)
}

/**
 * Splits the amount by weights (percentages, headcounts, other amounts) without losing a unit: each part is the exact
 * share rounded down or up, the units left over go to the largest remainders, the earlier part first when equal.
 * Throws when a weight is negative or all are zero.
 */
export function allocate(value: Money, weights: readonly (number | string)[]): Money[] {
  const read = weights.map((weight) => readDecimal(String(weight)))
  const scale = Math.max(0, ...read.map((weight) => weight.scale))
  const whole = read.map((weight) => weight.digits * 10n ** BigInt(scale - weight.scale))
  const total = whole.reduce((left, right) => left + right, 0n)
  if (whole.some((weight) => weight < 0n) || total === 0n) throw new RangeError('weights must be positive')
  const size = BigInt(Math.abs(value.amount))
  const parts = whole.map((weight) => (size * weight) / total)
  const left = size - parts.reduce((one, other) => one + other, 0n)
  const byRemainder = whole
    .map((weight, index) => ({ index, remainder: (size * weight) % total }))
    .sort((one, other) =>
      one.remainder === other.remainder ? one.index - other.index : one.remainder > other.remainder ? -1 : 1,
    )
  const favoured = new Set(byRemainder.slice(0, Number(left)).map((part) => part.index))
  const sign = value.amount < 0 ? -1n : 1n
  return parts.map((part, index) => money(sign * (part + (favoured.has(index) ? 1n : 0n)), value.currency))
}

/** Conversion, in either direction of a dated rate, rounded half away from zero. Throws when the rate is for others. */
export function convert(value: Money, rate: DatedRate): Money {
  const { digits, scale } = readDecimal(rate.rate)
  if (digits <= 0n) throw new RangeError(`a rate must be positive: ${rate.rate}`)
  const amount = BigInt(value.amount)
  const from = 10n ** BigInt(minorUnits(rate.from) + scale)
  const to = digits * 10n ** BigInt(minorUnits(rate.to))
  if (value.currency === rate.from) return money(divide(amount * to, from), rate.to)
  if (value.currency === rate.to) return money(divide(amount * from, to), rate.from)
  throw new RangeError(`the rate ${rate.from}/${rate.to} does not convert ${value.currency}`)
}

export const currencySchema = z.string().check(z.refine(isCurrency, { error: 'unknown-currency' }))

export const moneySchema = z.strictObject({ amount: z.int(), currency: currencySchema })

export const datedRateSchema = z.strictObject({
  from: currencySchema,
  to: currencySchema,
  rate: z.string().check(z.regex(/^(?!0*\.?0*$)\d{1,12}(\.\d{1,12})?$/)),
  date: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  source: z.string().check(z.minLength(1)),
})

function sameCurrency(left: Money, right: Money): void {
  if (left.currency !== right.currency) throw new RangeError(`${left.currency} and ${right.currency} do not mix`)
}

/** Integer division rounded half away from zero: what people expect of money, and the same for credits and debits. */
function divide(dividend: bigint, divisor: bigint): bigint {
  const size = dividend < 0n ? -dividend : dividend
  const rounded = (2n * size + divisor) / (2n * divisor)
  return dividend < 0n ? -rounded : rounded
}

function readDecimal(text: string): { digits: bigint; scale: number } {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d{1,3}))?$/.exec(text)
  if (!match) throw new RangeError(`not a decimal number: ${text}`)
  const decimals = match[3] ?? ''
  const exponent = Number(match[4] ?? 0)
  const digits = BigInt(`${match[1]}${match[2]}${decimals}`) * 10n ** BigInt(Math.max(0, exponent - decimals.length))
  return { digits, scale: Math.max(0, decimals.length - exponent) }
}

/** Arabic-Indic and Persian digits to Latin, their separators too; every kind of space to one; marks of direction out. */
export function normalDigits(text: string): string {
  return text
    .replace(/[\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/\u066b/g, '.')
    .replace(/[\u066c'\u2019\s]+/g, ' ')
    .replace(/\u060c/g, ',')
    .replace(/[\u2212\u2010-\u2013]/g, '-')
    .trim()
}

const grouped = /^\d{1,3}( \d{3})+$|^\d+$/

function splitNumber(text: string, digits: number): { whole: string; decimals: string } | undefined {
  if (!/^[\d., ]+$/.test(text)) return undefined
  const marks = text.match(/[.,]/g) ?? []
  const last = marks.at(-1)
  const loneGroup = marks.length === 1 && digits === 0 && /^[1-9]\d{0,2}[.,]\d{3}$/.test(text)
  const isDecimal = last !== undefined && !loneGroup && marks.filter((mark) => mark === last).length === 1
  const at = isDecimal ? text.lastIndexOf(last) : text.length
  const decimals = text.slice(at + 1)
  const head = text.slice(0, at)
  // One kind of grouping mark at a time: 1,000.000 with two meanings never gets here as a whole number.
  if (new Set(head.match(/[., ]/g) ?? []).size > 1) return undefined
  const whole = head.replace(/[.,]/g, ' ')
  if (!/^\d*$/.test(decimals) || (isDecimal && decimals === '')) return undefined
  if (whole === '' && decimals !== '') return { whole: '0', decimals }
  return grouped.test(whole) ? { whole: whole.replaceAll(' ', ''), decimals } : undefined
}
