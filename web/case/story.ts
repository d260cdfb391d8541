import type { StoryEvent } from '#contract/answers.ts'
import { correctableFields } from '#domain/case/corrections.ts'
import type { CaseEventType } from '#domain/case/events.ts'
import type { FactAnswers } from '#domain/field.ts'

import type { OutboxEntry } from '../local/entry.ts'
import type { PendingEvent } from '../local/foresee.ts'
import type { CaseWords } from './case-words.ts'

/** One event of a case as its story tells it. */
export type Told = {
  readonly version: number
  readonly type: string
  readonly data: Readonly<Record<string, unknown>>
  readonly who: string
  readonly role: string
  readonly office: string
  /** The plain date it was done on, as claimed, and the instant at which it was recorded. */
  readonly on: string
  readonly recordedAt: string
  /** The entry that is still bringing it; undefined once the server told of it. */
  readonly entry?: OutboxEntry
  /** Corrections of this event, oldest first. */
  readonly corrections: readonly Told[]
}

/** The story newest first: what is still on its way before what the server told, each event with its corrections. */
export function storyOf(
  told: readonly StoryEvent[],
  pending: readonly PendingEvent[],
  me: string,
  officeName: (id: string) => string,
): readonly Told[] {
  const known = new Set(told.map(({ version }) => version))
  const coming = pending.filter(({ event }) => !known.has(event.version))
  const all = [...coming.map((each) => fromPending(each, me, officeName)), ...told.map(fromServer)]
  const newestFirst = all.toSorted((one, other) => other.version - one.version)
  return newestFirst.map((event) => ({
    ...event,
    corrections: newestFirst
      .filter(({ type, data }) => type === 'event-corrected' && data['corrects'] === event.version)
      .toReversed(),
  }))
}

function fromServer(event: StoryEvent): Told {
  const data = event.data as Readonly<Record<string, unknown>>
  const { version, type, role, office, recordedAt, happenedAt } = event
  return {
    version,
    type,
    data,
    who: event.who ?? '',
    role,
    office,
    recordedAt,
    on: dayOf(data, happenedAt),
    corrections: [],
  }
}

function fromPending({ event, entry }: PendingEvent, me: string, officeName: (id: string) => string): Told {
  const data: Readonly<Record<string, unknown>> = event.data
  const { version, type, role, office, recordedAt, happenedAt } = event
  const on = dayOf(data, happenedAt)
  return { version, type, data, who: me, role, office: officeName(office), recordedAt, on, entry, corrections: [] }
}

function dayOf(data: Readonly<Record<string, unknown>>, happenedAt: string): string {
  return typeof data['on'] === 'string' ? data['on'] : happenedAt.slice(0, 10)
}

export function isCorrectable({ type, entry }: Told): boolean {
  return entry === undefined && Object.keys(correctableFields(type as CaseEventType)).length > 0
}

const reference = /^[0-9a-f]{8}-[0-9a-f-]{27}\.\w+$/

export type Quote = {
  /** Which of the event's values it is. */
  readonly name: string
  /** Null where the words were erased. */
  readonly words: string | null
}

const order = ['title', 'from', 'to', 'place', 'reference', 'conditions', 'text', 'reason']

/** The free words that an event refers to, in the order in which they are read. */
export function quotesIn({ data }: Told, { words }: CaseWords): readonly Quote[] {
  return Object.entries(data)
    .toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other))
    .flatMap(([name, value]) => [value].flat().map((each: unknown) => ({ name, each })))
    .flatMap(({ name, each }) =>
      typeof each === 'string' && reference.test(each) ? [{ name, words: words(each) ?? null }] : [],
    )
}

/** What the person agreed to when the case was opened, by purpose. */
export function consentsIn({ type, data }: Told): Readonly<Record<string, boolean>> {
  return type === 'case-registered' ? ((data['consents'] ?? {}) as Record<string, boolean>) : {}
}

export function factsIn({ type, data }: Told): FactAnswers {
  return type === 'facts-recorded' ? ((data['facts'] ?? {}) as FactAnswers) : {}
}
