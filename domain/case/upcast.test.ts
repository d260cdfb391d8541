import { expect, test } from 'vitest'

import { foldCase } from './case.ts'
import { caseEvents } from './upcast.ts'

const envelope = {
  actor: 'a',
  role: 'counsellor',
  office: 'o',
  happenedAt: '2026-01-05T09:00:00.000Z',
  recordedAt: '2026-01-05T09:00:00.000Z',
}

test('a registration of the first shape is read with its consents from the events beside it', () => {
  const data = {
    step: 'registration',
    on: '2026-01-05',
    scheme: 's',
    edition: 'e',
    office: 'o',
    members: [],
    region: null,
  }
  const stored = [
    { ...envelope, version: 1, type: 'case-registered', data },
    { ...envelope, version: 2, type: 'consent-recorded', data: { purpose: 'photo', given: false, on: '2026-01-05' } },
  ]
  const state = foldCase('case', caseEvents(stored))
  expect(state.consents).toEqual({ photo: { given: false, on: '2026-01-05' } })
  expect(stored[0]?.data).toBe(data)
})

test('a registration of today is left as it is', () => {
  const data = { consents: { photo: true }, on: '2026-01-05', members: [] }
  expect(caseEvents([{ ...envelope, version: 1, type: 'case-registered', data }])[0]?.data).toBe(data)
})
