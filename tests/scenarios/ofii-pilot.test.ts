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

/** The pilot of OFII with the European return network: Mali, Senegal and Morocco, each with its own offices. */
function officesIn(country: string, operator: string): Offices {
  return {
    counsellor: ['ofii-paris'],
    coordinator: [`ofii-${country}`],
    adviser: [operator],
    'committee-secretary': [`committee-${country}`],
    'finance-officer': ['ofii-finance'],
    'payment-approver': ['ofii-finance'],
  }
}

const answers = {
  'mois en France': 30,
  situation: 'obligation',
  'aide déjà reçue': false,
  'mois depuis la notification': 2,
}

const stages = ['preparation', 'arrival', 'project', 'launch', 'monitoring', 'closed']

function inFrance(scheme: string, aid: string, beforeLeaving: readonly Deed[] = [], more = {}): Deed[] {
  return [
    opened(scheme, 'counsellor', '2026-01-05'),
    stepped('first-interview', 'counsellor', '2026-01-06', { ...answers, ...more }),
    assessed(scheme, 'vulnerability', 'vulnerability-screening', 'counsellor', '2026-01-07'),
    did('give-verdict', 'counsellor', '2026-01-08'),
    did('choose-aid', 'counsellor', '2026-01-09', { aid }),
    ...beforeLeaving,
    ...left('counsellor', '2026-01-12', '2026-02-16'),
  ]
}

function received(office: string, operator: string): Deed[] {
  return [
    did('hand-over-custody', 'counsellor', '2026-02-17', { to: office, reason: 'home' }),
    did('accept-custody', 'coordinator', '2026-02-18'),
    met('2026-02-20', '2026-02-17'),
    did('designate-operator', 'coordinator', '2026-02-24', { operator, reason: 'near' }),
    did('accept-designation', 'adviser', '2026-02-25'),
  ]
}

function thought(activity: string): Deed[] {
  return [
    did('submit-idea', 'adviser', '2026-03-09', { activity, text: 'what the person wants to do' }),
    did('approve-idea', 'coordinator', '2026-03-11'),
  ]
}

const allSigned = signed('2026-05-11', 'coordinator', 'beneficiary', 'operator', 'office')

const mali: SchemeRoad = {
  scheme: 'ofii-mali',
  offices: officesIn('bamako', 'operator-mali'),
  aid: 'business',
  paid: 2_300_000,
  stages,
  deeds: [
    ...inFrance('ofii-mali', 'business', [], { âge: 24 }),
    ...received('ofii-bamako', 'operator-mali'),
    stepped('youth-employment', 'coordinator', '2026-03-02'),
    ...thought('market-gardening'),
    studied('adviser', '2026-03-30', 2_500_000, 200_000, 2_300_000),
    did('submit-plan', 'adviser', '2026-04-07', { requested: 2_300_000, text: 'onions, then storage' }),
    ...decided('2026-04-13', '2026-04-28', 2_300_000),
    ...allSigned,
    kept(21, 'quote', 'adviser', '2026-05-12'),
    ...settled('first', 1_610_000, '2026-05-18', { evidence: [21] }),
    ...visited('adviser', '2026-06-18'),
    kept(22, 'bill', 'adviser', '2026-06-19'),
    ...settled('second', 690_000, '2026-06-22', { payee: 'beneficiary', evidence: [22], means: 'mobile-money' }),
    ...visited('adviser', '2026-08-18', '2026-11-18', '2027-05-18'),
    reported('final', 'adviser', '2027-05-18'),
    closed('2027-05-25'),
  ],
}

const senegal: SchemeRoad = {
  scheme: 'ofii-senegal',
  offices: officesIn('dakar', 'operator-senegal'),
  aid: 'social',
  paid: 262_383,
  stages,
  deeds: [
    ...inFrance('ofii-senegal', 'social'),
    ...received('ofii-dakar', 'operator-senegal'),
    did('grant-award', 'coordinator', '2026-04-28', { amount: 262_383 }),
    ...allSigned,
    kept(21, 'bill', 'adviser', '2026-05-12'),
    ...settled('settling-in', 262_383, '2026-05-18', { payee: 'operator', evidence: [21] }),
    ...visited('adviser', '2026-06-18', '2026-08-18', '2026-11-18', '2027-05-18'),
    reported('interim', 'adviser', '2027-05-18'),
    ...visited('adviser', '2027-11-18', '2028-05-18'),
    reported('final', 'adviser', '2028-05-18'),
    closed('2028-05-25'),
  ],
}

