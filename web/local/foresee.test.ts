import { expect, test } from 'vitest'

import { loadSchemes } from '#catalogue/load.ts'
import { caseCommands } from '#domain/case/commands/index.ts'
import { noHolidays } from '#domain/holidays.ts'
import { compileRules } from '#domain/scheme/verdict.ts'

import type { Ground } from './edition.ts'
import type { OutboxEntry } from './entry.ts'
import { emptyFile, foresee } from './foresee.ts'
import { judge, type Setting } from './judge.ts'

const scheme = loadSchemes('catalogue/schemes').find((each) => each.scheme === 'ofii-cameroon')
const edition = scheme?.editions[0]
if (!scheme || !edition) throw new Error('the scheme of the story is missing')

const ground: Ground = {
  running: { scheme, edition, rules: compileRules(scheme, edition) },
  editions: [edition.edition],
  calendar: noHolidays,
  offices: { all: ['lyon', 'yaounde'], byRole: { counsellor: ['lyon'] } },
  officeNames: { lyon: 'Lyon', yaounde: 'Yaoundé' },
}
const actor = { user: 'claire', role: 'counsellor', office: 'lyon' } as const
const now = '2026-03-02T09:00:00Z'
const id = '0195580d-0000-7000-8000-000000000001'

const person = {
  person: '0195580d-0000-7000-8000-0000000000aa',
  givenName: 'Awa',
  familyName: 'Nkeng',
  relation: 'principal',
}
const registration = {
  scheme: 'ofii-cameroon',
  people: [person],
  consents: edition.consents.filter(({ required }) => required).map(({ purpose }) => purpose),
  on: '2026-03-02',
}

function entry(number: number, name: string, input: Record<string, unknown>, more: Partial<OutboxEntry> = {}) {
  return {
    id: `0195580d-0000-7000-8000-00000000000${number}`,
    ...actor,
    kind: 'case',
    name,
    stream: id,
    input,
    seen: 0,
    happenedAt: now,
    about: 'Awa Nkeng',
    state: 'here',
    attempts: 0,
    notBefore: 0,
    ...more,
  } satisfies OutboxEntry
}

function setting(more: Partial<Setting> = {}): Setting {
  return { ground, actor, command: 'c', now, ...more }
}

test('a case that only this device knows can be read and worked on', () => {
  const entries = [entry(1, 'register-case', registration), entry(2, 'add-note', { text: 'Calls after six' })]
  const { answer, pending } = foresee(emptyFile(id), entries, ground)
  expect(answer.people).toMatchObject([{ givenName: 'Awa', relation: 'principal', erased: false }])
  expect(answer.case).toMatchObject({ scheme: 'ofii-cameroon', edition: edition.edition, custody: { office: 'lyon' } })
  expect(answer.case.version).toBe(pending.length)
  expect(pending.map(({ event }) => event.version)).toEqual(pending.map((_, index) => index + 1))
  const note = pending.at(-1)?.event
  expect(note).toMatchObject({ type: 'note-added', actor: 'claire', office: 'lyon' })
  expect(Object.values(answer.texts)).toEqual(['Calls after six'])
  expect(JSON.stringify(pending.map(({ event }) => event.data))).not.toContain('Calls after six')
})

test('what is already in the file is not counted twice, what is refused by now adds nothing', () => {
  const registered = foresee(emptyFile(id), [entry(1, 'register-case', registration)], ground).answer
  const arrived = { state: 'arrived', version: registered.case.version } as const
  expect(foresee(registered, [entry(1, 'register-case', registration, arrived)], ground).pending).toEqual([])
  const late = entry(2, 'add-note', { text: 'after' }, { state: 'arrived', version: registered.case.version + 1 })
  expect(foresee(registered, [late], ground).pending).toHaveLength(1)
  const onTheWire = entry(
    2,
    'add-note',
    { text: 'on the wire' },
    { state: 'sending', seen: registered.case.version - 1 },
  )
  expect(foresee(registered, [onTheWire], ground).pending).toEqual([])
  const notSent = { ...onTheWire, state: 'here' } as const
  expect(foresee(registered, [notSent], ground).pending).toHaveLength(1)
  expect(foresee(registered, [{ ...notSent, attempts: 1 }], ground).pending).toEqual([])
  const refused = entry(3, 'plan-travel', { travellers: [] })
  const waiting = entry(4, 'add-note', { text: 'x' }, { state: 'needs-you' })
  expect(foresee(registered, [refused, waiting], ground).answer).toEqual(registered)
})

test('a command is refused here as it would be there, with its field, and nothing is foreseen', () => {
  const registered = foresee(emptyFile(id), [entry(1, 'register-case', registration)], ground).answer
  const note = caseCommands['add-note']!
  expect(judge(note, registered, { text: '' }, setting())).toMatchObject({ code: 'invalid-input', field: 'text' })
  const reopen = caseCommands['reopen-case']!
  const again = { reason: 'it goes on', on: '2026-03-02' }
  expect(judge(reopen, registered, again, setting())).toMatchObject({ refused: true, code: 'not-at-this-stage' })
})
