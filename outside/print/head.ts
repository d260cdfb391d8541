import type { LetterBase } from '#app/ports.ts'
import type { Answer } from '#domain/answer.ts'
import { isEstimated, isKnown } from '#domain/answer.ts'
import type { Writing } from './writing.ts'

/** What a template reads: JSON only, every optional part present as `null` or an empty list. */
export type Composed = { readonly [key: string]: unknown }

/** What every paper has at its head. */
export function head(
  data: Pick<LetterBase, 'scheme' | 'office' | 'reference' | 'date' | 'wording'>,
  write: Writing,
): Composed {
  const [year, month, day] = data.date.split('-').map(Number)
  return {
    scheme: write.text(data.scheme),
    office: {
      name: write.text(data.office.name),
      place: write.text(data.office.place),
      address: (data.office.address ?? []).map(write.text),
      contact: (data.office.contact ?? []).map(write.text),
    },
    reference: write.code(data.reference),
    date: write.date(data.date),
    stamp: { year, month, day },
    wording: data.wording ?? {},
    'data-fingerprint': null,
  }
}

/** A value, marked when it is an estimate, or why there is none. */
export function answered<T>(answer: Answer<T>, write: (value: T) => string): Composed {
  return isKnown(answer)
    ? { known: write(answer.known), estimated: isEstimated(answer), unknown: null }
    : { known: null, estimated: false, unknown: answer.unknown }
}
