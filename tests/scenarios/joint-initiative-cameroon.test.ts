import { expect, test } from 'vitest'

import type { Deed, Offices } from '../kit/case.ts'
import { refusalOf } from '../kit/case.ts'
import type { SchemeRoad } from '../kit/scheme-road.ts'
import {
  assessed,
  before,
  closed,
  decided,
  describeRoad,
  did,
  kept,
  met,
  opened,
  settled,
  stepped,
  visited,
} from '../kit/scheme-road.ts'

const scheme = 'joint-initiative-cameroon'

/** Counsellors of the ministry work in the premises of IOM: one office for the whole road, and a committee. */
const offices: Offices = {
  counsellor: ['iom-yaounde'],
  coordinator: ['iom-yaounde'],
  adviser: ['iom-yaounde'],
  'committee-secretary': ['restricted-committee-yaounde'],
  'finance-officer': ['iom-finance'],
  'payment-approver': ['iom-finance'],
}

function received(aid: string, answers: Readonly<Record<string, unknown>>): Deed[] {
  return [
    opened(scheme, 'counsellor', '2021-01-28'),
    met('2021-01-28', '2021-01-28'),
    stepped('identity-check', 'counsellor', '2021-01-29'),
    assessed(scheme, 'vulnerability', 'vulnerability-screening', 'counsellor', '2021-02-01'),
    stepped('listening', 'counsellor', '2021-02-02', { 'migrant de retour': true, ...answers }),
    did('give-verdict', 'counsellor', '2021-02-03'),
    did('choose-aid', 'counsellor', '2021-02-04', { aid }),
  ]
}

const neither = { 'formation déjà reçue': false, 'kit déjà reçu': false }
const stages = ['arrival', 'project', 'launch', 'monitoring', 'closed']

function planned(requested: number): Deed {
  return did('submit-plan', 'adviser', '2021-02-18', { requested, text: 'what the two of us agreed' })
}

const trained = [
  did('record-training', 'adviser', '2021-03-19', { title: 'chicken farming', days: 20, attended: 19 }),
  did('record-training', 'adviser', '2021-04-02', { title: 'running an enterprise', days: 5, attended: 5 }),
]

const ending = [...visited('adviser', '2021-08-10'), closed('2021-08-31')]

const cash: SchemeRoad = {
  scheme,
  offices,
  aid: 'cash',
  paid: 800_000,
  stages,
  deeds: [
    ...received('cash', neither),
    planned(800_000),
    stepped('project-sheet', 'adviser', '2021-02-24'),
    ...decided('2021-03-01', '2021-03-16', 800_000),
    kept(21, 'project-sheet', 'adviser', '2021-03-17'),
    kept(22, 'identity', 'counsellor', '2021-03-17'),
    ...settled('transfer', 800_000, '2021-03-24', { payee: 'beneficiary', evidence: [21, 22], means: 'mobile-money' }),
    ...ending,
  ],
}

function kitRoad(answers: Readonly<Record<string, unknown>>, amount: number): Deed[] {
  return [
    ...received('kit', answers),
    planned(amount),
    ...trained,
    stepped('project-sheet', 'adviser', '2021-04-08'),
    ...decided('2021-04-12', '2021-04-27', amount),
    kept(21, 'project-sheet', 'adviser', '2021-04-28'),
    kept(22, 'quote', 'adviser', '2021-04-28'),
    ...settled('kit', amount, '2021-05-10', { evidence: [21, 22] }),
    ...ending,
  ]
}

const kit: SchemeRoad = {
  ...cash,
  aid: 'kit',
  paid: 640_000,
  deeds: kitRoad({ 'formation déjà reçue': true, 'kit déjà reçu': false }, 640_000),
}

const kitBefore: SchemeRoad = {
  ...cash,
  edition: '2017-06',
  offices: { ...offices, 'committee-secretary': ['steering-committee'] },
  aid: 'kit',
  paid: 787_148,
  deeds: kitRoad({ 'mois depuis le retour': 2 }, 787_148),
}

const social: SchemeRoad = {
  ...cash,
  aid: 'social',
  paid: 45_000,
  deeds: [
    ...received('social', neither),
    planned(45_000),
    did('grant-award', 'coordinator', '2021-02-22', { amount: 45_000 }),
    kept(21, 'bill', 'adviser', '2021-02-23'),
    ...settled('help', 45_000, '2021-02-24', { evidence: [21], means: 'cash' }),
    ...ending,
  ],
}

describeRoad('Joint Initiative: cash by mobile money, after the restricted committee', cash)
describeRoad('Joint Initiative: two trainings, then a kit', kit)
describeRoad('Joint Initiative before the pandemic: a kit, after the steering committee', kitBefore)
describeRoad('Joint Initiative: the school fees', social)

test('who was trained before is not given cash, and is told by which rule', () => {
  const asked = before(kit, 'choose-aid')
  const choose = did('choose-aid', 'counsellor', '2021-02-04', { aid: 'cash' })
  expect(refusalOf(asked, choose)).toMatchObject({ code: 'aid-not-open', facts: { rules: ['sans formation'] } })
})

test('a kit goes to the committee only after both trainings', () => {
  const handIn = { ...decided('2021-03-01', '2021-03-16', 1)[0], day: '2021-03-01' } as Deed
  const untrained = before({ ...kit, deeds: kit.deeds.slice(0, 8) }, 'close-case')
  expect(refusalOf(untrained, handIn)).toMatchObject({
    code: 'step-needs',
    facts: { missing: ['technical-training', 'enterprise-training', 'project-sheet'] },
  })
})

test('each edition has its envelope', () => {
  const above = (road: SchemeRoad, requested: number) =>
    refusalOf(before(road, 'submit-plan'), planned(requested))?.facts['ceiling']
  expect(above(cash, 800_001)).toBe(800_000)
  expect(above(kitBefore, 787_149)).toBe(787_148)
})

test('before the pandemic the request had to wait for one month after the return', () => {
  const early = { ...kitBefore, deeds: kitRoad({ 'mois depuis le retour': 0 }, 1).slice(0, 6) }
  const choose = did('choose-aid', 'counsellor', '2021-02-04', { aid: 'kit' })
  expect(refusalOf(before(early, 'choose-aid'), choose)).toMatchObject({
    code: 'aid-not-open',
    facts: { rules: ['un mois sur place'] },
  })
})