const senegalBusiness: SchemeRoad = {
  ...senegal,
  aid: 'business',
  paid: 4_500_000,
  deeds: [
    ...inFrance('ofii-senegal', 'business'),
    ...received('ofii-dakar', 'operator-senegal'),
    stepped('psychosocial', 'coordinator', '2026-02-27'),
    stepped('other-funds', 'coordinator', '2026-03-02'),
    ...thought('food-processing'),
    studied('adviser', '2026-03-30', 6_000_000, 1_500_000, 4_500_000),
    did('submit-plan', 'adviser', '2026-04-07', { requested: 4_500_000, text: 'a bakery' }),
    ...decided('2026-04-13', '2026-04-28', 4_500_000),
    ...allSigned,
    kept(21, 'quote', 'adviser', '2026-05-12'),
    ...settled('first', 3_150_000, '2026-05-18', { evidence: [21] }),
    ...visited('adviser', '2026-06-18'),
    kept(22, 'bill', 'adviser', '2026-06-19'),
    ...settled('second', 1_350_000, '2026-06-22', { evidence: [22] }),
    ...visited('adviser', '2026-08-18', '2026-11-18', '2027-05-18'),
    reported('interim', 'adviser', '2027-05-18'),
    ...visited('adviser', '2027-11-18', '2028-05-18'),
    reported('final', 'adviser', '2028-05-18'),
    closed('2028-05-25'),
  ],
}

const morocco: SchemeRoad = {
  scheme: 'ofii-morocco',
  offices: officesIn('rabat', 'cefa'),
  aid: 'employment',
  paid: 3_250_000,
  stages,
  deeds: [
    ...inFrance('ofii-morocco', 'employment', [stepped('employment-agency', 'counsellor', '2026-01-09')]),
    ...received('ofii-rabat', 'cefa'),
    ...thought('tourism'),
    studied('adviser', '2026-03-30', 3_250_000, 0, 3_250_000),
    stepped('placement', 'adviser', '2026-04-13', { 'salaire de base': 650_000, 'mois de salaire aidés': 10 }),
    did('grant-award', 'coordinator', '2026-04-28', { amount: 3_250_000 }),
    ...allSigned,
    kept(21, 'work-contract', 'adviser', '2026-05-12'),
    kept(22, 'payslip', 'adviser', '2026-05-12'),
    ...settled('salary-support', 3_250_000, '2026-05-18', { payee: 'beneficiary', evidence: [21, 22] }),
    ...visited('adviser', '2026-06-18', '2026-08-18', '2026-11-18', '2027-05-18'),
    reported('final', 'adviser', '2027-05-18'),
    closed('2027-05-25'),
  ],
}

describeRoad('OFII Mali: market gardening, with a word to the youth programmes', mali)
describeRoad('OFII Senegal: settling in, paid through the operator', senegal)
describeRoad('OFII Senegal: a bakery, followed for two years', senegalBusiness)
describeRoad('OFII Morocco: a job, known to the agency before leaving', morocco)

test('in Senegal the social aid goes to the operator alone, in Mali it may go to the person', () => {
  const request = did('request-tranche', 'finance-officer', '2026-05-18', {
    tranche: 'settling-in',
    payee: 'beneficiary',
    evidence: [],
    text: 'x',
  })
  expect(refusalOf(before(senegal, 'request-tranche'), request)).toMatchObject({
    code: 'payee-not-possible',
    facts: { possible: ['operator'] },
  })
})

test('where no source gives a ceiling, the need of the project is the bound', () => {
  const study = (requested: number) => studied('adviser', '2026-03-30', 20_000_000, 2_000_000, requested)
  expect(refusalOf(before(mali, 'record-feasibility'), study(18_000_000))).toBeUndefined()
  expect(refusalOf(before(mali, 'record-feasibility'), study(18_000_001))?.code).toBe('amount-above-need')
})

test('in Morocco ceilings in euros are told in dirhams and centimes', () => {
  const grant = did('grant-award', 'coordinator', '2026-04-28', { amount: 3_250_001 })
  expect(refusalOf(before(morocco, 'grant-award'), grant)).toMatchObject({ code: 'amount-above-request' })
  const study = studied('adviser', '2026-03-30', 9_000_000, 0, 4_320_001)
  expect(refusalOf(before(morocco, 'record-feasibility'), study)).toMatchObject({
    code: 'amount-above-ceiling',
    facts: { ceiling: 4_320_000, currency: 'MAD' },
  })
})
