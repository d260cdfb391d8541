/**
 * Names of countries and their first-level regions, looked up in tables that are passed in (see catalogue/reference):
 * a phone loads only the countries it needs.
 */
export type Language = 'fr' | 'en' | 'ar'

/** English, French (null when the same as English), Arabic (null when there is none), parent of a second-level region. */
export type RegionNames = readonly (string | null)[]
/** ISO 3166-2 codes of one country. */
export type RegionTable = Readonly<Record<string, RegionNames>>

export type CountryNames = { readonly en: string; readonly fr: string; readonly ar: string }
export type CountryTable = Readonly<Record<string, CountryNames>>

/** The region's name, in English where that language has none; the code itself when the table does not know it. */
export function regionName(regions: RegionTable, code: string, language: Language): string {
  const names = Object.hasOwn(regions, code) ? regions[code] : undefined
  const [english, french, arabic] = names ?? []
  const wanted = language === 'ar' ? arabic : language === 'fr' ? french : english
  return wanted ?? english ?? code
}

/** The country's name; the code itself when the table does not know it. */
export function countryName(countries: CountryTable, code: string, language: Language): string {
  return Object.hasOwn(countries, code) ? countries[code]![language] : code
}

/** The regions to choose from, as code and name, in the order of that language. */
export function regionChoices(regions: RegionTable, language: Language): { code: string; name: string }[] {
  const order = new Intl.Collator(language)
  return Object.keys(regions)
    .map((code) => ({ code, name: regionName(regions, code, language) }))
    .sort((left, right) => order.compare(left.name, right.name))
}
