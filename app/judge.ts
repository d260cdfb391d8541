import type { Transaction } from '#db/connect.ts'
import type { StoredEvent } from '#db/event-store.ts'
import type { Outcome, Refusal } from '#domain/outcome.ts'
import type { Actor } from '#domain/role.ts'
import type { KeptText } from '#domain/text.ts'

import type { House } from './house.ts'

/** A command as it arrives at the door. Ids are the client's; `seen` is the version its author was looking at. */
export type Envelope = {
  readonly command: string
  readonly name: string
  readonly stream: string
  readonly input: unknown
  readonly seen?: number
  /** When it was done on the device, ISO 8601; left out = now. Never after now. */
  readonly happenedAt?: string
}

export type Answer =
  | { readonly status: 'done'; readonly stream: string; readonly version: number }
  | { readonly status: 'refused'; readonly refusal: Refusal }

/** What a stream's own judge gives back: events to append, and how to write what follows from them. */
export type Judged = {
  readonly events: readonly { readonly type: string; readonly data: unknown }[]
  readonly texts: readonly KeptText[]
  /** Identity and reactions, in the same transaction. */
  keep(tx: Transaction, stored: readonly StoredEvent[]): Promise<unknown>[]
  /** The rows made from events, in the same transaction. `since` = the first of several in a row, for which rows were not written. */
  project(tx: Transaction, stored: readonly StoredEvent[], since?: Judged): Promise<unknown>
  /** The stream as it was before. */
  readonly before: unknown
  offices(): readonly string[]
  /** What this process must know before its author hears the answer; runs after the commit. */
  settle?(): Promise<void>
}

export type JudgeInput = {
  readonly house: House
  readonly actor: Actor
  readonly envelope: Envelope
  readonly now: string
  readonly today: string
  readonly past: readonly StoredEvent[]
  readonly tx: Transaction
  /** The last events of `past` are not written yet: row security has not seen to it that the actor may see them. */
  readonly ahead?: boolean
  /** A system is being filled (`handleInARow`): nobody looked at a screen, so nothing was proposed to anybody. */
  readonly filling?: boolean
}

export type Judge = (input: JudgeInput) => Promise<Outcome<Judged>>

/** A kind of stream: which commands it has, and how it judges them. */
export type StreamKind = {
  readonly kind: string
  has(command: string): boolean
  /** Whether the command begins a stream. */
  opens(command: string): boolean
  readonly judge: Judge
}
