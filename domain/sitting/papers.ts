/**
 * What the papers of a sitting hold, and nothing else: the data of a pack is what is frozen, and its fingerprint stands
 * at the foot of every page. Dates are plain, times of day are HH:MM at the place of the sitting, amounts are in minor units of their currency; texts are as they were typed.
 */
import type { Answer } from '../answer.ts'
import type { DecisionOutcome } from '../case/committee.ts'
import type { Money } from '../money.ts'
import type { PlanPaper } from '../project/plan-paper.ts'

export const sittingPapers = ['agenda', 'pack', 'minutes'] as const
export type SittingPaper = (typeof sittingPapers)[number]

export type SittingPaperData = {
  readonly agenda: AgendaPaper
  readonly pack: PackPaper
  readonly minutes: MinutesPaper
}

export type SittingPaperBase = {
  readonly scheme: string
  readonly committee: string
  /** The office that calls the committee together: the head of the paper. */
  readonly office: {
    readonly name: string
    readonly place: string
    readonly address?: readonly string[]
    readonly contact?: readonly string[]
  }
  readonly reference: string
  /** The day the paper bears. */
  readonly date: string
  readonly sitting: {
    readonly on: string
    readonly time?: string
    readonly place?: string
    /** A written procedure has no meeting: votes are cast until then. */
    readonly writtenUntil?: string
  }
  /** SHA-256 of the data that the paper was set from, hexadecimal; at the foot of every page. */
  readonly fingerprint?: string
  /** Sentences that this scheme or office words in its own way, by their key in `catalogue/letters/texts.*.json`. */
  readonly wording?: Readonly<Record<string, string>>
}

/** The call to a sitting: who sits, what is looked at, in which order and when. */
export type AgendaPaper = SittingPaperBase & {
  readonly cutOff?: string
  /** Members without whom the committee cannot decide; null = not fixed yet. */
  readonly quorum: number | null
  readonly members: readonly SeatedMember[]
  readonly files: readonly {
    readonly number: number
    readonly name: string
    readonly file: string
    readonly project: string
    readonly place?: string
    readonly operator?: string
    readonly requested: Money | null
    /** When its turn comes, and how many minutes it has. */
    readonly time?: string
    readonly minutes?: number
  }[]
  readonly signatory?: { readonly title: string; readonly name?: string }
}

export type SeatedMember = {
  readonly name: string
  /** Whom they sit for: an institution. */
  readonly seat?: string
  readonly part: 'chair' | 'member' | 'alternate' | 'secretary'
}

/** One file as the members read it: what is asked, the three questions, the money, the opinion, what was decided before. */
export type PackPaper = SittingPaperBase & {
  readonly number: number
  readonly files: number
  /** The person as far as the committee may know them: never health, family matters or why they came back. */
  readonly person: {
    readonly name: string
    readonly file: string
    readonly place?: string
    readonly household?: number
    readonly returnedOn?: string
  }
  readonly aid: string
  readonly operator?: string
  readonly project: { readonly title: string; readonly place?: string; readonly summary: Answer<string> }
  readonly request: {
    readonly requested: Money | null
    readonly cost: Money | null
    readonly ownContribution: Money | null
    readonly ceiling: Money | null
  }
  /** What the study says of its three questions: the fit with the place, the market, the size of budget and aid. */
  readonly questions: readonly {
    readonly question: 'relevance' | 'market' | 'budget'
    readonly judgement: 'good' | 'fair' | 'poor' | null
    readonly text?: string
  }[]
  readonly currency: string
  readonly budget: readonly {
    readonly label: string
    readonly quantity?: string
    readonly unitPrice?: Money
    readonly amount: Money
  }[]
  /** Twenty-four months of the project's version, where there is one. */
  readonly cashFlow?: {
    readonly months: readonly { readonly in: Money; readonly out: Money; readonly balance: Money }[]
    /** Sales a month at which nothing is lost or won. */
    readonly breakEven?: Money
    /** The assumption that decides, or the month that is short already. */
    readonly deciding?: PlanPaper['deciding']
  }
  readonly plan?: string
  /** The adviser's opinion: whether the project can live, and why. */
  readonly opinion: {
    readonly viable: boolean
    readonly by?: string
    readonly on: string
    readonly text?: string
  } | null
  readonly earlier: readonly {
    readonly on: string
    readonly committee?: string
    readonly outcome: DecisionOutcome
    readonly amount?: Money
    readonly text?: string
  }[]
  readonly papers: readonly { readonly title: string; readonly on?: string; readonly fingerprint?: string }[]
}

/** The written account of a sitting, from its events; signed by those who were present. */
export type MinutesPaper = SittingPaperBase & {
  readonly openedAt?: string
  readonly closedAt?: string
  readonly quorum: number | null
  readonly present: readonly (SeatedMember & {
    readonly remote: boolean
    readonly from?: string
    readonly until?: string
  })[]
  readonly excused: readonly SeatedMember[]
  readonly files: readonly MinutesOfFile[]
  /** The secretary's own words. */
  readonly text?: string
  readonly signatures: readonly {
    readonly name: string
    readonly part: SeatedMember['part']
    readonly signed?: { readonly on: string; readonly means: 'on-paper' | 'on-device' | 'by-link' }
  }[]
}

export type MinutesOfFile = {
  readonly number: number
  readonly name: string
  readonly file: string
  readonly project: string
  readonly requested: Money | null
  readonly presentedBy?: string
  /** Members who stepped aside: they were not in the room and did not vote. */
  readonly recused: readonly string[]
  readonly voting: number
  /** Null = the person was not asked to speak. */
  readonly heard: boolean | null
  readonly questions: readonly string[]
  /** What the secretary added to the draft. */
  readonly words?: string
  readonly vote?:
    | { readonly by: 'consensus' }
    | {
        readonly by: 'vote'
        readonly for: number
        readonly against: number
        readonly abstained: number
        /** The chair's vote decided. */
        readonly casting: boolean
      }
  /** Null = the committee did not come to it. */
  readonly decision: {
    readonly outcome: DecisionOutcome
    readonly amount?: Money
    readonly conditions: readonly string[]
    /** Why less or why not; what is asked, where the decision is postponed. */
    readonly grounds: readonly string[]
    readonly until?: string
  } | null
}
