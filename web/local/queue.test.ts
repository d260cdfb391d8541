import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Draft, OutboxEntry, Seated } from './entry.ts'
import { inOrder, isWaiting, nextToSend, pause, reduce, sentFrom, type Happening } from './queue.ts'

const seat: Seated = { user: 'awa', role: 'counsellor', office: 'lyon' }

function draft(id: string, more: Partial<Draft> = {}): Draft {
  return {
    id,
    user: 'awa',
    role: 'counsellor',
    office: 'lyon',
    kind: 'case',
    name: 'add-note',
    stream: 'case-1',
    input: { text: 'kept' },
    seen: 1,
    happenedAt: '2026-03-02T09:00:00Z',
    about: 'Awa Nkeng',
    ...more,
  }
}

function after(...happenings: Happening[]): readonly OutboxEntry[] {
  return happenings.reduce(reduce, [] as readonly OutboxEntry[])
}

const queued = (id: string, more: Partial<Draft> = {}): Happening => ({ happened: 'queued', draft: draft(id, more) })
const sending = (id: string): Happening => ({ happened: 'sending', id })
const sent = (id: string, result: (Happening & { happened: 'sent' })['result'], at = 1_000): Happening => ({
  happened: 'sent',
  id,
  result,
  at,
})
const refused = { came: 'refused', problem: { code: 'date-ahead', status: 409, field: 'on' } } as const

describe('the queue of commands', () => {
  test('goes in the order in which it was made, one stream after the other step by step', () => {
    const entries = after(queued('2'), queued('1'), queued('3', { stream: 'case-2' }))
    expect(nextToSend(entries, seat, 0).entry?.id).toBe('1')
    const first = reduce(entries, sending('1'))
    expect(nextToSend(first, seat, 0).entry?.id).toBe('3')
    const arrived = reduce(first, sent('1', { came: 'arrived', version: 4 }))
    expect(nextToSend(arrived, seat, 0).entry?.id).toBe('2')
  })

  test('an entry leaves only on the yes of the server', () => {
    const entries = after(queued('1'), sending('1'), sent('1', { came: 'arrived', version: 4 }, 5_000))
    expect(entries).toMatchObject([{ state: 'arrived', version: 4 }])
    expect(reduce(entries, { happened: 'swept', at: 6_000 })).toHaveLength(1)
    expect(reduce(entries, { happened: 'swept', at: 26_000 })).toEqual([])
  })

  test('a refusal waits for its author with everything that was typed', () => {
    const entries = after(queued('1'), sending('1'), sent('1', refused))
    expect(entries).toMatchObject([
      { state: 'needs-you', input: { text: 'kept' }, refusal: { code: 'date-ahead', field: 'on' } },
    ])
    expect(reduce(entries, { happened: 'swept', at: 1e12 })).toEqual(entries)
    expect(nextToSend(entries, seat, 1e12).entry).toBeUndefined()
  })

  test('what was corrected goes again under a new id, and the refused one makes room', () => {
    const entries = after(queued('1'), sending('1'), sent('1', refused), {
      happened: 'replaced',
      id: '1',
      draft: draft('2', { input: { text: 'corrected' } }),
    })
    expect(entries).toMatchObject([{ id: '2', state: 'here', input: { text: 'corrected' } }])
  })

  test('tries again later and later, and at once when the network is back', () => {
    const once = after(queued('1'), sending('1'), sent('1', { came: 'unreachable' }, 10_000))
    expect(once).toMatchObject([{ state: 'here', attempts: 1, notBefore: 12_000 }])
    expect(nextToSend(once, seat, 11_000)).toEqual({ entry: undefined, lookAgainAt: 12_000 })
    expect(nextToSend(once, seat, 12_000).entry?.id).toBe('1')
    expect(nextToSend(reduce(once, { happened: 'woke' }), seat, 10_500).entry?.id).toBe('1')
    expect([1, 2, 3, 5, 6, 60].map(pause)).toEqual([2_000, 4_000, 8_000, 32_000, 60_000, 60_000])
  })

  test('what a stopped program was sending is sent again under the same id', () => {
    const entries = after(queued('1'), sending('1'), { happened: 'woke' })
    expect(nextToSend(entries, seat, 0).entry?.id).toBe('1')
  })

  test('keeps people apart, and waits for the seat in which it was made', () => {
    const entries = after(queued('1'), queued('2', { user: 'ben', stream: 'case-2' }))
    expect(nextToSend(entries, { ...seat, user: 'ben' }, 0).entry?.id).toBe('2')
    const otherSeat = { ...seat, role: 'coordinator', office: 'yaounde' } as const
    expect(nextToSend(entries, otherSeat, 0).entry).toBeUndefined()
    expect(nextToSend(reduce(entries, queued('3', { ...otherSeat })), otherSeat, 0).entry).toBeUndefined()
  })

  test('signed out, it waits for its author and counts no try', () => {
    const entries = after(queued('1'), sending('1'), sent('1', { came: 'signed-out' }))
    expect(entries).toMatchObject([{ state: 'here', attempts: 0 }])
  })

  test('what is on its way cannot be taken back; what is still here can', () => {
    const entries = after(queued('1'), queued('2'), sending('1'))
    expect(reduce(entries, { happened: 'discarded', id: '1' })).toHaveLength(2)
    expect(reduce(entries, { happened: 'discarded', id: '2' })).toHaveLength(1)
  })

  test('the same command is queued once', () => {
    expect(after(queued('1'), queued('1'))).toHaveLength(1)
  })
})

test('reads the answer of the server: what another try may heal, and what is for its author', () => {
  const problem = (code: string, status: number) => sentFrom({ ok: false, problem: { code, status } }).came
  expect(sentFrom({ ok: true, value: { status: 'done', version: 7 } })).toEqual({ came: 'arrived', version: 7 })
  expect(problem('no-network', 0)).toBe('unreachable')
  expect(problem('unavailable', 503)).toBe('unreachable')
  expect(problem('too-many-attempts', 429)).toBe('unreachable')
  expect(problem('not-signed-in', 401)).toBe('signed-out')
  expect(problem('case-moved-on', 409)).toBe('refused')
  expect(problem('not-found', 404)).toBe('refused')
  expect(problem('invalid-input', 422)).toBe('refused')
})

const ids = fc.constantFrom('1', '2', '3', '4')
const result = fc.oneof(
  fc.constant({ came: 'arrived', version: 3 } as const),
  fc.constant(refused),
  fc.constant({ came: 'unreachable' } as const),
  fc.constant({ came: 'signed-out' } as const),
)
const anything: fc.Arbitrary<Happening> = fc.oneof(
  ids.map((id) => queued(id, { stream: `case-${Number(id) % 2}` })),
  ids.map(sending),
  fc.tuple(ids, result, fc.nat(1e6)).map(([id, came, at]) => sent(id, came, at)),
  fc.constant({ happened: 'woke' } as const),
)

test('whatever happens, nothing is lost without a yes, and no stream overtakes itself', () => {
  fc.assert(
    fc.property(fc.array(anything, { maxLength: 40 }), (happenings) => {
      const entries = after(...happenings)
      const made = new Set(happenings.flatMap((each) => (each.happened === 'queued' ? [each.draft.id] : [])))
      expect(new Set(entries.map((entry) => entry.id))).toEqual(made)
      const { entry } = nextToSend(entries, seat, 1e9)
      if (!entry) return
      const before = inOrder(entries).filter((each) => each.stream === entry.stream && each.id < entry.id)
      expect(before.filter(isWaiting)).toEqual([])
    }),
  )
})
