import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { noHolidays } from '../holidays.ts'
import { dueOn, openSteps, requiredBefore, stageOfStep, stepsFor } from './journey.ts'
import type { Edition, Stage, Step } from './scheme.ts'

const same = { fr: 'x', en: 'x', ar: 'x' }

function step(id: string, more: Partial<Step> = {}): Step {
  return { step: id, kind: 'form', title: same, by: 'counsellor', source: 'test', ...more }
}

function stage(id: string, steps: Step[]): Stage {
  return { stage: id, kind: 'project', title: same, where: 'return', steps }
}

function edition(...journey: Stage[]): Edition {
  const aids = [
    { aid: 'shop', type: 'business' },
    { aid: 'home', type: 'social' },
  ]
  return { aids, journey } as unknown as Edition
}

const road = edition(
  stage('before', [step('open'), step('talk', { optional: true }), step('choose')]),
  stage('after', [
    step('study', { for: ['business'] }),
    step('rent', { for: ['home'] }),
    step('pay', { needs: ['choose', 'study'] }),
    step('visit'),
  ]),
)

const ids = (aid: string | null) => stepsFor(road, aid).map((placed) => placed.step.step)

describe('the steps of a road', () => {
  test('are those for everyone as long as no aid is chosen', () => {
    expect(ids(null)).toEqual(['open', 'talk', 'choose', 'pay', 'visit'])
  })

  test('follow the chosen aid, by its type or by its name', () => {
    expect(ids('shop')).toEqual(['open', 'talk', 'choose', 'study', 'pay', 'visit'])
    expect(ids('home')).toEqual(['open', 'talk', 'choose', 'rent', 'pay', 'visit'])
  })

  test('know their stage', () => {
    expect(stageOfStep(road, 'rent')?.stage).toBe('after')
    expect(stageOfStep(road, 'nothing')).toBeUndefined()
  })
})

describe('what a step needs', () => {
  test('is everything before it that is not optional, unless it says otherwise', () => {
    expect(requiredBefore(stepsFor(road, 'shop'), 'visit')).toEqual(['open', 'choose', 'study', 'pay'])
    expect(requiredBefore(stepsFor(road, 'shop'), 'pay')).toEqual(['choose', 'study'])
  })

  test('never includes a step that the aid does not have', () => {
    expect(requiredBefore(stepsFor(road, 'home'), 'pay')).toEqual(['choose'])
    expect(requiredBefore(stepsFor(road, 'home'), 'study')).toEqual([])
  })

  test('opens the steps that can be done now, optional ones among them', () => {
    const open = (done: string[]) =>
      openSteps(stepsFor(road, 'shop'), Object.fromEntries(done.map((id) => [id, '2025-01-01']))).map(
        ({ step }) => step.step,
      )
    expect(open([])).toEqual(['open'])
    expect(open(['open'])).toEqual(['talk', 'choose'])
    expect(open(['open', 'choose', 'study'])).toEqual(['talk', 'pay'])
  })
})

describe('a due date', () => {
  const within = (count: number, unit: 'days' | 'working-days' | 'months', after: string) =>
    step('x', { deadline: { within: count, unit, after, source: 'test' } })

  test('counts from the day the named step was done, or from departure and first payment', () => {
    expect(dueOn(within(10, 'days', 'open'), { open: '2025-12-25' }, noHolidays)).toBe('2026-01-04')
    expect(dueOn(within(1, 'months', 'departure'), { departure: '2025-01-31' }, noHolidays)).toBe('2025-02-28')
    expect(dueOn(within(6, 'months', 'first-payment'), { 'first-payment': '2024-08-31' }, noHolidays)).toBe(
      '2025-02-28',
    )
  })

  test('leaves weekends and holidays out of working days', () => {
    const newYear = { ...noHolidays, holidays: ['2026-01-01'] }
    expect(dueOn(within(2, 'working-days', 'departure'), { departure: '2025-12-26' }, noHolidays)).toBe('2025-12-30')
    expect(dueOn(within(2, 'working-days', 'departure'), { departure: '2025-12-31' }, newYear)).toBe('2026-01-05')
  })

  test('rests when the country does, and counts a shortened day whole', () => {
    const friday = { ...noHolidays, weekend: [5, 6] }
    expect(dueOn(within(2, 'working-days', 'departure'), { departure: '2025-12-25' }, friday)).toBe('2025-12-29')
    const hours = [{ days: [1, 2, 3, 4], opens: '08:00', closes: '14:30' }]
    const title = { fr: 'x', en: 'x', ar: 'x' }
    const shorter = [{ title, from: '2026-02-18', until: '2026-03-19', isEstimated: true, hours, source: 'x' }]
    const ramadan = { ...noHolidays, shorter }
    expect(dueOn(within(3, 'working-days', 'departure'), { departure: '2026-02-20' }, ramadan)).toBe('2026-02-25')
  })

  test('does not exist before its clock starts', () => {
    expect(dueOn(within(2, 'days', 'departure'), {}, noHolidays)).toBeNull()
    expect(dueOn(step('x'), { departure: '2025-01-01' }, noHolidays)).toBeNull()
  })

  test('is never earlier for more days', () => {
    const days = fc.integer({ min: 0, max: 200 })
    const units = fc.constantFrom('days', 'working-days', 'months')
    fc.assert(
      fc.property(days, days, units, (one, other, unit) => {
        const due = (count: number) => dueOn(within(count, unit, 'open'), { open: '2025-11-22' }, noHolidays) ?? ''
        return one <= other === due(one) <= due(other)
      }),
    )
  })
})
