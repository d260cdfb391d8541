import type { OperatorPerformance } from '#domain/operator/performance.ts'
import type { OperatorSheet, OperatorType } from '#domain/operator/sheet.ts'
import type { AccreditationState } from '#domain/operator/state.ts'
import type { CallState } from '#domain/operator-call/state.ts'
import type { Lot } from '#domain/scheme/operators.ts'

import type { DocumentAnswer } from './answers.ts'

// What the API answers about the operators of a scheme, and the calls to become one.

/** One organisation in the register: its sheet, or null where it works in the scheme without a standing on record. */
export type OperatorRow = {
  readonly office: string
  readonly accreditation: string | null
  readonly sheet: OperatorSheet | null
  /** Last day of its insurance. */
  readonly insuredUntil: string | null
  /** A contract, or its change, waits for a second person. */
  readonly waits: boolean
  readonly performance: OperatorPerformance
}

/** One organisation's standing, with the words and papers it refers to, its story (latest first) and how it works. */
export type StandingAnswer = {
  readonly standing: AccreditationState
  readonly texts: Readonly<Record<string, string>>
  readonly documents: readonly DocumentAnswer[]
  readonly story: readonly {
    readonly version: number
    readonly type: string
    readonly data: unknown
    readonly who: string | null
    readonly role: string
    readonly at: string
  }[]
  readonly performance: OperatorPerformance
  /** What the contract in force has given out. */
  readonly use: { readonly cases: number; readonly committed: number }
}

/** A standing in the list of an organisation's own. */
export type OwnStanding = {
  readonly accreditation: string
  readonly scheme: string
  readonly status: AccreditationState['status']
  readonly until: string | null
  readonly contractUntil: string | null
  readonly insuredUntil: string | null
}

/** A call, its words, and how many have answered it; null for those who do not read the answers. */
export type CallAnswer = {
  readonly call: CallState
  readonly title: string
  readonly text: string
  readonly answered: number | null
}

/** An organisation without an account that answered a call. */
export type CallApplication = {
  readonly application: string
  readonly organisation: string
  readonly contact: string
  readonly email: string
  readonly phone: string | null
  readonly place: string
  readonly type: OperatorType
  readonly lots: readonly Lot[]
  readonly text: string
  readonly language: string
  readonly askedAt: string
  /** The day on which it is erased for good. */
  readonly eraseOn: string
  readonly outcome: 'invited' | 'declined' | null
}

/** Who answered a call: through an account, and on the public page. */
export type CallAnswers = {
  readonly standings: readonly { readonly accreditation: string; readonly office: string; readonly status: string }[]
  readonly applications: readonly CallApplication[]
}

/** An open call as anybody may read it. */
export type PublicCall = {
  readonly call: string
  readonly scheme: string
  readonly title: string
  readonly text: string
  readonly from: string
  readonly until: string
  readonly lots: readonly Lot[]
}
