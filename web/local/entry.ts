import type { SittingSummary } from '#domain/command.ts'
import type { Actor, Role } from '#domain/role.ts'

import type { Problem } from '../api.ts'

/** Only on this device, on its way, on the server, or refused there and waiting for its author. */
export const entryStates = ['here', 'sending', 'arrived', 'needs-you'] as const
export type EntryState = (typeof entryStates)[number]

/** One command on its way to the server. It goes only on the server's yes; what was typed is in it until then. */
export type OutboxEntry = {
  /** The command's id (UUID version 7): the same at every try, so that a repeat gets its first answer. */
  readonly id: string
  readonly user: string
  readonly role: Role
  readonly office: string
  readonly kind: 'case' | 'sitting'
  readonly name: string
  readonly stream: string
  readonly input: Readonly<Record<string, unknown>>
  /** The version of the stream its author was looking at, with what was still on its way counted in. */
  readonly seen: number
  readonly happenedAt: string
  /** Whom or what it is about, as its author read it: for the list of what is still here. */
  readonly about: string
  /** The sitting as it was known, for a command that is judged by it. */
  readonly sitting?: SittingSummary
  readonly state: EntryState
  /** Tries that did not reach the server, and the moment (milliseconds) before which none is made again. */
  readonly attempts: number
  readonly notBefore: number
  /** The stream's version after it arrived, and when that was (milliseconds). */
  readonly version?: number
  readonly arrivedAt?: number
  readonly refusal?: Problem
}

/** What a caller gives: the rest of an entry is the queue's own business. */
export type Draft = Omit<OutboxEntry, 'state' | 'attempts' | 'notBefore' | 'version' | 'arrivedAt' | 'refusal'>

/** Who sits at this screen: entries of another seat or another person wait for theirs. */
export type Seated = Actor

export function isOfSeat(entry: OutboxEntry, seat: Seated): boolean {
  return entry.user === seat.user && entry.role === seat.role && entry.office === seat.office
}
