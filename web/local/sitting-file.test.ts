import { expect, test } from 'vitest'

import type { SittingAnswer } from '#contract/answers.ts'
import { loadSchemes } from '#catalogue/load.ts'
import { noHolidays } from '#domain/holidays.ts'
import { compileRules } from '#domain/scheme/verdict.ts'
import { noSitting } from '#domain/sitting/sitting.ts'

import type { Ground } from './edition.ts'
import type { OutboxEntry } from './entry.ts'
import { foreseeSitting } from './sitting-file.ts'

const scheme = loadSchemes('catalogue/schemes').find((each) => each.editions.some(({ committees }) => committees))
const edition = scheme?.editions[0]
if (!scheme || !edition) throw new Error('no scheme has a committee')

const actor = { user: 'paul', role: 'committee-secretary', office: 'committee' } as const
const ground: Ground = {
  running: { scheme, edition, rules: compileRules(scheme, edition) },
  editions: [edition.edition],
  calendar: noHolidays,
  offices: { all: ['committee'], byRole: { 'committee-secretary': ['committee'] } },
  officeNames: { committee: 'Committee' },
}
const id = '0195580d-0000-7000-8000-000000000001'
const sheet = { files: [], mandates: [], chairs: [], minutesHash: null }
const nothing: SittingAnswer = {
  sitting: noSitting(id),
  sheet,
  files: [],
  hidden: 0,
  texts: {},
  members: [],
  next: null,
  work: [],
}
const committee = edition.committees?.[0]?.committee
const plan = {
  scheme: scheme.scheme,
  committee,
  on: '2026-03-02',
  place: 'Embassy',
  members: ['paul', 'marthe'],
  quorum: 2,
}

function entry(number: number, name: string, input: Record<string, unknown>, more: Partial<OutboxEntry> = {}) {
  return {
    id: `0195580d-0000-7000-8000-00000000000${number}`,
    ...actor,
    kind: 'sitting',
    name,
    stream: id,
    input,
    seen: 0,
    happenedAt: '2026-03-02T09:00:00Z',
    about: 'sitting',
    state: 'here',
    attempts: 0,
    notBefore: 0,
    ...more,
  } satisfies OutboxEntry
}

test('a sitting that only this device knows can be planned and opened', () => {
  const entries = [entry(1, 'plan-sitting', plan), entry(2, 'open-sitting', { present: ['paul', 'marthe'] })]
  const { sitting, texts } = foreseeSitting(nothing, entries, ground)
  expect(sitting).toMatchObject({ status: 'open', quorum: 2, present: ['paul', 'marthe'], version: 2 })
  expect(texts[sitting.place]).toBe('Embassy')
})

test('what has arrived is not counted twice, what is refused by now adds nothing', () => {
  const planned = foreseeSitting(nothing, [entry(1, 'plan-sitting', plan)], ground)
  const arrived = entry(1, 'plan-sitting', plan, { state: 'arrived', version: 1 })
  expect(foreseeSitting(planned, [arrived], ground)).toEqual(planned)
  const stranger = entry(2, 'open-sitting', { present: ['nobody'] })
  const waiting = entry(3, 'set-quorum', { quorum: 1, reason: 'x' }, { state: 'needs-you' })
  expect(foreseeSitting(planned, [stranger, waiting], ground)).toEqual(planned)
})
