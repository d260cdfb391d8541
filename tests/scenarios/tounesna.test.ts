import { expect, test } from 'vitest'

import type { Deed, Offices } from '../kit/case.ts'
import { after, refusalOf } from '../kit/case.ts'
import type { SchemeRoad } from '../kit/scheme-road.ts'
import {
  assessed,
  before,
  closed,
  describeRoad,
  did,
  kept,
  met,
  opened,
  settled,
  signed,
  stepped,
  visited,
} from '../kit/scheme-road.ts'

const scheme = 'tounesna'

/** Three institutions in one branch; an approved association goes along. */
const offices: Offices = {
  counsellor: ['tounesna-sfax'],
  coordinator: ['tounesna-sfax'],
  'employment-adviser': ['tounesna-sfax'],
  adviser: ['association-sfax'],
  'finance-officer': ['tounesna-finance'],
  'payment-approver': ['tounesna-finance'],
}

const answers = { 'nationalité tunisienne': true, 'revenu au pays': true }

function received(aid: string, employment: readonly Deed[]): Deed[] {
  return [
    opened(scheme, 'counsellor', '2026-03-09'),
    met('2026-03-10', '2026-02-20'),
    stepped('interview', 'counsellor', '2026-03-11', answers),
    did('give-verdict', 'counsellor', '2026-03-12'),
    assessed(scheme, 'vulnerability', 'vulnerability-screening', 'counsellor', '2026-03-16'),
    did('choose-aid', 'counsellor', '2026-03-18', { aid }),
    ...employment,
    did('designate-operator', 'coordinator', '2026-03-24', { operator: 'association-sfax', reason: 'near' }),
    did('accept-designation', 'adviser', '2026-03-26'),
  ]
}

const atTheAgency = [stepped('employment-interview', 'employment-adviser', '2026-03-19')]
const year = [...visited('adviser', '2026-06-10', '2026-09-10', '2026-12-10', '2027-03-10'), closed('2027-03-15')]

const social: SchemeRoad = {
  scheme,
  offices,
  aid: 'social',
  paid: 2_450_500,
  stages: ['arrival', 'project', 'launch', 'monitoring', 'closed'],
  deeds: [
    ...received('social', []),
    stepped('social-plan', 'adviser', '2026-03-31'),
    did('grant-award', 'coordinator', '2026-04-07', { amount: 2_450_500 }),
    stepped('housing', 'adviser', '2026-04-09'),
    stepped('hospital', 'adviser', '2026-04-13'),
    stepped('disability-card', 'adviser', '2026-04-15'),
    ...signed('2026-04-16', 'coordinator', 'beneficiary', 'office'),
    kept(21, 'bill', 'adviser', '2026-04-20'),
    ...settled('settling-in', 2_450_500, '2026-04-22', { evidence: [21], means: 'cheque' }),
    ...year,
  ],
}

const employment: SchemeRoad = {
  ...social,
  aid: 'employment',
  paid: null,
  stages: ['arrival', 'project', 'monitoring', 'closed'],
  deeds: [
    ...received('employment', atTheAgency),
    stepped('employment-plan', 'employment-adviser', '2026-04-02'),
    ...year,
  ],
}

const business: SchemeRoad = {
  ...social,
  aid: 'business',
  paid: 18_750_000,
  deeds: [
    ...received('business', atTheAgency),
    did('submit-plan', 'adviser', '2026-04-20', { requested: 18_750_000, text: 'a garage' }),
    did('grant-award', 'coordinator', '2026-04-28', { amount: 18_750_000 }),
    stepped('paperwork', 'adviser', '2026-05-04'),
    did('record-training', 'adviser', '2026-05-22', { title: 'keeping the books', days: 5, attended: 5 }),
    ...signed('2026-05-25', 'coordinator', 'beneficiary', 'office'),
    kept(21, 'quote', 'adviser', '2026-05-26'),
    ...settled('equipment', 18_750_000, '2026-06-01', { evidence: [21] }),
    ...year,
  ],
}

describeRoad('Tounesna: a home, care and papers', social)
describeRoad('Tounesna: a plan for work, without money', employment)
describeRoad('Tounesna: a garage', business)

const atThePlan = before({ ...employment, deeds: received('employment', atTheAgency) }, 'close-case')

test('the service pays nothing: there is no decision to take on it', () => {
  const grant = did('grant-award', 'coordinator', '2026-04-07', { amount: 1 })
  expect(refusalOf(atThePlan, grant)).toMatchObject({ code: 'no-such-step', facts: { kinds: ['committee'] } })
})

test('who asked for work may still ask for help at home, until the decision', () => {
  const changed = did('choose-aid', 'counsellor', '2026-04-01', { aid: 'social', reason: 'the flat comes first' })
  expect(after(atThePlan, changed).state.aid).toBe('social')
  expect(refusalOf(before(business, 'sign-commitment'), changed)?.code).toBe('not-at-this-stage')
})
