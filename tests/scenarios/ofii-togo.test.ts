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
  left,
  met,
  opened,
  reported,
  settled,
  signed,
  stepped,
  studied,
  visited,
} from '../kit/scheme-road.ts'

const scheme = 'ofii-togo'

/** OFII in France, its office in Bamako for Togo, the employment agency in Lomé. */
const offices: Offices = {
  counsellor: ['ofii-lille'],
  coordinator: ['ofii-bamako'],
  adviser: ['anpe-lome'],
  'committee-secretary': ['committee-togo'],
  'finance-officer': ['ofii-finance'],
  'payment-approver': ['ofii-finance'],
}

const answers = {
  'mois en France': 30,
  situation: 'fin-etudes',
  'aide déjà reçue': false,
  'nationalité française': false,
  âge: 26,
  'mois depuis la notification': 0,
}

function toTheAgency(aid: string, age = 26): Deed[] {
  return [
    opened(scheme, 'counsellor', '2026-03-02'),
    stepped('first-interview', 'counsellor', '2026-03-03', { ...answers, âge: age }),
    assessed(scheme, 'vulnerability', 'vulnerability-screening', 'counsellor', '2026-03-04'),
    did('give-verdict', 'counsellor', '2026-03-05'),
    did('choose-aid', 'counsellor', '2026-03-09', { aid }),
    ...left('counsellor', '2026-03-16', '2026-04-20'),
    did('hand-over-custody', 'counsellor', '2026-04-21', { to: 'ofii-bamako', reason: 'she is home' }),
    did('accept-custody', 'coordinator', '2026-04-22'),
    met('2026-04-28', '2026-04-21'),
    did('designate-operator', 'coordinator', '2026-05-04', { operator: 'anpe-lome', reason: 'the agreement' }),
    did('accept-designation', 'adviser', '2026-05-05'),
    stepped('welcome', 'adviser', '2026-05-06'),
  ]
}

const project = [
  did('submit-idea', 'adviser', '2026-05-20', { activity: 'sewing', text: 'a workshop with two machines' }),
  did('approve-idea', 'coordinator', '2026-05-29'),
]

const year = [
  ...visited('adviser', '2026-12-19', '2027-02-19', '2027-08-19'),
  reported('final', 'adviser', '2027-08-19'),
  closed('2027-08-25'),
]

const business: SchemeRoad = {
  scheme,
  offices,
  aid: 'business',
  paid: 3_600_000,
  stages: ['preparation', 'arrival', 'project', 'launch', 'monitoring', 'closed'],
  deeds: [
    ...toTheAgency('business'),
    ...project,
    studied('adviser', '2026-06-15', 4_000_000, 400_000, 3_600_000),
    did('submit-plan', 'adviser', '2026-06-22', { requested: 3_600_000, text: 'the plan' }),
    ...decided('2026-06-29', '2026-07-14', 3_600_000),
    ...signed('2026-08-03', 'coordinator', 'beneficiary', 'operator', 'office'),
    kept(21, 'quote', 'adviser', '2026-08-10'),
    ...settled('first', 2_520_000, '2026-08-19', { evidence: [21] }),
    ...visited('adviser', '2026-09-19'),
    kept(22, 'bill', 'adviser', '2026-09-21'),
    ...settled('second', 1_080_000, '2026-09-28', { evidence: [22] }),
    ...year,
  ],
}

const employment: SchemeRoad = {
  ...business,
  aid: 'employment',
  paid: 480_000,
  deeds: [
    ...toTheAgency('employment'),
    did('record-training', 'adviser', '2026-05-11', { title: 'CV and letter', days: 3, attended: 3 }),
    ...project,
    studied('adviser', '2026-06-15', 480_000, 0, 480_000),
    stepped('placement', 'adviser', '2026-07-01', { 'salaire de base': 120_000, 'mois de salaire aidés': 8 }),
    did('grant-award', 'coordinator', '2026-07-14', { amount: 480_000 }),
    ...signed('2026-08-03', 'coordinator', 'beneficiary', 'operator', 'office'),
    kept(21, 'work-contract', 'adviser', '2026-08-10'),
    kept(22, 'payslip', 'adviser', '2026-08-10'),
    ...settled('salary-support', 480_000, '2026-08-19', { payee: 'beneficiary', evidence: [21, 22] }),
    ...visited('adviser', '2026-09-19'),
    ...year,
  ],
}

const social: SchemeRoad = {
  ...business,
  aid: 'social',
  paid: 262_383,
  deeds: [
    ...toTheAgency('social'),
    did('grant-award', 'coordinator', '2026-07-14', { amount: 262_383 }),
    ...signed('2026-08-03', 'coordinator', 'beneficiary', 'operator', 'office'),
    kept(21, 'bill', 'adviser', '2026-08-10'),
    ...settled('settling-in', 262_383, '2026-08-19', { payee: 'operator', evidence: [21] }),
    ...visited('adviser', '2026-09-19'),
    ...year,
  ],
}

describeRoad('OFII Togo: a business with the employment agency', business)
describeRoad('OFII Togo: a salaried job', employment)
describeRoad('OFII Togo: settling in', social)

test('the committee of OFII Togo grants no more than 7,000 EUR', () => {
  const decide = did('record-decision', 'committee-secretary', '2026-07-14', {
    sitting: 'sitting-one',
    outcome: 'select',
    amount: 3_600_001,
  })
  expect(refusalOf(before(business, 'record-decision'), decide)?.code).toBe('amount-above-request')
  const study = studied('adviser', '2026-06-15', 9_000_000, 400_000, 4_591_700)
  expect(refusalOf(before(business, 'record-feasibility'), study)).toMatchObject({
    code: 'amount-above-ceiling',
    facts: { ceiling: 4_591_699, rule: 'plafond entreprise', currency: 'XOF' },
  })
})

test('somebody of 66 is told by which rule', () => {
  const road = { ...business, deeds: toTheAgency('business', 66) }
  const judged = before(road, 'choose-aid')
  expect(judged.state.verdict).toMatchObject({ result: 'not-met' })
  const unmet = judged.state.verdict?.reasons.filter(({ result }) => result === 'not-met').map(({ rule }) => rule)
  expect(unmet).toEqual(['âge admis'])
})
