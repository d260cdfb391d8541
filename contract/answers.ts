import type { CaseState } from '#domain/case/state.ts'
import type { SittingState } from '#domain/sitting/state.ts'
import type { Edition, Scheme } from '#domain/scheme/scheme.ts'

/** What the API answers, as the web client reads it. Dates are `YYYY-MM-DD`, instants ISO 8601, amounts minor units. */
export type PersonAnswer = {
  readonly person: string
  readonly relation: string
  readonly givenName: string
  readonly familyName: string
  readonly chosenName: string | null
  readonly birth: string | null
  readonly birthEstimated: boolean
  readonly sex: string | null
  readonly nationality: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly language: string | null
  readonly erased: boolean
}

export type DocumentAnswer = {
  readonly document: string
  readonly name: string
  readonly paper: string
  readonly mediaType: string
  readonly size: number
  readonly fingerprint: string
  readonly createdAt: string
}

export type CaseAnswer = {
  readonly case: CaseState
  readonly people: readonly PersonAnswer[]
  /** Words that the state and the story refer to, by reference. */
  readonly texts: Readonly<Record<string, string>>
  readonly documents: readonly DocumentAnswer[]
}

export type ListRow = {
  readonly case: string
  readonly name: string
  readonly scheme: string
  readonly stage: string
  readonly region: string | null
  readonly aid: string | null
  readonly status: 'open' | 'closed'
  readonly custody: string
  readonly operator: string | null
  readonly road: string
  readonly household: number
  readonly openedOn: string
  readonly changedAt: string
  readonly dueOn: string | null
}

/** A page and the cursor of the next one, or null after the last. */
export type Page<T> = { readonly rows: readonly T[]; readonly next: string | null }

export type StoryEvent = {
  readonly version: number
  readonly type: string
  readonly data: unknown
  readonly who: string | null
  readonly role: string
  readonly office: string
  readonly happenedAt: string
  readonly recordedAt: string
}

export type ReadingAnswer = {
  readonly who: string
  readonly role: string
  readonly office: string
  readonly what: string
  readonly at: string
}

export type FoundPerson = {
  readonly case: string
  readonly person: string
  readonly name: string
  readonly relation: string
  readonly birth: string | null
  readonly stage: string
  readonly scheme: string
  readonly score: number
  readonly reasons: readonly string[]
}

export type CountRow = { readonly region: string; readonly stage: string; readonly count: number }

export type OwedAnswer = {
  readonly case: string
  readonly name: string
  readonly key: string
  readonly kind: string
  readonly step: string | null
  readonly role: string
  readonly office: string
  readonly opensOn: string | null
  readonly dueOn: string | null
  readonly detail: { readonly source?: string | null; readonly number?: number; readonly ref?: string }
  readonly scheme: string
  readonly stage: string
}

/** What the home says: how much is owed by this role at this office, by kind of step, and how much of it is late. */
export type HomeAnswer = {
  readonly today: string
  readonly groups: readonly {
    readonly kind: string
    readonly step: string | null
    readonly late: number
    readonly soon: number
    readonly later: number
  }[]
  readonly recent: readonly ListRow[]
  readonly open: number
}

export type OfficeAnswer = {
  readonly office: string
  readonly name: string
  readonly kind: string
  readonly country: string
  readonly region: string | null
  readonly place: string | null
  readonly sector: string | null
}

export type EditionAnswer = {
  readonly scheme: Scheme
  readonly edition: Edition
  readonly holidays: readonly string[]
  readonly offices: Readonly<Record<string, readonly string[]>>
}

export type SittingRow = {
  readonly sitting: string
  readonly scheme: string
  readonly office: string
  readonly on: string
  readonly status: 'planned' | 'open' | 'closed' | 'cancelled'
  readonly files: number
  readonly decided: number
}

/** A file on the agenda; what the reader stepped aside from is not among them, only counted in `hidden`. */
export type AgendaFile = {
  readonly case: string
  readonly name: string
  readonly region: string | null
  readonly aid: string | null
  readonly outcome: string | null
  readonly requested: number | null
  readonly recused: readonly string[]
}

export type SittingAnswer = {
  readonly sitting: SittingState
  readonly files: readonly AgendaFile[]
  readonly hidden: number
  readonly texts: Readonly<Record<string, string>>
  /** People who can sit on the committee, by account. */
  readonly members: readonly { readonly account: string; readonly name: string; readonly role: string }[]
}
