import { expect, test } from 'vitest'

import { noHolidays } from '#domain/holidays.ts'
import { obligationsOf } from '#domain/case/obligations.ts'
import { roadOf } from '#domain/case/road.ts'

import type { Offices } from '../kit/case.ts'
import { after, noDeeds, refusalOf, runningScheme } from '../kit/case.ts'
import type { SchemeRoad } from '../kit/scheme-road.ts'
import { before, closed, did, left, met, opened, stepped } from '../kit/scheme-road.ts'

/** The national employment agency of Togo works alone. */
const offices: Offices = {
  counsellor: ['anpe-lome'],
  coordinator: ['anpe-lome'],
  'employment-adviser': ['anpe-lome'],
}

const job: SchemeRoad = {
  scheme: 'anpe-togo',
  offices,
  aid: 'job',
  paid: null,
  stages: ['preparation', 'arrival', 'project', 'monitoring', 'closed'],
  deeds: [
    opened('anpe-togo', 'counsellor', '2021-02-01'),
    stepped('listening', 'counsellor', '2021-02-02', { "où j'en suis": 'loin' }),
    stepped('information', 'counsellor', '2021-02-03'),
    did('give-verdict', 'counsellor', '2021-02-03'),
    did('choose-aid', 'counsellor', '2021-02-04', { aid: 'job' }),
    ...left('counsellor', '2021-02-10', '2021-03-15'),
    met('2021-03-22', '2021-03-16'),
    did('record-training', 'employment-adviser', '2021-03-30', { title: 'CV and letter', days: 2, attended: 2 }),
    stepped('interview-preparation', 'employment-adviser', '2021-04-06'),
    stepped('companies', 'employment-adviser', '2021-04-12'),
    stepped('recruitment', 'employment-adviser', '2021-05-31'),
    stepped('follow-up', 'employment-adviser', '2021-07-05'),
    stepped('follow-up', 'employment-adviser', '2021-10-04'),
    closed('2021-10-29', 'counsellor'),
  ],
}

test('the journey is for those who are still abroad; as long as nobody knows, it is perhaps asked for, and not owed', () => {
  const stepsShown = (answers: Readonly<Record<string, unknown>>) => {
    const { state, running } = after(noDeeds(runningScheme('anpe-togo'), offices), ...told(answers))
    const shown = roadOf(state, running, '2021-02-05', noHolidays).flatMap(({ steps }) => steps)
    const owed = obligationsOf(state, running, noHolidays).map(({ step }) => step)
    return shown
      .filter(({ step }) => step === 'travel')
      .map(({ perhaps }) => ({ perhaps, owed: owed.includes('travel') }))
  }
  const told = (answers: Readonly<Record<string, unknown>>) => [
    opened('anpe-togo', 'counsellor', '2021-02-01'),
    ...(Object.keys(answers).length > 0 ? [stepped('listening', 'counsellor', '2021-02-02', answers)] : []),
  ]
  expect(stepsShown({})).toEqual([{ perhaps: true, owed: false }])
  expect(stepsShown({ "où j'en suis": 'loin' })).toEqual([{ perhaps: false, owed: false }])
  expect(stepsShown({ "où j'en suis": 'rentré' })).toEqual([])
  expect(before(job, 'plan-travel').state.done['travel']).toBeUndefined()
  const waiting = before(job, 'plan-travel')
  expect(obligationsOf(waiting.state, waiting.running, noHolidays).map(({ step }) => step)).toContain('travel')
})

test('a follow-up is done as often as it takes, and the road tells each time', () => {
  const { state, running } = before(job, 'close-case')
  const followUp = roadOf(state, running, '2021-10-05', noHolidays)
    .flatMap(({ steps }) => steps)
    .find(({ step }) => step === 'follow-up')
  expect(followUp).toMatchObject({ state: 'done', doneOn: '2021-10-04', times: ['2021-07-05', '2021-10-04'] })
  expect(obligationsOf(state, running, noHolidays).map(({ step }) => step)).toEqual(['closure'])
  const again = stepped('recruitment', 'employment-adviser', '2021-10-05')
  expect(refusalOf(before(job, 'close-case'), again)?.code).toBe('already-done')
})
