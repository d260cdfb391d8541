import { expect, test } from 'vitest'

import type { Deed, Offices } from '../kit/case.ts'
import { after, refusalOf } from '../kit/case.ts'
import type { SchemeRoad } from '../kit/scheme-road.ts'
import { before, closed, describeRoad, did, kept, opened, settled, stepped } from '../kit/scheme-road.ts'

const scheme = 'minjec-subsidy'

/** The ministry alone: its delegation receives, trains and decides, its treasury pays. */
const offices: Offices = {
  counsellor: ['minjec-littoral'],
  coordinator: ['minjec-littoral'],
  'employment-adviser': ['minjec-littoral'],
  'finance-officer': ['minjec-treasury'],
  'payment-approver': ['minjec-treasury'],
}

const applied = [
  opened(scheme, 'counsellor', '2019-02-04'),
  stepped('interview', 'counsellor', '2019-02-05', { 'migrant de retour': true, 'situation précaire': true }),
  did('give-verdict', 'counsellor', '2019-02-06'),
  did('choose-aid', 'counsellor', '2019-02-06', { aid: 'subsidy' }),
]

function training(title: string, day: string): Deed {
  return did('record-training', 'employment-adviser', day, { title, days: 30, attended: 28 })
}

function checked(technical: boolean, rearmament: boolean): Deed {
  const answers = { 'formation technique attestée': technical, 'réarmement attesté': rearmament }
  return stepped('certificates', 'coordinator', '2019-05-21', answers)
}

const activity = stepped('activity', 'employment-adviser', '2019-05-27')
const granted = did('grant-award', 'coordinator', '2019-06-11', { amount: 500_000 })

const road: SchemeRoad = {
  scheme,
  offices,
  aid: 'subsidy',
  paid: 500_000,
  stages: ['arrival', 'project', 'launch', 'closed'],
  deeds: [
    ...applied,
    training('welding', '2019-04-12'),
    training('civic, moral and entrepreneurial re-armament', '2019-05-17'),
    checked(true, true),
    activity,
    granted,
    kept(21, 'training-certificate', 'counsellor', '2019-06-12'),
    kept(22, 'rearmament-certificate', 'counsellor', '2019-06-12'),
    ...settled('whole', 500_000, '2019-06-20', { payee: 'beneficiary', evidence: [21, 22] }),
    closed('2019-06-28'),
  ],
}

const trainedElsewhere: SchemeRoad = {
  ...road,
  deeds: road.deeds.filter(({ command }) => command !== 'record-training'),
}

describeRoad('MINJEC subsidy: both trainings, then the subsidy', road)
describeRoad('MINJEC subsidy: trained elsewhere, both certificates brought along', trainedElsewhere)

test.each([
  [true, false, ['réarmé']],
  [false, true, ['formé']],
  [false, false, ['formé', 'réarmé']],
])('certificates %s and %s: no subsidy, and the rule that is missing', (technical, rearmament, rules) => {
  const start = before({ ...road, deeds: [...applied, checked(technical, rearmament), activity] }, 'close-case')
  expect(refusalOf(start, granted)).toMatchObject({ code: 'aid-not-open', facts: { rules } })
})

test('once the missing certificate is there, the answer is corrected and the subsidy opens', () => {
  const start = before({ ...road, deeds: [...applied, checked(true, false), activity] }, 'close-case')
  const answered = did('record-facts', 'coordinator', '2019-06-10', {
    facts: { 'réarmement attesté': { known: true } },
  })
  expect(after(start, answered, granted).state.award?.amount).toBe(500_000)
})

test('the money moves only with both certificates on the file', () => {
  const unproven = before({ ...road, deeds: road.deeds.slice(0, 10) }, 'close-case')
  const request = { tranche: 'whole', payee: 'beneficiary', evidence: ['00000000-0000-4000-8000-000000000021'] }
  expect(refusalOf(unproven, did('request-tranche', 'finance-officer', '2019-06-20', request))).toMatchObject({
    code: 'condition-not-proven',
    facts: { conditions: ['rearmament-certificate'] },
  })
})
