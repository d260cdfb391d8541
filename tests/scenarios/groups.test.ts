import { expect, test } from 'vitest'

import { attendanceOf, trainedIn } from '#domain/case/group.ts'

import { enrolled, groupOpened, organisationOpened, personsOf, someone } from '../kit/beneficiaries.ts'
import type { Deed, Offices } from '../kit/case.ts'
import { after, noDeeds, refusalOf, runningScheme } from '../kit/case.ts'
import type { SchemeRoad } from '../kit/scheme-road.ts'
import { before, closed, describeRoad, did, opened } from '../kit/scheme-road.ts'

const offices: Offices = {
  counsellor: ['anpe-lome'],
  coordinator: ['anpe-lome'],
  'employment-adviser': ['anpe-lome'],
}

function held(by: 'counsellor' | 'employment-adviser', day: string, ...present: readonly number[]): Deed {
  return did('record-session', by, day, { title: 'words of the day', present: personsOf(...present) })
}

const workshop: SchemeRoad = {
  scheme: 'unhcr-anpe-workshop',
  offices,
  aid: null,
  paid: null,
  stages: ['preparation', 'project', 'monitoring', 'closed'],
  deeds: [
    groupOpened('unhcr-anpe-workshop', 'March workshop, Lomé', 'counsellor', '2021-02-22'),
    enrolled('unhcr-anpe-workshop', 'counsellor', '2021-02-24', 1, 2, 3, 4),
    held('employment-adviser', '2021-03-01', 1, 2, 3),
    did('record-completion', 'employment-adviser', '2021-03-05', { completed: personsOf(1, 2) }),
    closed('2021-03-08', 'counsellor'),
  ],
}

const course: SchemeRoad = {
  ...workshop,
  scheme: 'migractions-course',
  deeds: [
    groupOpened('migractions-course', 'Spring 2021', 'counsellor', '2021-03-01'),
    enrolled('migractions-course', 'counsellor', '2021-03-02', 1, 2),
    held('counsellor', '2021-03-15', 1, 2),
    did('record-completion', 'counsellor', '2021-05-31', { completed: personsOf(2) }),
    closed('2021-06-28', 'counsellor'),
  ],
}

describeRoad('UNHCR and ANPE: a workshop for several refugees', workshop)
describeRoad("Migr'Actions: an online course, with a file or without one", course)

const met = before(workshop, 'record-completion')

test('a latecomer joins, and more sessions are held', () => {
  const later = after(
    met,
    enrolled('unhcr-anpe-workshop', 'counsellor', '2021-03-02', 5),
    held('employment-adviser', '2021-03-02', 1, 5),
  )
  expect([...attendanceOf(later.state).values()]).toEqual([2, 1, 1, 0, 1])
  expect(later.state.sessions).toHaveLength(2)
})

test('a session that was written down wrongly is replaced', () => {
  const [session] = met.state.sessions
  const righted = after(met, {
    ...held('employment-adviser', '2021-03-01', 4),
    input: { title: 'words', present: personsOf(4), session: session?.session },
  })
  expect(righted.state.sessions).toHaveLength(1)
  expect([...attendanceOf(righted.state).values()]).toEqual([0, 0, 0, 1])
  expect(righted.events).toHaveLength(met.events.length + 1)
})

test('people trained are counted from the events alone, and the latest list counts', () => {
  const told = before(workshop, 'close-case')
  expect(trainedIn(told.state)).toEqual(personsOf(1, 2))
  const again = did('record-completion', 'employment-adviser', '2021-03-06', { completed: personsOf(1, 2, 3, 3) })
  expect(trainedIn(after(told, again).state)).toEqual(personsOf(1, 2, 3))
  expect(trainedIn(met.state)).toEqual([])
  expect(JSON.stringify(told.events)).not.toMatch(/Ama|Number|March workshop/)
})

const complete = did('record-completion', 'employment-adviser', '2021-03-05', { completed: personsOf(4) })
const join = enrolled('unhcr-anpe-workshop', 'counsellor', '2021-03-02', 5)
const joining = (input: Deed['input']): Deed => ({ ...join, input: { ...join.input, ...input } })
const meet = held('employment-adviser', '2021-03-02', 9)
const start = noDeeds(runningScheme('unhcr-anpe-workshop'), offices)
const opening = groupOpened('unhcr-anpe-workshop', 'x', 'counsellor', '2021-02-22')

test.each<[string, Deed, string]>([
  ['completing without ever having come', complete, 'never-attended'],
  ['enrolling somebody twice', enrolled('unhcr-anpe-workshop', 'counsellor', '2021-03-02', 1), 'already-member'],
  [
    'enrolling somebody twice at once',
    joining({ people: [5, 5].map((n) => someone(n, 'participant')) }),
    'person-twice',
  ],
  ['enrolling a family', joining({ people: [someone(5, 'child')] }), 'relation-not-possible'],
  ['enrolling without the consent it takes', joining({ consents: [] }), 'consent-missing'],
  ['enrolling ahead of the day', joining({ on: '2021-03-03' }), 'date-ahead'],
  ['a stranger at a session', meet, 'unknown-choice'],
  [
    'a family member',
    did('add-member', 'counsellor', '2021-03-02', { person: someone(5, 'child') }),
    'not-for-beneficiary',
  ],
  ['a consent for all', did('record-consent', 'counsellor', '2021-03-02'), 'not-for-beneficiary'],
  ['giving up', did('withdraw', 'counsellor', '2021-03-02', { reason: 'x' }), 'not-for-beneficiary'],
])('a group refuses %s', (_name, deed, code) => {
  expect(refusalOf(met, deed)?.code).toBe(code)
})

test('a group is opened by its name alone, and a person is no group', () => {
  const opensWith = (input: Deed['input']) =>
    refusalOf(start, { ...opening, input: { ...opening.input, ...input } })?.code
  expect(opensWith({ beneficiary: undefined })).toBe('beneficiary-missing')
  expect(opensWith({ people: [someone(1, 'participant')] })).toBe('enrolled-later')
  const person = noDeeds(runningScheme('anpe-togo'), offices)
  const file = opened('anpe-togo', 'counsellor', '2021-02-01')
  const named = organisationOpened('anpe-togo', 'x', 'counsellor', '2021-02-01')
  expect(refusalOf(person, { ...file, input: { ...file.input, beneficiary: { name: 'x' } } })?.code).toBe(
    'beneficiary-is-person',
  )
  expect(refusalOf(person, named)?.code).toBe('one-principal')
  expect(refusalOf(after(person, file), join)?.code).toBe('not-for-beneficiary')
})

test('a group has at most a hundred participants: a longer list of attendance is no list', () => {
  const many = Array.from({ length: 30 }, (_, index) => index)
  const person = (number: number) => ({
    ...someone(0, 'participant'),
    person: `00000000-0000-4000-8000-00000000${String(2000 + number)}`,
  })
  const crowd = (from: number) => joining({ people: many.map((index) => person(from + index)) })
  const full = after(met, crowd(0), crowd(30), crowd(60))
  expect(full.state.members).toHaveLength(94)
  expect(refusalOf(full, crowd(90))).toMatchObject({ code: 'group-full', facts: { most: 100 } })
})
