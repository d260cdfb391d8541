import type { ReadFile } from '#domain/draft/decide.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept } from '#domain/outcome.ts'
import type { PublishedEdition } from '#domain/scheme/check-published.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import type { Scheme } from '#domain/scheme/scheme.ts'

import { fingerprintOf, lockOf } from './fingerprint.ts'
import type { House } from './house.ts'

export type ReadSchemeFile = ReadFile & { readonly body: Scheme | undefined }

/** A published edition, with the scheme it is of. */
export type PublishedScheme = Pick<RunningEdition, 'scheme' | 'edition'>

/** Checks the text of a scheme file against the format and against what is published; `since` is what this process has not heard of. Refusal: `scheme-too-slow`. */
export async function readSchemeFile(
  { schemeDesk, editions }: Pick<House, 'schemeDesk' | 'editions'>,
  text: string,
  since: readonly PublishedScheme[] = [],
): Promise<Outcome<ReadSchemeFile>> {
  const published = [...editions.all(), ...since].map(publishedEdition)
  const checked = await schemeDesk.check(text, published)
  if (checked.refused) return checked
  if ('problems' in checked.value)
    return accept({ scheme: null, title: null, fresh: [], problems: checked.value.problems, body: undefined })
  const { scheme } = checked.value
  const known = new Set(published.filter((each) => each.scheme === scheme.scheme).map(({ edition }) => edition))
  const fresh = scheme.editions
    .filter(({ edition }) => !known.has(edition))
    .map((edition) => ({ edition: edition.edition, fingerprint: fingerprintOf(scheme, edition) }))
  return accept({ scheme: scheme.scheme, title: scheme.title, fresh, problems: [], body: scheme })
}

function publishedEdition({ scheme, edition }: PublishedScheme): PublishedEdition {
  const { country, currency } = scheme
  const { from, to } = edition
  return { scheme: scheme.scheme, edition: edition.edition, country, currency, from, to, lock: lockOf(edition) }
}
