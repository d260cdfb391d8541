import { describe, expect, test } from 'vitest'

import type { Deed, Played } from '#tests/kit/case.ts'
import { after, refusalOf } from '#tests/kit/case.ts'
import { droppedCase, dropping, waitingCase } from '#tests/kit/dropped.ts'
import { withAnswerIn } from '#tests/kit/operators.ts'
import { business } from '#tests/kit/roads.ts'
import { did } from '#tests/kit/scheme-road.ts'

import type { WorkingCalendar } from '../calendar.ts'
import { noHolidays } from '../holidays.ts'
import { stepDueOn } from './deadlines.ts'
import { obligationsOf } from './obligations.ts'
import { roadOf } from './road.ts'
import { stepsOf } from './steps-of-case.ts'

const answer = 'member-state-answer'
const pause = (day: string): Deed => did('pause-deadline', 'counsellor', day, { step: answer, reason: 'a strike' })
const resume = (day: string): Deed => did('resume-deadline', 'counsellor', day, { step: answer })
const undo = (day: string, by: Deed['by'] = 'counsellor'): Deed =>
  did('undo-deadline', by, day, { reason: 'it answered' })

function dueOf({ state, running }: Played, id: string, calendar: WorkingCalendar = noHolidays): string | null {
  const step = stepsOf(state, running).find((each) => each.step.step === id)?.step
  return step ? stepDueOn(step, state, calendar) : null
}

function onRoad({ state, running }: Played, id: string) {
  return roadOf(state, running, '2026-03-06', noHolidays)
    .flatMap(({ steps }) => steps)
    .find(({ step }) => step === id)
}

const owedOf = ({ state, running }: Played) => obligationsOf(state, running, noHolidays)

describe('a deadline that is paused', () => {
  test('moves by the time it stood still, and says who stopped it and why', () => {
    const waiting = waitingCase()
    expect(dueOf(waiting, answer)).toBe('2026-03-09')
    const paused = after(waiting, pause('2026-03-04'))
    expect(dueOf(paused, answer)).toBeNull()
    expect(onRoad(paused, answer)).toMatchObject({
      state: 'now',
      dueOn: null,
      foreseen: null,
      paused: { from: '2026-03-04', by: 'user-counsellor', reason: 'a strike' },
    })
    const again = after(paused, resume('2026-03-20'))
    expect(dueOf(again, answer)).toBe('2026-03-25')
    expect(onRoad(again, answer)?.paused).toBeNull()
    expect(dueOf(after(again, pause('2026-03-21'), resume('2026-03-22')), answer)).toBe('2026-03-26')
  })

  test('counts working days on the calendar of the country', () => {
    const start = business('decided')
    const [step] = stepsOf(start.state, start.running).filter(({ step }) => step.deadline?.unit === 'working-days')
    if (!step) throw new Error('no deadline in working days')
    const within = { ...step.step, deadline: { ...step.step.deadline!, within: 5, after: 'x' } }
    const state = { ...start.state, done: { ...start.state.done, x: '2026-05-11' } }
    expect(stepDueOn(within, state, { ...noHolidays, holidays: ['2026-05-14'] })).toBe('2026-05-19')
    const pauses = [{ step: within.step, from: '2026-05-12', until: '2026-05-18', reason: 'r', by: 'u' }]
    // From Tuesday to Monday three working days pass: Wednesday, Friday and Monday, for Thursday is a holiday.
    expect(stepDueOn(within, { ...state, pauses }, { ...noHolidays, holidays: ['2026-05-14'] })).toBe('2026-05-22')
  })

  test.each<[string, Played, Deed, string]>([
    ['a second time', after(waitingCase(), pause('2026-03-04')), pause('2026-03-05'), 'already-paused'],
    ['when it is over', waitingCase(), pause('2026-03-10'), 'deadline-over'],
    [
      'where there is none',
      waitingCase(),
      { ...pause('2026-03-04'), input: { step: 'verdict', reason: 'r' } },
      'unknown-choice',
    ],
    [
      'before it began',
      waitingCase(),
      { ...pause('2026-03-04'), input: { step: answer, reason: 'r', on: '2026-03-01' } },
      'date-too-early',
    ],
    ['and resumed without a pause', waitingCase(), resume('2026-03-05'), 'not-paused'],
    [
      'and resumed before it was',
      after(waitingCase(), pause('2026-03-04')),
      { ...resume('2026-03-06'), input: { step: answer, on: '2026-03-03' } },
      'date-too-early',
    ],
  ])('is not, %s', (_, played, deed, code) => {
    expect(refusalOf(played, deed)?.code).toBe(code)
  })
})

