import { expect, test } from 'vitest'

import { obligationsOf } from '#domain/case/obligations.ts'
import { roadOf } from '#domain/case/road.ts'

import type { Deed, Offices } from '../kit/case.ts'
import { after, noDeeds, refusalOf, runningScheme } from '../kit/case.ts'
import type { SchemeRoad } from '../kit/scheme-road.ts'
import { before, closed, describeRoad, did, left, met, opened, stepped } from '../kit/scheme-road.ts'

/** The national employment agency of Togo works alone in both schemes: services, steps, no money. */
const offices: Offices = {
  counsellor: ['anpe-lome'],
  coordinator: ['anpe-lome'],
  'employment-adviser': ['anpe-lome'],
}

function trained(title: string, days: number, day: string): Deed {
  return did('record-training', 'employment-adviser', day, { title, days, attended: days })
}

function welcomed(scheme: string, step: string, answers: Readonly<Record<string, unknown>>, aid: string): Deed[] {
  return [
    opened(scheme, 'counsellor', '2021-02-01'),
    stepped(step, 'counsellor', '2021-02-02', answers),
    ...(scheme === 'anpe-togo' ? [stepped('information', 'counsellor', '2021-02-03')] : []),
    did('give-verdict', 'counsellor', '2021-02-03'),
    did('choose-aid', 'counsellor', '2021-02-04', { aid }),
  ]
}

const followedUp = [
  stepped('follow-up', 'employment-adviser', '2021-07-05'),
  stepped('follow-up', 'employment-adviser', '2021-10-04'),
  closed('2021-10-29', 'counsellor'),
]
const stages = ['preparation', 'arrival', 'project', 'monitoring', 'closed']

const job: SchemeRoad = {
  scheme: 'anpe-togo',
  offices,
  aid: 'job',
  paid: null,
  stages,
  deeds: [
    ...welcomed('anpe-togo', 'listening', { "où j'en suis": 'loin' }, 'job'),
    ...left('counsellor', '2021-02-10', '2021-03-15'),
    met('2021-03-22', '2021-03-16'),
    trained('CV and letter', 2, '2021-03-30'),
    stepped('interview-preparation', 'employment-adviser', '2021-04-06'),
    stepped('companies', 'employment-adviser', '2021-04-12'),
    stepped('recruitment', 'employment-adviser', '2021-05-31'),
    ...followedUp,
  ],
}

const enterprise: SchemeRoad = {
  ...job,
  aid: 'enterprise',
  deeds: [
    ...welcomed('anpe-togo', 'listening', { "où j'en suis": 'rentré' }, 'enterprise'),
    stepped('return-project', 'counsellor', '2021-02-08'),
    met('2021-02-15', '2020-12-20'),
    stepped('business-plan', 'employment-adviser', '2021-03-08'),
    stepped('niches', 'employment-adviser', '2021-03-10'),
    trained('management', 5, '2021-03-19'),
    ...followedUp,
  ],
}

const dual: SchemeRoad = {
  ...job,
  aid: 'dual-training',
  deeds: [
    ...welcomed('anpe-togo', 'listening', { "où j'en suis": 'rentré' }, 'dual-training'),
    met('2021-02-15', '2020-12-20'),
    trained('refrigeration, in a company', 120, '2021-08-31'),
    ...followedUp,
  ],
}

const placement: SchemeRoad = {
  ...job,
  scheme: 'unhcr-anpe-togo',
  aid: 'placement',
  stages: ['arrival', 'project', 'monitoring', 'closed'],
  deeds: [
    ...welcomed('unhcr-anpe-togo', 'interview', { réfugié: true }, 'placement'),
    stepped('placement', 'employment-adviser', '2021-03-01'),
    stepped('end-of-placement', 'employment-adviser', '2022-03-01'),
    closed('2022-03-04', 'counsellor'),
  ],
}

const workshop: SchemeRoad = {
  ...placement,
  aid: 'job-search',
  deeds: [
    ...welcomed('unhcr-anpe-togo', 'interview', { réfugié: true }, 'job-search'),
    trained('CV, letter and interview', 3, '2021-02-26'),
    closed('2021-03-04', 'counsellor'),
  ],
}

describeRoad('ANPE Togo: from a call abroad to a job', job)
describeRoad('ANPE Togo: a business, already back', enterprise)
describeRoad('ANPE Togo: dual training', dual)
describeRoad('UNHCR and ANPE: a placement of one year', placement)
describeRoad('UNHCR and ANPE: learning to look for a job', workshop)

test('a service never holds money', () => {
  for (const road of [job, enterprise, dual, placement, workshop]) {
    const played = before(road, 'never')
    expect(played.state.award).toBeNull()
    expect(played.events.filter(({ type }) => /tranche|payment|award/.test(type))).toEqual([])
  }
})

test('who is no refugee is told so, and nothing else is asked', () => {
  const road = { ...placement, deeds: welcomed('unhcr-anpe-togo', 'interview', { réfugié: false }, 'placement') }
  const judged = before(road, 'choose-aid')
  expect(judged.state.verdict).toMatchObject({ result: 'not-met', reasons: [{ rule: 'éligible', result: 'not-met' }] })
  const choose = did('choose-aid', 'counsellor', '2021-02-04', { aid: 'placement' })
  expect(refusalOf(judged, choose)?.code).toBe('aid-not-open')
})

test('the journey is for those who are still abroad; as long as nobody knows, it is perhaps asked for, and not owed', () => {
  const stepsShown = (answers: Readonly<Record<string, unknown>>) => {
    const { state, running } = after(noDeeds(runningScheme('anpe-togo'), offices), ...told(answers))
    const shown = roadOf(state, running, '2021-02-05', []).flatMap(({ steps }) => steps)
    const owed = obligationsOf(state, running, []).map(({ step }) => step)
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
  expect(obligationsOf(waiting.state, waiting.running, []).map(({ step }) => step)).toContain('travel')
})

test('a follow-up is done as often as it takes, and the road tells each time', () => {
  const { state, running } = before(job, 'close-case')
  const followUp = roadOf(state, running, '2021-10-05', [])
    .flatMap(({ steps }) => steps)
    .find(({ step }) => step === 'follow-up')
  expect(followUp).toMatchObject({ state: 'done', doneOn: '2021-10-04', times: ['2021-07-05', '2021-10-04'] })
  expect(obligationsOf(state, running, []).map(({ step }) => step)).toEqual(['closure'])
  const again = stepped('recruitment', 'employment-adviser', '2021-10-05')
  expect(refusalOf(before(job, 'close-case'), again)?.code).toBe('already-done')
})
