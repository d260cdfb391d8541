import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  caseAfter,
  folded,
  reportMade,
  smallEdition,
  smallRunning,
  smallStory,
  visitMade,
  type SmallMoment,
} from '#tests/kit/small-scheme.ts'

import { noHolidays } from '../holidays.ts'
import { allSteps } from '../scheme/journey.ts'
import type { CaseEvent } from './events.ts'
import { obligationsOf } from './obligations.ts'
import { currentStage, roadOf, roadStates, roadStrip, storedStrip, stripStates } from './road.ts'
import type { CaseState } from './state.ts'

function strip(state: CaseState, today: string): string {
  return roadStrip(roadOf(state, smallRunning, today, noHolidays))
}

const closed: CaseEvent = {
  type: 'case-closed',
  data: { step: 'closure', on: '2027-04-01', reason: 'done', text: null },
}
const withdrawn: CaseEvent = { type: 'person-withdrew', data: { reason: 't', on: '2026-02-01' } }
const social: CaseEvent = {
  type: 'aid-chosen',
  data: { step: 'aid-choice', on: '2026-01-07', aid: 'social', previous: 'business', reason: 't' },
}

describe('the road as one letter per stage', () => {
  const stories: readonly (readonly [SmallMoment, string, string])[] = [
    ['registered', '2026-01-05', 'nauaa'],
    ['aidChosen', '2026-01-06', 'naaaa'],
    ['departed', '2026-01-21', 'dnaaa'],
    ['departed', '2026-01-23', 'dlaaa'],
    ['offered', '2026-01-21', 'dwaaa'],
    ['contacted', '2026-01-27', 'dnaaa'],
    ['designated', '2026-01-29', 'dwaaa'],
    ['agreed', '2026-02-01', 'ddwaa'],
    ['ideaIn', '2026-02-11', 'ddnaa'],
    ['filed', '2026-02-21', 'ddwaa'],
    ['decided', '2026-03-02', 'dddwa'],
    ['paid', '2026-03-10', 'dddwa'],
    ['settled', '2026-03-20', 'ddddw'],
    ['settled', '2026-05-01', 'ddddl'],
  ]
  test.each(stories)('after %s, on %s: %s', (moment, today, expected) => {
    expect(strip(caseAfter(moment), today)).toBe(expected)
  })

  test('a stage that the chosen aid does not have is skipped', () => {
    expect(strip(caseAfter('aidChosen', social), '2026-01-08')).toBe('nasaa')
  })

  test('the person withdrew: what was not done is skipped, the closure remains; closed: nothing remains', () => {
    expect(strip(caseAfter('agreed', withdrawn), '2026-02-02')).toBe('ddssn')
    expect(strip(caseAfter('agreed', withdrawn, closed), '2027-05-01')).toBe('ddsss')
  })

  test('a case closed in order is done all along, its optional step skipped', () => {
    const visits = [1, 2, 3].map((number) => visitMade(number, '2027-03-01', true))
    const state = caseAfter(
      'settled',
      ...visits,
      reportMade('interim', '2026-09-01'),
      reportMade('final', '2027-03-10'),
      closed,
    )
    const road = roadOf(state, smallRunning, '2027-05-01', noHolidays)
    expect(roadStrip(road)).toBe('ddddd')
    expect(road[3]?.steps.map((step) => step.state)).toEqual(['skipped', 'done'])
    expect(road[4]).toMatchObject({ doneOn: '2027-04-01', since: '2026-03-20', owes: null })
  })
})

describe('the stage the case is in', () => {
  test('says since when, by when, and who owes the next act', () => {
    expect(currentStage(roadOf(caseAfter('designated'), smallRunning, '2026-01-29', noHolidays))).toMatchObject({
      kind: 'arrival',
      state: 'waiting',
      since: '2026-01-20',
      dueOn: '2026-02-05',
      owes: { role: 'adviser', office: 'operator-one' },
    })
  })

  test('shows the visit that comes next, and its step waits with it', () => {
    const stage = currentStage(
      roadOf(caseAfter('settled', visitMade(1, '2026-04-02')), smallRunning, '2026-04-20', noHolidays),
    )
    expect(stage).toMatchObject({ state: 'now', dueOn: '2027-03-10', owes: { role: 'coordinator' } })
    const steps = Object.fromEntries(stage?.steps.map((step) => [step.step, step.state]) ?? [])
    expect(steps).toEqual({ visits: 'now', 'final-report': 'now', closure: 'ahead' })
  })

  test('a difficulty does not hide where the case is', () => {
    const raised = { difficulty: 'd', about: 'sales', text: 't', on: '2026-05-01' }
    const state = caseAfter('aidChosen', { type: 'difficulty-raised', data: raised })
    expect(currentStage(roadOf(state, smallRunning, '2026-05-02', noHolidays))?.owes).toEqual({
      role: 'counsellor',
      office: 'lyon',
    })
  })
})

