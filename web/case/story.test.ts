import { expect, test } from 'vitest'

import type { StoryEvent } from '#contract/answers.ts'
import type { RecordedCaseEvent } from '#domain/case/events.ts'

import type { PendingEvent } from '../local/foresee.ts'
import type { CaseWords } from './case-words.ts'
import { factsIn, isCorrectable, quotesIn, storyOf } from './story.ts'

const command = '0195580d-0000-7000-8000-0000000000c1'

function told(version: number, type: string, data: object, more: Partial<StoryEvent> = {}): StoryEvent {
  return {
    version,
    type,
    data,
    who: 'Claire',
    role: 'counsellor',
    office: 'Lyon',
    happenedAt: '2026-03-02T09:00:00Z',
    recordedAt: '2026-03-02T09:00:05Z',
    ...more,
  }
}

function pending(version: number): PendingEvent {
  const event = {
    type: 'note-added',
    data: { text: `${command}.text` },
    version,
    actor: 'claire',
    role: 'counsellor',
    office: 'lyon',
    happenedAt: '2026-03-03T08:00:00Z',
    recordedAt: '2026-03-03T08:00:00Z',
  } as RecordedCaseEvent
  return { event, entry: { id: command, state: 'here' } as PendingEvent['entry'] }
}

const officeName = (id: string) => ({ lyon: 'Lyon' })[id] ?? id

test('newest first; what is on its way stands above, until the server tells of it', () => {
  const rows = [told(2, 'departure-confirmed', { on: '2026-03-01' }), told(1, 'case-registered', { on: '2026-02-01' })]
  const story = storyOf(rows, [pending(3)], 'Claire', officeName)
  expect(story.map(({ version, on }) => [version, on])).toEqual([
    [3, '2026-03-03'],
    [2, '2026-03-01'],
    [1, '2026-02-01'],
  ])
  expect(story[0]).toMatchObject({ who: 'Claire', office: 'Lyon', entry: { state: 'here' } })
  const arrived = storyOf([told(3, 'note-added', {}), ...rows], [pending(3)], 'Claire', officeName)
  expect(arrived.map(({ version }) => version)).toEqual([3, 2, 1])
  expect(arrived[0]?.entry).toBeUndefined()
})

test('a correction stands in its own place and in that of what it corrects', () => {
  const rows = [
    told(3, 'event-corrected', { corrects: 1, values: { on: '2026-02-02' } }),
    told(1, 'case-registered', { on: '2026-02-01' }),
  ]
  const story = storyOf(rows, [], 'Claire', officeName)
  expect(story[1]?.corrections.map(({ version }) => version)).toEqual([3])
  expect(isCorrectable(story[1]!)).toBe(true)
  expect(isCorrectable(story[0]!)).toBe(false)
})

test('free words are found by their reference, in reading order, and say when they were erased', () => {
  const words = { words: (reference: string) => ({ [`${command}.from`]: 'Lyon' })[reference] } as CaseWords
  const [event] = storyOf(
    [told(1, 'travel-planned', { to: `${command}.to`, from: `${command}.from`, step: 'travel' })],
    [],
    '',
    officeName,
  )
  expect(quotesIn(event!, words)).toEqual([
    { name: 'from', words: 'Lyon' },
    { name: 'to', words: null },
  ])
  expect(factsIn(event!)).toEqual({})
})
