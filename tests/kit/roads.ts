import type { PersonInput } from '#domain/field.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

import type { Deed, Played } from './case.ts'
import { after, noDeeds, runningScheme } from './case.ts'

/** The roads of the three aids of OFII Cameroon, deed by deed, each deed under the name of the moment it leads to. */
export const principal = '00000000-0000-4000-8000-000000000001'
export const child = '00000000-0000-4000-8000-000000000002'
export const quote = '00000000-0000-4000-8000-0000000000d1'
export const bill = '00000000-0000-4000-8000-0000000000d2'
export const contract = '00000000-0000-4000-8000-0000000000d3'
export const payslip = '00000000-0000-4000-8000-0000000000d4'

export const family: PersonInput[] = [
  { person: principal, givenName: 'Aline', familyName: 'Mballa', birth: '1999', relation: 'principal' },
  { person: child, givenName: 'Junior', familyName: 'Mballa', birth: '2019-03', relation: 'child' },
]

export const registration: Deed = {
  command: 'register-case',
  by: 'counsellor',
  day: '2026-01-05',
  input: { scheme: 'ofii-cameroon', people: family, consents: ['case-handling', 'share-with-country-office'] },
}

const interviewFacts = {
  'mois en France': { known: 40 },
  situation: { known: 'fin-etudes' },
  'aide déjà reçue': { known: false },
  'mois depuis la notification': { unknown: 'not-asked' },
}

/** The first answer of every question of an instrument. */
export function firstAnswers(name: string, { edition }: RunningEdition): Record<string, string> {
  const instrument = edition.instruments.find((each) => each.instrument === name)
  return Object.fromEntries(
    (instrument?.questions ?? []).map(({ question, options }) => [question, options[0]?.option ?? '']),
  )
}

function assessment(step: string, instrument: string): Deed {
  const answers = firstAnswers(instrument, runningScheme('ofii-cameroon'))
  return { command: 'record-assessment', by: 'counsellor', day: '2026-01-08', input: { step, answers } }
}

export function chosen(aid: string): Deed {
  return { command: 'choose-aid', by: 'counsellor', day: '2026-01-12', input: { aid } }
}

function signature(party: string): Deed {
  return { command: 'sign-commitment', by: 'coordinator', day: '2026-05-20', input: { party, means: 'on-paper' } }
}

function attached(document: string, paper: string, day: string): Deed {
  return { command: 'attach-document', by: 'adviser', day, input: { document, paper } }
}

export function requested(tranche: string, evidence: readonly string[], day: string, payee = 'beneficiary'): Deed {
  return { command: 'request-tranche', by: 'finance-officer', day, input: { tranche, payee, evidence } }
}

export function released(tranche: string, day: string): Deed {
  return { command: 'release-tranche', by: 'payment-approver', day, input: { tranche } }
}

export function paid(tranche: string, amount: number, day: string): Deed {
  const input = { tranche, amount, means: 'bank', reference: 'transfer' }
  return { command: 'record-payment', by: 'finance-officer', day, input }
}

export function visited(day: string, by: Deed['by'] = 'adviser', finding = 'on-course'): Deed {
  return { command: 'record-visit', by, day, input: { finding, documents: [], text: 'seen' } }
}

function reported(report: string, day: string): Deed {
  return { command: 'submit-report', by: 'adviser', day, input: { report, text: 'told', documents: [] } }
}

function toTheOperator(aid: string) {
  return {
    registered: registration,
    interviewed: {
      command: 'complete-step',
      by: 'counsellor',
      day: '2026-01-06',
      input: { step: 'first-interview', facts: interviewFacts },
    },
    resilient: assessment('resilience', 'resilience-before-return'),
    screened: assessment('vulnerability', 'vulnerability-screening'),
    judged: { command: 'give-verdict', by: 'counsellor', day: '2026-01-10' },
    chosen: chosen(aid),
    booked: {
      command: 'plan-travel',
      by: 'counsellor',
      day: '2026-01-20',
      input: { travellers: [principal, child], departsOn: '2026-02-10', from: 'Lyon', to: 'Yaoundé' },
    },
    departed: {
      command: 'confirm-departure',
      by: 'counsellor',
      day: '2026-02-10',
      input: { travellers: [principal, child] },
    },
    offered: {
      command: 'hand-over-custody',
      by: 'counsellor',
      day: '2026-02-11',
      input: { to: 'yaounde', reason: 'she is home' },
    },
    received: { command: 'accept-custody', by: 'coordinator', day: '2026-02-12' },
    met: {
      command: 'record-first-contact',
      by: 'coordinator',
      day: '2026-02-16',
      input: { arrivedOn: '2026-02-11', region: 'CM-CE' },
    },
    designated: {
      command: 'designate-operator',
      by: 'coordinator',
      day: '2026-02-20',
      input: { operator: 'operator-one', reason: 'knows poultry' },
    },
    taken: { command: 'accept-designation', by: 'adviser', day: '2026-02-23' },
  } as const satisfies Record<string, Deed>
}

