import type { Confirmation } from '../scheme/kinds.ts'

/** What is known of whoever a link was sent to, by which they can say who they are. */
export type KnownOfParty = {
  /** A year, a month or a day, as far as it is known. */
  readonly birth: string | null
  readonly birthEstimated: boolean
  readonly phone: string | null
  readonly fileNumber: string
}

/** The kindest way that is possible with what is known, in the order the edition prefers; the file's number always is. */
export function confirmationFor(preferred: readonly Confirmation[], known: KnownOfParty): Confirmation {
  const isPossible: Readonly<Record<Confirmation, boolean>> = {
    'birth-year': known.birth !== null,
    code: known.phone !== null,
    'file-number': true,
  }
  return preferred.find((way) => isPossible[way]) ?? 'file-number'
}

/**
 * Whether the answer is right; a code is not judged here. Digits of every script count. Where the year of birth was
 * only estimated, one year more or less is the same person.
 */
export function confirms(way: 'birth-year' | 'file-number', answer: string, known: KnownOfParty): boolean {
  const said = latinDigits(answer)
    .replace(/[\s.\-_/]/g, '')
    .toUpperCase()
  if (way === 'file-number') return said === known.fileNumber.replaceAll('-', '').toUpperCase()
  if (!/^\d{4}$/.test(said) || known.birth === null) return false
  return Math.abs(Number(said) - Number(known.birth.slice(0, 4))) <= (known.birthEstimated ? 1 : 0)
}

/** Arabic-Indic and Persian digits as Latin ones. */
export function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
}
