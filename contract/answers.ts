import type { CaseState } from '#domain/case/state.ts'
import type { Packet } from '#domain/designation/packet.ts'
import type { FactAnswers } from '#domain/field.ts'
import type { CountryCalendar } from '#domain/holidays.ts'
import type { Edition, Scheme, Text } from '#domain/scheme/scheme.ts'

export type * from './sitting-answers.ts'

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
  /** What each party's part shows, as a digest; null where Homeward did not write the document. */
  readonly parts: Readonly<Record<string, string>> | null
  readonly createdAt: string
}

/** A paper that Homeward writes from the case, and what it still waits for; ready when nothing is missing. */
export type PrintablePaperAnswer = {
  readonly paper: string
  readonly letter: string
  readonly missing: readonly ('idea' | 'committee-decision' | 'award')[]
  /** It is out to be signed, and the case no longer says what it says. */
  readonly changed: boolean
}

/** The organisation or group that a case is about. */
export type BeneficiaryAnswer = {
  readonly kind: 'organisation' | 'group'
  readonly name: string
  readonly registration: string | null
  readonly place: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly erased: boolean
}

export type CaseAnswer = {
  readonly case: CaseState
  /** Null when the case is about a person. */
  readonly beneficiary: BeneficiaryAnswer | null
  readonly people: readonly PersonAnswer[]
  /** Words that the state and the story refer to, by reference. */
  readonly texts: Readonly<Record<string, string>>
  readonly documents: readonly DocumentAnswer[]
  /** There for an operator that is only asked to take the case on: then this is all that it is told. */
  readonly packet?: Packet
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

/** What may be granted on a line of a scheme's budget in a year (null where no source says), and what is. */
export type BudgetAnswer = {
  readonly line: string
  /** The aids whose awards count against it. */
  readonly aids: readonly string[]
  readonly year: number
  readonly amount: number | null
  readonly granted: number
  readonly currency: string
  readonly source: string
}

/** Another case of the same person, as far as the reader may see it. */
export type OtherCaseAnswer = Pick<ListRow, 'case' | 'scheme' | 'stage' | 'status' | 'aid' | 'custody' | 'openedOn'> & {
  /** The person as that case knows them. */
  readonly person: string
}

/** What the same person's other cases answer to the rules, and those of them that the reader may see. */
export type ElsewhereAnswer = { readonly answers: FactAnswers; readonly cases: readonly OtherCaseAnswer[] }

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
    /** The date that passed first, and the next one ahead. */
    readonly oldest: string | null
    readonly next: string | null
  }[]
  readonly recent: readonly ListRow[]
  readonly open: number
  /** People who asked this role at this office to call them back. */
  readonly callBacks: number
  /** What happens by itself on cases of this office within four weeks, and what did within the last four. */
  readonly byItself: { readonly soon: number; readonly passed: number }
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
  /** Those of the scheme that have come into force, newest first: what a case can be moved to. */
  readonly editions: readonly string[]
  readonly calendar: CountryCalendar
  readonly offices: Readonly<Record<string, readonly string[]>>
}

export type SittingRow = {
  readonly sitting: string
  readonly scheme: string
  readonly committee: string | null
  readonly office: string
  readonly on: string
  readonly status: 'planned' | 'open' | 'closed' | 'cancelled'
  readonly files: number
  readonly decided: number
}

/** A first-level region of a country, in three languages. */
export type RegionAnswer = { readonly code: string } & Text

/** What lists need to name a scheme's stages, steps and aids, without reading its editions whole. */
export type SchemeWords = {
  readonly scheme: string
  readonly title: Text
  readonly country: string
  readonly currency: string
  /** The stages of each edition's journey, the newest edition first; a strip has one letter per stage. */
  readonly journeys: readonly (readonly { readonly stage: string; readonly title: Text }[])[]
  readonly steps: Readonly<Record<string, { readonly kind: string; readonly title: Text }>>
  readonly aids: Readonly<Record<string, Text>>
  readonly committees: Readonly<Record<string, Text>>
  readonly results: Readonly<Record<string, Text>>
}

export type SavedViewAnswer = { readonly name: string; readonly filters: Readonly<Record<string, string>> }

export type NoticeAnswer = {
  readonly notice: string
  readonly name: string
  readonly means: 'e-mail' | 'sms'
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly state: 'waiting' | 'sent' | 'kept' | 'failed'
  readonly problem: string | null
  readonly createdAt: string
}

export type SeatAnswer = { readonly role: string; readonly office: string; readonly officeName: string }

/** An account as its administrator sees it; never its password. */
export type AccountAnswer = {
  readonly account: string
  readonly email: string
  readonly name: string
  readonly language: string
  readonly active: boolean
  readonly secondFactor: boolean
  readonly lastSeen: string | null
  readonly seats: readonly SeatAnswer[]
}

export type SchemePart = { readonly scheme: string; readonly role: string }

/** An office with the parts it plays in schemes. */
export type OfficeInAdministration = OfficeAnswer & { readonly parts: readonly SchemePart[]; readonly accounts: number }

/** One line of what was done to accounts and offices. */
export type AdministrationEntry = {
  readonly at: string
  readonly by: string
  readonly act: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** Somewhere the person is signed in; `here` is the device that asks. */
export type DeviceAnswer = {
  readonly id: string
  readonly device: string
  readonly since: string
  readonly seen: string
  readonly here: boolean
}
