import { expect, test } from 'vitest'

import { someone, organisationOpened } from '../kit/beneficiaries.ts'
import type { Deed, Offices } from '../kit/case.ts'
import { after, noDeeds, refusalOf, runningScheme } from '../kit/case.ts'
import type { SchemeRoad } from '../kit/scheme-road.ts'
import { before, closed, decided, describeRoad, did, settled, signed, stepped } from '../kit/scheme-road.ts'

const scheme = 'lemma-associations'

const offices: Offices = {
  coordinator: ['lemma-tunis'],
  adviser: ['lemma-tunis'],
  'committee-secretary': ['lemma-committee'],
  'finance-officer': ['lemma-finance'],
  'payment-approver': ['lemma-finance'],
}

function retained(name: string, action: string, aid: string): Deed[] {
  const answers = { 'association tunisienne': true, 'action proposée': action, 'candidature retenue': true }
  return [
    organisationOpened(scheme, name, 'coordinator', '2018-05-02'),
    stepped('application', 'coordinator', '2018-05-21', answers),
    did('give-verdict', 'coordinator', '2018-05-24'),
    did('record-training', 'coordinator', '2018-06-29', { title: 'return and migration', days: 5, attended: 5 }),
    did('choose-aid', 'coordinator', '2018-07-02', { aid }),
  ]
}

function granted(name: string, action: string): SchemeRoad {
  return {
    scheme,
    offices,
    aid: 'grant',
    paid: 13_200_000,
    stages: ['preparation', 'project', 'launch', 'monitoring', 'closed'],
    deeds: [
      ...retained(name, action, 'grant'),
      did('submit-plan', 'adviser', '2018-08-06', { requested: 13_200_000, text: 'what we will do' }),
      ...decided('2018-08-20', '2018-09-11', 13_200_000),
      ...signed('2018-09-18', 'coordinator', 'beneficiary', 'office'),
      ...settled('whole', 13_200_000, '2018-09-28', { payee: 'beneficiary' }),
      stepped('account', 'coordinator', '2019-02-11'),
      closed('2019-02-15'),
    ],
  }
}

const school = granted('Afaak Kebili', 'école')

describeRoad('Lemma for associations: children settle in at school', school)
describeRoad('Lemma for associations: founding an association', granted("Cit'ess Mahdia", 'fonder'))
describeRoad('Lemma for associations: families and local officials', granted('Apdes Kasserine', 'familles'))
describeRoad('Lemma for associations: trained, without a grant', {
  ...school,
  aid: 'training-only',
  paid: null,
  stages: ['preparation', 'project', 'monitoring', 'closed'],
  deeds: [...retained('Another association', 'autre', 'training-only'), closed('2018-07-05')],
})

const start = noDeeds(runningScheme(scheme), offices)
const opening = organisationOpened(scheme, 'Afaak Kebili', 'coordinator', '2018-05-02')

test('neither the name of the association nor that of its contact is in an event', () => {
  const told = JSON.stringify(before(school, 'never').events)
  expect(told).not.toMatch(/Afaak|Ama|Number/)
})

test.each<[string, Record<string, unknown>, string, string]>([
  ['without the name of the association', { beneficiary: undefined }, 'beneficiary-missing', 'beneficiary'],
  ['without a contact', { people: [] }, 'contact-missing', 'people'],
  ['for a person', { people: [someone(1, 'principal')] }, 'relation-not-possible', 'people'],
  ['with a family', { people: [someone(1, 'contact'), someone(2, 'child')] }, 'relation-not-possible', 'people'],
])('no file is opened %s', (_name, input, code, field) => {
  expect(refusalOf(start, { ...opening, input: { ...opening.input, ...input } })).toMatchObject({ code, field })
})

test('another contact joins; a child does not, and nobody leaves the country again', () => {
  const opened = after(start, opening)
  const joins = (person: object) => did('add-member', 'coordinator', '2018-05-03', { person })
  expect(after(opened, joins(someone(2, 'contact'))).state.members).toHaveLength(2)
  expect(refusalOf(opened, joins(someone(2, 'child')))?.code).toBe('relation-not-possible')
  const received = after(opened, ...retained('Afaak Kebili', 'école', 'grant').slice(1))
  expect(refusalOf(received, did('record-remigration', 'coordinator', '2018-07-03'))?.code).toBe('not-for-beneficiary')
})

test('an answer that was not retained opens nothing', () => {
  const answers = { 'association tunisienne': true, 'action proposée': 'autre', 'candidature retenue': false }
  const told = after(start, opening, stepped('application', 'coordinator', '2018-05-21', answers))
  const judged = after(told, did('give-verdict', 'coordinator', '2018-05-24'))
  expect(judged.state.verdict?.result).toBe('not-met')
})

test('a grant is at most 4,000 EUR', () => {
  const plan = did('submit-plan', 'adviser', '2018-08-06', { requested: 13_200_001, text: 'more' })
  expect(refusalOf(before(school, 'submit-plan'), plan)?.code).toBe('amount-above-ceiling')
})
