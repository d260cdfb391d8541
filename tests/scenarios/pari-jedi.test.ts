import { expect, test } from 'vitest'

import type { Deed, Offices } from '../kit/case.ts'
import { refusalOf } from '../kit/case.ts'
import type { SchemeRoad } from '../kit/scheme-road.ts'
import {
  before,
  closed,
  decided,
  describeRoad,
  did,
  kept,
  opened,
  reported,
  settled,
  signed,
  stepped,
  studied,
  visited,
} from '../kit/scheme-road.ts'

const scheme = 'pari-jedi'

/** The programme receives and works with people itself; its steering committee decides, the ministry pays. */
const offices: Offices = {
  counsellor: ['pari-jedi-yaounde'],
  coordinator: ['pari-jedi-yaounde'],
  adviser: ['pari-jedi-yaounde'],
  'committee-secretary': ['steering-committee'],
  'finance-officer': ['minjec-treasury'],
  'payment-approver': ['minjec-treasury'],
}

function entered(parcours: string, aid: string): Deed[] {
  return [
    opened(scheme, 'counsellor', '2019-09-02'),
    stepped('interview', 'counsellor', '2019-09-03', { parcours }),
    did('give-verdict', 'counsellor', '2019-09-03'),
    did('choose-aid', 'counsellor', '2019-09-04', { aid }),
    stepped('support', 'adviser', '2019-09-10'),
  ]
}

function enterprise(parcours: string, aid: string, amount: number): SchemeRoad {
  return {
    scheme,
    offices,
    aid,
    paid: amount,
    stages: ['arrival', 'project', 'launch', 'monitoring', 'closed'],
    deeds: [
      ...entered(parcours, aid),
      did('submit-idea', 'adviser', '2019-09-16', { activity: 'fishing', text: 'catfish in tanks' }),
      did('approve-idea', 'coordinator', '2019-09-18'),
      studied('adviser', '2019-10-14', amount + 1_000_000, 1_000_000, amount),
      did('submit-plan', 'adviser', '2019-10-28', { requested: amount, text: 'the plan' }),
      ...decided('2019-11-04', '2019-11-26', amount),
      ...signed('2020-02-03', 'coordinator', 'beneficiary', 'office'),
      kept(21, 'quote', 'adviser', '2020-02-10'),
      ...settled('whole', amount, '2020-02-29', { evidence: [21], means: 'cheque' }),
      ...visited('adviser', '2020-03-29', '2020-05-29', '2020-08-29', '2021-02-28'),
      reported('final', 'adviser', '2021-02-28'),
      closed('2021-03-05'),
    ],
  }
}

const village: SchemeRoad = {
  ...enterprise('diaspora', 'guidance', 1),
  aid: 'guidance',
  paid: null,
  stages: ['arrival', 'project', 'monitoring', 'closed'],
  deeds: [
    ...entered('diaspora', 'guidance'),
    stepped('pioneer-village', 'adviser', '2019-10-01'),
    did('record-training', 'adviser', '2019-10-25', { title: 'market gardening', days: 10, attended: 10 }),
    closed('2019-11-04'),
  ],
}

const fromFrance = enterprise('revenu-france', 'ofii-business', 4_600_000)

describeRoad('PARI-JEDI: a fish farm under the contract with OFII', fromFrance)
describeRoad('PARI-JEDI: the same with its own subsidy', enterprise('revenu-ailleurs', 'own-subsidy', 1_500_000))
describeRoad('PARI-JEDI: a pioneer village for someone of the diaspora', village)

test('the contract with OFII is for those who come back from France', () => {
  const asked = before(enterprise('revenu-ailleurs', 'own-subsidy', 1), 'choose-aid')
  const choose = did('choose-aid', 'counsellor', '2019-09-04', { aid: 'ofii-business' })
  expect(refusalOf(asked, choose)).toMatchObject({ code: 'aid-not-open', facts: { rules: ['revenu de France'] } })
})

test('a project that the study finds not viable does not reach the committee', () => {
  const study = studied('adviser', '2019-10-14', 5_600_000, 1_000_000, 4_600_000)
  const road = {
    ...fromFrance,
    deeds: fromFrance.deeds.map((deed) => (deed.command === study.command ? weak(study) : deed)),
  }
  const handIn = fromFrance.deeds.find(({ command }) => command === 'submit-to-committee')
  expect(handIn && refusalOf(before(road, 'submit-to-committee'), handIn)).toMatchObject({
    code: 'aid-not-open',
    facts: { rules: ['projet solide'] },
  })
})

function weak(study: Deed): Deed {
  return { ...study, input: { ...study.input, viable: false } }
}
