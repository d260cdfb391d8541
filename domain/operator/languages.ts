/**
 * Languages in which operators work with people (ISO 639): those of the countries of return, and of migration. Names
 * are kept for those that few devices know.
 */
const names = {
  fr: null,
  en: null,
  ar: null,
  bas: { fr: 'bassa', en: 'Basaa', ar: 'الباسا' },
  bbj: { fr: 'ghomala', en: 'Ghomala', ar: 'الغومالا' },
  bm: { fr: 'bambara', en: 'Bambara', ar: 'البامبارا' },
  bum: { fr: 'bulu', en: 'Bulu', ar: 'البولو' },
  de: null,
  dua: { fr: 'douala', en: 'Duala', ar: 'الدوالا' },
  ee: { fr: 'éwé', en: 'Ewe', ar: 'الإيوي' },
  es: null,
  ewo: { fr: 'ewondo', en: 'Ewondo', ar: 'الإيوندو' },
  ff: { fr: 'peul', en: 'Fula', ar: 'الفولانية' },
  ha: { fr: 'haoussa', en: 'Hausa', ar: 'الهوسا' },
  it: null,
  kbp: { fr: 'kabiyè', en: 'Kabiyè', ar: 'الكابيي' },
  pcm: { fr: 'pidgin', en: 'Pidgin', ar: 'البدجن' },
  pt: null,
  rif: { fr: 'rifain', en: 'Riffian', ar: 'الريفية' },
  shi: { fr: 'tachelhit', en: 'Tachelhit', ar: 'تشلحيت' },
  snk: { fr: 'soninké', en: 'Soninke', ar: 'السوننكية' },
  srr: { fr: 'sérère', en: 'Serer', ar: 'السيرير' },
  tzm: { fr: 'tamazight', en: 'Tamazight', ar: 'الأمازيغية' },
  wo: { fr: 'wolof', en: 'Wolof', ar: 'الولوف' },
  zgh: { fr: 'amazighe standard', en: 'Standard Tamazight', ar: 'الأمازيغية المعيارية' },
} as const

export const spokenLanguages: readonly string[] = Object.keys(names)

/** The name that is kept for a language; undefined for those that every device knows. */
export function keptLanguageName(id: string, language: 'fr' | 'en' | 'ar'): string | undefined {
  return (names as Readonly<Record<string, Readonly<Record<typeof language, string>> | null>>)[id]?.[language]
}
