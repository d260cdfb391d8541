/**
 * Whether two records may be one person. The answer proposes a comparison by a human being and never blocks by itself:
 * families share a phone, brothers share a birth year, half of all birth dates are guessed.
 */
import { addDays, comparePartialDates, precisionOf, spanOf, type PartialDate } from '../calendar.ts'
import { documentKey, phoneKey, type PersonName } from './keys.ts'
import { nameScore } from './likeness.ts'

/** What is known of a person; leave out what is not known. Sex and country are compared as codes. */
export type PersonLikeness = PersonName & {
  birth?: PartialDate | undefined
  sex?: string | undefined
  country?: string | undefined
  phone?: string | undefined
  documentNumber?: string | undefined
}

export const duplicateReasons = [
  'same-document',
  'same-phone',
  'same-name',
  'close-name',
  'some-name',
  'same-birth',
  'same-birth-month',
  'same-birth-year',
  'close-birth',
  'same-sex',
  'same-country',
  'birth-differs',
  'sex-differs',
  'country-differs',
] as const

export type DuplicateReason = (typeof duplicateReasons)[number]
export type DuplicateBand = 'certain' | 'likely' | 'possible' | 'none'
export type Duplicate = { score: number; band: DuplicateBand; reasons: DuplicateReason[] }

type Evidence = { points: number; reason: DuplicateReason }

/**
 * From 0 to 1, the same in both directions. `certain` needs the same document, or phone and name and birth; a name alone
 * is at most `possible`. What is unknown on one side neither helps nor harms.
 */
export function duplicateScore(left: PersonLikeness, right: PersonLikeness): Duplicate {
  const name = nameScore(fullName(left), fullName(right)).score
  const evidence = [
    sharedEvidence(left.documentNumber, right.documentNumber, documentKey, { points: 0.55, reason: 'same-document' }),
    sharedEvidence(left.phone, right.phone, phoneKey, { points: 0.2, reason: 'same-phone' }),
    nameEvidence(name),
    birthEvidence(left.birth, right.birth),
    codeEvidence(left.sex, right.sex, { points: 0.03, reason: 'same-sex' }, { points: -0.15, reason: 'sex-differs' }),
    codeEvidence(
      left.country,
      right.country,
      { points: 0.04, reason: 'same-country' },
      { points: -0.05, reason: 'country-differs' },
    ),
  ].filter((one): one is Evidence => one !== undefined)
  const sum = evidence.reduce((total, one) => total + one.points, 0)
  const sameDocument = evidence.some((one) => one.reason === 'same-document')
  // Twins and siblings agree in everything but the given name: without a document that stays a possibility.
  const most = sameDocument || name >= 0.95 ? 1 : name >= 0.7 ? 0.97 : 0.74
  const score = Math.round(Math.max(0, Math.min(most, sum)) * 1000) / 1000
  return { score, band: bandOf(score), reasons: evidence.map((one) => one.reason) }
}

export function bandOf(score: number): DuplicateBand {
  if (score >= 0.98) return 'certain'
  if (score >= 0.75) return 'likely'
  return score >= 0.5 ? 'possible' : 'none'
}

function fullName(person: PersonName): string {
  return `${person.givenName} ${person.familyName} ${person.otherNames ?? ''}`
}

function nameEvidence(score: number): Evidence | undefined {
  if (score === 0) return undefined
  const reason = score >= 0.95 ? 'same-name' : score >= 0.75 ? 'close-name' : 'some-name'
  return { points: 0.6 * score, reason }
}

function sharedEvidence(
  left: string | undefined,
  right: string | undefined,
  keyOf: (text: string) => string | undefined,
  evidence: Evidence,
): Evidence | undefined {
  const key = keyOf(left ?? '')
  return key !== undefined && key === keyOf(right ?? '') ? evidence : undefined
}

function codeEvidence(
  left: string | undefined,
  right: string | undefined,
  same: Evidence,
  differs: Evidence,
): Evidence | undefined {
  if (left === undefined || right === undefined) return undefined
  return left === right ? same : differs
}

/** A year says little, a day says much; day and month swapped, or a guess one year off, still count for something. */
function birthEvidence(left: PartialDate | undefined, right: PartialDate | undefined): Evidence | undefined {
  if (left === undefined || right === undefined) return undefined
  if (comparePartialDates(left, right) === 0) {
    const precisions = [precisionOf(left), precisionOf(right)]
    if (precisions.includes('year')) return { points: 0.1, reason: 'same-birth-year' }
    if (precisions.includes('month')) return { points: 0.15, reason: 'same-birth-month' }
    return { points: 0.22, reason: 'same-birth' }
  }
  if (nearlySameDay(left, right) || guessedYear(left, right)) return { points: 0.05, reason: 'close-birth' }
  return { points: -0.2, reason: 'birth-differs' }
}

/** Two full dates that differ in one part, or with day and month swapped. */
function nearlySameDay(left: string, right: string): boolean {
  if (left.length !== 10 || right.length !== 10) return false
  const [one, other] = [left.split('-'), right.split('-')]
  const swapped = one[0] === other[0] && one[1] === other[2] && one[2] === other[1]
  return swapped || one.filter((part, at) => part !== other[at]).length === 1
}

/** One of them known by its year only, and at most two years off. */
function guessedYear(left: PartialDate, right: PartialDate): boolean {
  if (left.length !== 4 && right.length !== 4) return false
  const [one, other] = [spanOf(left), spanOf(right)]
  return addDays(one.latest, 731) >= other.earliest && addDays(other.latest, 731) >= one.earliest
}
