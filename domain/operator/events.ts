import type { Recorded } from '../case/events.ts'
import type { Lot, OperatorType, Price } from './sheet.ts'

type Text = string

/** A paper as proof, or null where the organisation has none; by the edition's word for the expertise. */
export type Expertise = Readonly<Record<string, string | null>>

/** One mark of the grid, and why: a reference to erasable words. */
export type Mark = { readonly mark: number; readonly reason: Text }

/** What can have happened to an organisation's standing in a scheme. Texts are references; papers are document ids. */
export type AccreditationEventData = {
  'application-submitted': {
    readonly scheme: string
    readonly edition: string
    readonly office: string
    readonly call: string | null
    readonly type: OperatorType
    readonly lots: readonly Lot[]
    readonly expertise: Expertise
    /** Those of them that the edition takes as proven. */
    readonly proven: readonly string[]
    readonly experience: number
    readonly staff: number
    readonly languages: readonly string[]
    readonly regions: readonly string[]
    readonly sectors: readonly string[]
    readonly insuredUntil: string | null
    readonly insurance: string | null
    readonly capacity: number | null
    readonly text: Text | null
    readonly on: string
  }
  'application-assessed': {
    readonly grid: Readonly<Record<string, Mark>>
    /** Share of all marks, 0 to 1. */
    readonly score: number
    readonly on: string
  }
  'accreditation-granted': {
    readonly from: string
    readonly until: string
    readonly text: Text | null
    readonly on: string
  }
  'accreditation-refused': { readonly text: Text; readonly on: string }
  'contract-proposed': {
    readonly from: string
    readonly until: string
    readonly ceiling: number | null
    readonly cases: number | null
    readonly prices: readonly Price[]
    /** It changes the contract in force, for this reason; null = it is a new one. */
    readonly reason: Text | null
    readonly on: string
  }
  'contract-approved': { readonly on: string }
  'contract-returned': { readonly reason: Text; readonly on: string }
  'accreditation-renewed': { readonly until: string; readonly reason: Text; readonly on: string }
  'accreditation-suspended': { readonly reason: Text; readonly on: string }
  'suspension-lifted': { readonly reason: Text; readonly on: string }
  'accreditation-ended': { readonly reason: Text; readonly on: string }
  /** What is left out stays as it was. */
  'sheet-updated': {
    readonly staff?: number
    readonly languages?: readonly string[]
    readonly regions?: readonly string[]
    readonly sectors?: readonly string[]
    readonly capacity?: number
    readonly insuredUntil?: string
    readonly insurance?: string
    readonly on: string
  }
  'conflict-declared': {
    readonly conflict: string
    readonly case: string | null
    readonly party: Text
    readonly reason: Text
    readonly on: string
  }
  'conflict-lifted': { readonly conflict: string; readonly reason: Text; readonly on: string }
}

export type AccreditationEventType = keyof AccreditationEventData

export type AccreditationEvent = {
  [T in AccreditationEventType]: { readonly type: T; readonly data: AccreditationEventData[T] }
}[AccreditationEventType]

export type RecordedAccreditationEvent = Recorded<AccreditationEvent>