describe('what happens by itself', () => {
  test('is told beforehand, with its day, its source and who can take it back', () => {
    expect(onRoad(waitingCase(), answer)?.foreseen).toMatchObject({
      act: 'close-case',
      dueOn: '2026-03-09',
      on: '2026-03-10',
      undoneBy: 'counsellor',
      source: 'tool-guides',
    })
    expect(owedOf(waitingCase())).toContainEqual(
      expect.objectContaining({ kind: 'by-itself', role: 'system', opensOn: '2026-03-10', step: answer }),
    )
  })

  test('is done by the system once the day has come, once, and by nobody else', () => {
    expect(refusalOf(waitingCase(), dropping('2026-03-09'))?.code).toBe('nothing-passes')
    expect(refusalOf(waitingCase(), { ...dropping('2026-03-10'), by: 'counsellor' })?.code).toBe('role-may-not')
    const { state } = droppedCase()
    expect(state).toMatchObject({ status: 'closed', closure: { reason: 'no-answer', on: '2026-03-10' } })
    expect(owedOf(droppedCase())).toEqual([])
    expect(refusalOf(droppedCase(), dropping('2026-03-11'))?.code).toBe('not-at-this-stage')
  })

  test('does not happen when the step was done, or while it is paused', () => {
    const done = did('complete-step', 'counsellor', '2026-03-05', { step: answer, text: 'it takes it on' })
    for (const deed of [done, pause('2026-03-05')])
      expect(refusalOf(after(waitingCase(), deed), dropping('2026-03-12'))?.code).toBe('nothing-passes')
  })

  test('is taken back by the role that the scheme names, and does not happen a second time', () => {
    expect(refusalOf(droppedCase(), { ...undo('2026-03-12', 'coordinator'), office: 'lyon' })).toMatchObject({
      code: 'role-may-not',
      facts: { allowed: ['counsellor'] },
    })
    const back = after(droppedCase(), undo('2026-03-12'))
    expect(back.state).toMatchObject({ status: 'open', byItself: [{ undone: true }] })
    expect(owedOf(back).map(({ kind }) => kind)).not.toContain('by-itself')
    expect(refusalOf(back, dropping('2026-03-13'))?.code).toBe('nothing-passes')
    expect(refusalOf(back, undo('2026-03-13'))?.code).toBe('nothing-to-undo')
  })

  test('a designation ends when the operator does not answer, and is restored when that is taken back', () => {
    const named = answeringIn(5, business('designated'))
    const operator = named.state.operator?.office
    const since = named.state.operator?.since ?? ''
    expect(onRoad(named, 'designation')?.foreseen).toMatchObject({ act: 'end-designation', undoneBy: 'coordinator' })
    // The coordinator had days of her own, from the first contact on; the operator has them from its naming on.
    expect(dueOf(answeringIn(5, business('met')), 'designation')).toBe(dueOf(business('met'), 'designation'))
    expect(dueOf(named, 'designation')).toBe('2026-02-25')
    const late = did('carry-out-deadline', 'system', '2026-12-31', { step: 'designation' })
    const ended = after(named, late)
    expect(ended.state.operator).toBeNull()
    expect(owedOf(ended)).toContainEqual(expect.objectContaining({ step: 'designation', role: 'coordinator' }))
    const back = after(ended, did('undo-deadline', 'coordinator', '2026-12-31', { reason: 'it was on leave' }))
    expect(back.state.operator).toMatchObject({ office: operator, accepted: false, since: '2026-12-31' })
    expect(since < '2026-12-31').toBe(true)
    expect(refusalOf(back, late)?.code).toBe('nothing-passes')
  })
})

describe('a deadline that has passed', () => {
  test('comes to the role that the scheme names, from the day after', () => {
    const { state, running } = business('received')
    const escalation = obligationsOf(state, running, noHolidays).find(({ kind }) => kind === 'escalation')
    expect(escalation).toMatchObject({ step: 'first-contact', role: 'programme-manager', office: null, dueOn: null })
    expect(escalation && escalation.opensOn! > (dueOf(business('received'), 'first-contact') ?? '')).toBe(true)
  })
})

/** The same case on an edition in which an operator has so many days to answer. */
function answeringIn(within: number, played: Played): Played {
  return { ...played, running: withAnswerIn(within, played.running) }
}