describe('strips', () => {
  test('are stored as on the day of the last act', () => {
    expect(storedStrip(caseAfter('designated'), smallRunning, noHolidays)).toBe('dwaaa')
    expect(storedStrip(caseAfter('agreed'), smallRunning, noHolidays)).toBe('ddwaa')
    expect(storedStrip(folded(), smallRunning, noHolidays)).toHaveLength(5)
  })

  test('come back as states, and age: what was due is late', () => {
    expect(stripStates('dnsua')).toEqual(['done', 'now', 'skipped', 'unknown', 'ahead'])
    expect(stripStates('dwa', '2026-01-01', '2026-01-02')).toEqual(['done', 'late', 'ahead'])
    expect(stripStates('dwa', '2026-01-01', '2026-01-01')).toEqual(['done', 'waiting', 'ahead'])
    expect(stripStates('?')).toEqual(['unknown'])
  })
})

const steps = allSteps(smallEdition).map(({ step }) => step.step)
const days = fc
  .integer({ min: 0, max: 700 })
  .map((after) => new Date(Date.UTC(2026, 0, 5 + after)).toISOString().slice(0, 10))
const stepDone = fc
  .tuple(fc.constantFrom(...steps), days)
  .map(([step, on]): CaseEvent => ({ type: 'step-completed', data: { step, on, text: null } }))
const anything = fc.oneof(
  { weight: 4, arbitrary: stepDone },
  { weight: 3, arbitrary: fc.constantFrom<CaseEvent>(...Object.values(smallStory)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<CaseEvent>(social, withdrawn, visitMade(1, '2026-05-05'), visitMade(null, '2026-05-06')),
  },
)
const histories = fc.array(anything, { maxLength: 30 }).map((more) => [smallStory.registered, ...more])

describe('whatever happened to a case', () => {
  test('an open case with steps left is in exactly one stage', () => {
    fc.assert(
      fc.property(histories, days, (events, today) => {
        const state = folded(...events)
        const road = roadOf(state, smallRunning, today, noHolidays)
        const under = road.filter(({ state }) => state === 'now' || state === 'late' || state === 'waiting')
        const left = road.some((stage) =>
          stage.steps.some((step) => !step.optional && step.state !== 'done' && step.state !== 'unknown'),
        )
        expect(under.length).toBe(left ? 1 : 0)
      }),
    )
  })

  test('somebody owes the next act of every open case whose closure is not done', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const state = folded(...events)
        const owed = obligationsOf(state, smallRunning, noHolidays)
        expect(new Set(owed.map(({ key }) => key)).size).toBe(owed.length)
        if (state.done['closure'] === undefined) expect(owed.length).toBeGreaterThan(0)
      }),
    )
  })

  test('closed, every stage and step is done or skipped, and nobody owes anything', () => {
    fc.assert(
      fc.property(histories, days, (events, today) => {
        const road = roadOf(folded(...events, closed), smallRunning, today, noHolidays)
        const states = road.flatMap((stage) => [stage.state, ...stage.steps.map((step) => step.state)])
        expect(states.filter((state) => state !== 'done' && state !== 'skipped')).toEqual([])
        expect(road.filter(({ owes }) => owes !== null)).toEqual([])
      }),
    )
  })

  test('its strip has a letter per stage and reads back the same', () => {
    fc.assert(
      fc.property(histories, days, (events, today) => {
        const road = roadOf(folded(...events), smallRunning, today, noHolidays)
        expect(stripStates(roadStrip(road))).toEqual(road.map(({ state }) => state))
      }),
    )
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...roadStates)), (states) => {
        const road = states.map((state) => ({ state }) as ReturnType<typeof roadOf>[number])
        expect(stripStates(roadStrip(road))).toEqual(states)
      }),
    )
  })
})
