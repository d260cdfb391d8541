/**
 * Languages, and how each writes numbers and dates. Pure: nothing here touches the page.
 */
export const languages = ['fr', 'en', 'ar'] as const
export type Language = (typeof languages)[number]

/** Each language by its own name, for the switch. */
export const languageNames: Readonly<Record<Language, string>> = { fr: 'Français', en: 'English', ar: 'العربية' }

export function isLanguage(value: unknown): value is Language {
  return languages.includes(value as Language)
}

export function directionOf(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr'
}

/** The first of the wished languages that we speak; French when none is. */
export function languageFrom(wished: readonly string[]): Language {
  const short = wished.map((tag) => tag.slice(0, 2).toLowerCase())
  return short.find(isLanguage) ?? 'fr'
}

/**
 * The tag for numbers and dates. Arabic follows the office's country (months and digits differ between Tunis and
 * Baghdad); elsewhere its digits are Latin, said explicitly because browsers disagree.
 */
export function localeOf(language: Language, country?: string): string {
  if (language === 'fr') return 'fr-FR'
  if (language === 'en') return 'en-GB'
  const tag = country !== undefined && arabicCountries.has(country) ? `ar-${country}` : 'ar'
  const digits = easternDigits.has(country ?? '') ? 'arab' : 'latn'
  return `${tag}-u-ca-gregory-nu-${digits}`
}

const arabicCountries = new Set('AE BH DJ DZ EG IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE'.split(' '))
const easternDigits = new Set('BH EG IQ JO KW LB OM PS QA SA SD SY YE'.split(' '))

export type DayForm = 'long' | 'short' | 'weekday' | 'whole'

const dayForms: Readonly<Record<DayForm, Intl.DateTimeFormatOptions>> = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  whole: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function dateFormatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, options)
  formatters.set(key, made)
  return made
}

/** A plain date as people write it. `1990` and `1990-06` stay a year and a month. Unreadable text comes back as is. */
export function formatDay(value: string, locale: string, form: DayForm = 'long'): string {
  const [year, month = 1, day = 1] = value.split('-').map(Number)
  if (!/^\d{4}(-\d{2}){0,2}$/.test(value) || year === undefined) return value
  const at = Date.UTC(year, month - 1, day)
  const wide = form === 'short' ? 'short' : 'long'
  if (value.length === 4) return dateFormatter(locale, { timeZone: 'UTC', year: 'numeric' }).format(at)
  if (value.length === 7) {
    return dateFormatter(locale, { timeZone: 'UTC', month: wide, year: 'numeric' }).format(at)
  }
  const written = dateFormatter(locale, { timeZone: 'UTC', ...dayForms[form] })
  // French counts the first of a month, and only that one.
  const isFirst = day === 1 && locale.startsWith('fr')
  if (!isFirst) return written.format(at)
  return written
    .formatToParts(at)
    .map((part) => (part.type === 'day' ? '1er' : part.value))
    .join('')
}

/** An instant in the reader's own time zone: day and time of day. */
export function formatMoment(instant: string, locale: string, form: DayForm = 'short'): string {
  const at = new Date(instant)
  if (Number.isNaN(at.valueOf())) return instant
  return dateFormatter(locale, { ...dayForms[form], hour: '2-digit', minute: '2-digit' }).format(at)
}

const relative = new Map<string, Intl.RelativeTimeFormat>()

/** How far a plain date lies from another, in the largest unit that still says something: `in 3 days`, `last month`. */
export function formatDistance(value: string, today: string, locale: string): string {
  const days = Math.round((Date.parse(value) - Date.parse(today)) / 86_400_000)
  if (Number.isNaN(days)) return value
  const formatter = relative.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  relative.set(locale, formatter)
  const size = Math.abs(days)
  if (size < 14) return formatter.format(days, 'day')
  if (size < 60) return formatter.format(Math.trunc(days / 7), 'week')
  if (size < 730) return formatter.format(Math.trunc(days / 30.44), 'month')
  return formatter.format(Math.trunc(days / 365.25), 'year')
}

export function formatNumber(value: number, locale: string, options?: Intl.NumberFormatOptions): string {
  return readableAmount(new Intl.NumberFormat(locale, options).format(value))
}

/** What stands beside an amount, such as FCFA or €, before there is one. */
export function currencySign(currency: string, locale: string): string {
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency }).formatToParts(0)
  return parts.find(({ type }) => type === 'currency')?.value ?? currency
}

/**
 * An amount that can be read: French groups its digits with a space so thin that 4 100 000 looks like 4100000 on a
 * screen. The ordinary no-break space does the same in all its width.
 */
export function readableAmount(formatted: string): string {
  return formatted.replaceAll('\u202f', '\u00a0')
}
