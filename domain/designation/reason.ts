import { daysBetween, addMonths } from '../calendar.ts'
import type { OperatorPerformance } from '../operator/performance.ts'
import type { OperatorSheet } from '../operator/sheet.ts'
import type { Point } from './distance.ts'
import { kilometresBetween, pointOf } from './distance.ts'
import { priceFor } from './exclusion.ts'
import type { RankingQuestion } from './question.ts'
import type { ReasonWord } from './weighing.ts'
import { reasonWords } from './weighing.ts'

/** One reason of a score. `share` 0 to 1 of its weight; what nobody knows counts half and says so (`known: false`). */
export type Reason = {
  readonly reason: ReasonWord
  readonly weight: number
  readonly share: number
  /** weight × share, two decimals. */
  readonly points: number
  readonly known: boolean
  /** What its sentence tells. */
  readonly facts: Readonly<Record<string, string | number | null | readonly string[]>>
}

/** What is the same for all operators of a question: where the person is, and how many days a contract should run. */
export type Ground = { readonly here: Point | null; readonly days: number }

export function groundOf({ region, today, weighing }: RankingQuestion): Ground {
  return { here: pointOf(region), days: daysBetween(today, addMonths(today, weighing.months)) }
}

export type Weighed = {
  readonly question: RankingQuestion
  readonly ground: Ground
  /** Where the operator's office is, ISO 3166-2. */
  readonly region: string | null
  /** How many cases its contract counts by now. */
  readonly cases: number
  readonly sheet: OperatorSheet | undefined
  readonly performance: OperatorPerformance | undefined
}

/** What nobody knows speaks neither for nor against. */
const neutral = 0.5

type Found = { readonly share: number | null; readonly facts: Reason['facts'] }

/** The reasons of one operator's score, in the order of `reasonWords`. */
export function reasonsOf(weighed: Weighed): readonly Reason[] {
  const { weights } = weighed.question.weighing
  return reasonWords.map((reason) => {
    const { share: found, facts } = finders[reason](weighed)
    const known = found !== null
    const share = known ? rounded(Math.min(1, Math.max(0, found)), 10_000) : neutral
    const weight = weights[reason]
    return { reason, weight, share, points: rounded(weight * share, 100), known, facts }
  })
}

function rounded(value: number, by: number): number {
  return Math.round(value * by) / by
}

const finders: { readonly [R in ReasonWord]: (weighed: Weighed) => Found } = {
  lot: ({ question: { lot }, sheet }) => said(lot, sheet?.lots, { lot }),
  sector: ({ question: { sector }, sheet }) => said(sector, sheet?.sectors, { sector }),
  region: ({ question: { region }, sheet }) => said(region, sheet?.regions, { region, regions: sheet?.regions ?? [] }),
  distance,
  languages,
  caseload,
  ceiling,
  'contract-end': contractEnd,
  response,
  expertise,
}

/** Whether what the case needs is among what the operator says; not known where either side says nothing. */
function said(wanted: string | null, offered: readonly string[] | undefined, facts: Reason['facts']): Found {
  if (wanted === null || offered === undefined || offered.length === 0) return { share: null, facts }
  return { share: offered.includes(wanted) ? 1 : 0, facts }
}

function distance({ question, ground: { here: to }, region }: Weighed): Found {
  const from = pointOf(region)
  if (!from || !to) return { share: null, facts: { kilometres: null } }
  const kilometres = kilometresBetween(from, to)
  return { share: 1 - kilometres / question.weighing.farthest, facts: { kilometres } }
}

/** One language in common is enough to talk. */
function languages({ question, sheet }: Weighed): Found {
  const spoken = sheet?.languages ?? []
  const common = question.languages.filter((language) => spoken.includes(language))
  const facts = { wanted: question.languages, spoken, common }
  if (question.languages.length === 0 || spoken.length === 0) return { share: null, facts }
  return { share: common.length > 0 ? 1 : 0, facts }
}

function caseload({ sheet, performance }: Weighed): Found {
  const [open, capacity] = [performance?.caseload ?? 0, sheet?.capacity ?? null]
  const share = capacity === null ? null : capacity === 0 ? 0 : 1 - open / capacity
  return { share, facts: { caseload: open, capacity } }
}

/** What is left of the contract after this case: of its money or of its number of cases, whichever is nearer its end. */
function ceiling({ question, cases: counted, sheet, performance }: Weighed): Found {
  const { ceiling: most = null, cases = null } = sheet?.contract ?? {}
  const { committed = 0 } = performance ?? {}
  const price = priceFor(sheet, question)
  const left = most === null ? null : Math.max(0, most - committed)
  const money = left === null || !most ? null : (left - (price ?? 0)) / most
  const number = cases ? (cases - counted - 1) / cases : null
  const shares = [money, number].filter((share) => share !== null)
  const facts = { left, ceiling: most, price, cases, counted, currency: question.currency }
  return { share: shares.length > 0 ? Math.min(...shares) : null, facts }
}

function contractEnd({ question: { today, weighing }, ground, sheet }: Weighed): Found {
  const until = sheet?.contract?.until ?? null
  if (until === null) return { share: null, facts: { until, months: weighing.months } }
  return { share: daysBetween(today, until) / ground.days, facts: { until, months: weighing.months } }
}

/** How fast it has been so far, on the average of what there is to count. */
function response({ question: { weighing }, performance }: Weighed): Found {
  const days = {
    answer: performance?.daysToAnswer ?? null,
    'first-meeting': performance?.daysToFirstMeeting ?? null,
    plan: performance?.daysToPlan ?? null,
    difficulty: performance?.daysToDifficultyAnswer ?? null,
  }
  const shares = (['answer', 'first-meeting', 'plan', 'difficulty'] as const).flatMap((each) => {
    const taken = days[each]
    return taken === null ? [] : [Math.max(0, 1 - taken / weighing.slowest[each])]
  })
  const share = shares.length === 0 ? null : shares.reduce((sum, each) => sum + each, 0) / shares.length
  return { share, facts: days }
}

function expertise({ question, sheet }: Weighed): Found {
  const proven = sheet?.expertise ?? []
  const has = question.expertise.filter((each) => proven.includes(each))
  const facts = { asked: question.expertise, proven: has }
  if (question.expertise.length === 0 || sheet === undefined) return { share: null, facts }
  return { share: has.length / question.expertise.length, facts }
}