function study(cost: number, ownContribution: number, requested: number): Deed {
  const lines = [
    { line: 'equipment', amount: cost - 100_000 },
    { line: 'permits', amount: 100_000 },
  ]
  const judged = { relevance: 'good', market: 'good', viable: true }
  const input = { ...judged, lines, ownContribution, requested }
  return { command: 'record-feasibility', by: 'adviser', day: '2026-04-02', input }
}

const project = {
  thought: {
    command: 'submit-idea',
    by: 'adviser',
    day: '2026-03-05',
    input: { activity: 'poultry', text: 'two hundred layers' },
  },
  agreed: { command: 'approve-idea', by: 'coordinator', day: '2026-03-09' },
} as const satisfies Record<string, Deed>

const signed = {
  signedByBeneficiary: signature('beneficiary'),
  signedByOperator: signature('operator'),
  signedByOffice: signature('office'),
}

const year = {
  ownVisit: visited('2026-08-20', 'coordinator'),
  visitTwo: visited('2026-09-02'),
  visitThree: visited('2026-12-02'),
  interim: reported('interim', '2026-12-03'),
  visitFour: visited('2027-03-02'),
  visitFive: visited('2027-06-02'),
  final: reported('final', '2027-06-03'),
  closed: { command: 'close-case', by: 'coordinator', day: '2027-06-10', input: { reason: 'completed' } },
} as const satisfies Record<string, Deed>

export const businessRoad = {
  ...toTheOperator('business'),
  ...project,
  studied: study(5_000_000, 500_000, 4_100_000),
  planned: {
    command: 'submit-plan',
    by: 'adviser',
    day: '2026-04-20',
    input: { requested: 4_100_000, text: 'the plan' },
  },
  submitted: {
    command: 'submit-to-committee',
    by: 'coordinator',
    day: '2026-04-27',
    input: { sitting: 'sitting-one' },
    sitting: { state: 'planned', files: [] },
  },
  decided: {
    command: 'record-decision',
    by: 'committee-secretary',
    day: '2026-05-12',
    input: { sitting: 'sitting-one', outcome: 'select', amount: 4_100_000, conditions: 'a vet visits first' },
  },
  ...signed,
  trained: {
    command: 'record-training',
    by: 'adviser',
    day: '2026-05-29',
    input: { title: 'poultry keeping', days: 5, attended: 4 },
  },
  quoted: attached(quote, 'quote', '2026-05-29'),
  firstRequested: requested('first', [quote], '2026-06-01', 'supplier'),
  firstReleased: released('first', '2026-06-01'),
  firstPaidInPart: paid('first', 2_000_000, '2026-06-02'),
  firstPaid: paid('first', 870_000, '2026-06-03'),
  visitOne: visited('2026-07-02'),
  billed: attached(bill, 'bill', '2026-07-03'),
  secondRequested: requested('second', [bill], '2026-07-10', 'supplier'),
  secondReleased: released('second', '2026-07-11'),
  secondPaid: paid('second', 1_230_000, '2026-07-13'),
  ...year,
} as const satisfies Record<string, Deed>

export const employmentRoad = {
  ...toTheOperator('employment'),
  ...project,
  studied: study(1_500_000, 100_000, 1_200_000),
  placed: {
    command: 'complete-step',
    by: 'adviser',
    day: '2026-04-20',
    input: {
      step: 'placement',
      facts: { 'salaire de base': { known: 200_000 }, 'mois de salaire aidés': { known: 12 } },
    },
  },
  granted: { command: 'grant-award', by: 'coordinator', day: '2026-05-12', input: { amount: 1_200_000 } },
  ...signed,
  hired: attached(contract, 'work-contract', '2026-05-29'),
  slip: attached(payslip, 'payslip', '2026-05-29'),
  requested: requested('salary-support', [contract, payslip], '2026-06-01'),
  released: released('salary-support', '2026-06-01'),
  paid: paid('salary-support', 1_200_000, '2026-06-02'),
  visitOne: visited('2026-07-02'),
  ...year,
} as const satisfies Record<string, Deed>

export const socialRoad = {
  ...toTheOperator('social'),
  granted: { command: 'grant-award', by: 'coordinator', day: '2026-05-12', input: { amount: 400_000 } },
  ...signed,
  billed: attached(bill, 'bill', '2026-05-29'),
  requested: requested('settling-in', [bill], '2026-06-01', 'operator'),
  released: released('settling-in', '2026-06-01'),
  paid: paid('settling-in', 400_000, '2026-06-02'),
  visitOne: visited('2026-07-02'),
  ...year,
} as const satisfies Record<string, Deed>

/** The case at a moment of a road, that deed included. */
export function at<R extends Readonly<Record<string, Deed>>>(moment: keyof R & string, road: R): Played {
  const names = Object.keys(road)
  return after(noDeeds(), ...Object.values(road).slice(0, names.indexOf(moment) + 1))
}

/** A case on the business road, at a moment of it. */
export function business(moment: keyof typeof businessRoad): Played {
  return at(moment, businessRoad)
}
