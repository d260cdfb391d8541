import type { Option } from '../ui/Choice.tsx'

const countries =
  'AD AE AF AG AI AL AM AO AR AT AU AW AZ BA BB BD BE BF BG BH BI BJ BM BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CK CL ' +
  'CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN ' +
  'HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME ' +
  'MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NU NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU ' +
  'RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC ' +
  'VE VN VU WS XK YE ZA ZM ZW'

/** Languages in which people of the schemes are spoken to, ISO 639; the names come from the browser. */
const spoken =
  'fr en ar pt es de it tr fa ps ur ru uk sq sr ro hy ka am ti so sw rw ln wo ff bm ha yo ig ee mos sg kab zgh'

const lists = new Map<string, readonly Option[]>()

/** Countries by their name in the reader's language, sorted as that language sorts. */
export function countryOptions(locale: string): readonly Option[] {
  return named('region', countries, locale)
}

export function languageOptions(locale: string): readonly Option[] {
  return named('language', spoken, locale)
}

function named(type: 'region' | 'language', codes: string, locale: string): readonly Option[] {
  const key = `${type} ${locale}`
  const known = lists.get(key)
  if (known) return known
  const names = new Intl.DisplayNames(locale, { type, fallback: 'none' })
  const made = codes
    .split(' ')
    .flatMap((id) => {
      const title = names.of(id)
      return title === undefined ? [] : [{ id, title }]
    })
    .sort((left, right) => left.title.localeCompare(right.title, locale))
  lists.set(key, made)
  return made
}
