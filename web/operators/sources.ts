import { keptLanguageName, spokenLanguages } from '#domain/operator/languages.ts'
import { criteriaOf, specificationOf } from '#domain/operator/checks.ts'
import { regionChoices } from '#domain/place.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import { sectorNames } from '#domain/sectors.ts'

import { useRegions } from '../case/case-words.ts'
import { uploaderFor } from '../case/upload.ts'
import type { FormSources } from '../form/sources.ts'
import { useText, type Text } from '../i18n.ts'

/** What a form about a standing offers: languages, regions, sectors, the edition's expertise, grid and services. */
export function useStandingSources(running: RunningEdition | undefined, stream: string): FormSources {
  const text = useText()
  const regions = useRegions(running?.scheme.country ?? '')
  if (!running) return {}
  const { operators } = running.edition
  const specification = specificationOf(running)
  const proof = specification?.proof ?? []
  const order = new Intl.Collator(text.locale)
  const titled = (title: { readonly fr: string; readonly en: string; readonly ar: string }) => title[text.language]
  return {
    choices: {
      languages: spokenLanguages.map((id) => ({ id, title: languageName(text, id) })),
      regions: regionChoices(regions, text.language).map(({ code, name }) => ({ id: code, title: name })),
      sectors: Object.entries(sectorNames)
        .map(([id, title]) => ({ id, title: titled(title) }))
        .sort((one, other) => order.compare(one.title, other.title)),
    },
    expertise: (operators?.expertise ?? []).map(({ expertise, title }) => ({
      id: expertise,
      title: titled(title),
      needsProof: proof === 'unknown' || proof.includes(expertise),
    })),
    grid: {
      criteria: criteriaOf(running).map(({ criterion, title }) => ({ id: criterion, title: titled(title) })),
      highest: specification?.grid.highest ?? 0,
    },
    services: (specification?.services ?? []).map(({ service, title }) => ({ id: service, title: titled(title) })),
    currency: running.scheme.currency,
    upload: uploaderFor(stream, 'accreditation'),
  }
}

/** What a language is called in the reader's own. */
export function languageName({ locale, language }: Pick<Text, 'locale' | 'language'>, id: string): string {
  return keptLanguageName(id, language) ?? new Intl.DisplayNames(locale, { type: 'language' }).of(id) ?? id
}
