import type { Lot, OperatorSheet } from '../operator/sheet.ts'
import type { OperatorPerformance } from '../operator/performance.ts'
import type { CaseState } from '../case/state.ts'
import { aidOf } from '../scheme/journey.ts'
import { servicesFor } from '../scheme/operators.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import type { Weighing } from './weighing.ts'
import { weighingOf } from './weighing.ts'

/** An office that works as an operator in the scheme: where it is, and how many cases its contract counts by now. */
export type Candidate = { readonly office: string; readonly region: string | null; readonly cases: number }

/**
 * What is asked when an operator is sought for a case. It says what help is wanted, where and in which languages; nothing
 * in it says who the person is: no sex, age, nationality, disability or vulnerability can be put into it.
 */
export type RankingQuestion = {
  readonly case: string
  readonly today: string
  /** Type of the aid chosen; null = not chosen yet. */
  readonly lot: Lot | null
  /** Field of activity of the project; null = not known yet. */
  readonly sector: string | null
  /** Where the person lives after the return, ISO 3166-2; null = not known. */
  readonly region: string | null
  /** In which the person can be spoken to, ISO 639; empty = nobody said. */
  readonly languages: readonly string[]
  /** Kinds of expertise that this case asks for. */
  readonly expertise: readonly string[]
  /** Only operators with an accreditation on record may be designated. */
  readonly accreditationRequired: boolean
  /** Who has refused this case. */
  readonly refusedBy: readonly string[]
  /** Who is designated now. */
  readonly designated: string | null
  /** Offices whose contract counts this case already: they took it on before. */
  readonly counted: readonly string[]
  /** What an operator does on such a case at a price of its contract. */
  readonly services: readonly { readonly service: string }[]
  readonly candidates: readonly Candidate[]
  readonly weighing: Weighing
  readonly currency: string
}

/** What is known of the operators of a scheme when one is sought, and the languages in which this person can be spoken to. */
export type OperatorsKnown = {
  readonly sheets: readonly OperatorSheet[]
  readonly performances: readonly OperatorPerformance[]
  readonly candidates: readonly Candidate[]
  readonly languages: readonly string[]
}

/** The question that a case puts on a day. `expertise`: what this case asks for; left out or none = all that the edition names. */
export function questionOf(
  state: CaseState,
  { scheme, edition }: Pick<RunningEdition, 'scheme' | 'edition'>,
  known: Pick<OperatorsKnown, 'candidates' | 'languages'>,
  { today, expertise }: { readonly today: string; readonly expertise?: readonly string[] | undefined },
): RankingQuestion {
  return {
    case: state.case,
    today,
    lot: aidOf(edition, state.aid)?.type ?? null,
    sector: state.idea?.activity ?? null,
    region: state.region,
    languages: known.languages,
    expertise: expertise?.length ? expertise : (edition.operators?.expertise ?? []).map((each) => each.expertise),
    accreditationRequired: edition.operators?.accreditation === 'required',
    refusedBy: state.operatorsRefused.map(({ office }) => office),
    designated: state.operator?.office ?? null,
    counted: (state.designations ?? []).filter(({ accepted }) => accepted).map(({ office }) => office),
    services: servicesFor(edition, state.aid).map(({ service }) => ({ service })),
    candidates: known.candidates,
    weighing: weighingOf(edition),
    currency: scheme.currency,
  }
}
