import { expect, test } from 'vitest'

import { leftByFunder } from '#domain/case/funding.ts'
import type { Award } from '#domain/case/state.ts'

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
  settled,
  stepped,
  studied,
  visited,
} from '../kit/scheme-road.ts'

const scheme = 'lemma'

/** One office for the call, one association for each governorate, one committee. */
const offices: Offices = {
  coordinator: ['lemma-tunis'],
  adviser: ['association-mahdia', 'association-bizerte'],
  'committee-secretary': ['lemma-committee'],
  'finance-officer': ['lemma-finance'],
  'payment-approver': ['lemma-finance'],
}

/** What three countries carry of one award: half, a quarter and the rest, as its committee says. */
function splitOf(amount: number): { funding: Record<string, number>; fundingReason: string } {
  const [france, switzerland] = [Math.floor(amount / 2), Math.floor(amount / 4)]
  const funding = { france, switzerland, germany: amount - france - switzerland }
  return { funding, fundingReason: 'as the three programmes agreed for this quarter' }
}

type Project = { parcours: string; gouvernorat: string; association: string; cost: number; requested: number }

function entered({ parcours, gouvernorat, association }: Project): Deed[] {
  const byAssociation = (deed: Deed): Deed => ({ ...deed, office: association })
  return [
    opened(scheme, 'coordinator', '2018-03-12'),
    stepped('application', 'coordinator', '2018-03-14', { parcours, gouvernorat }),
    did('give-verdict', 'coordinator', '2018-03-15'),
    did('choose-aid', 'coordinator', '2018-03-19', { aid: 'project' }),
    did('designate-operator', 'coordinator', '2018-03-29', { operator: association, reason: 'of this governorate' }),
    byAssociation(did('accept-designation', 'adviser', '2018-03-30')),
    byAssociation(stepped('personal-assessment', 'adviser', '2018-04-11')),
    byAssociation(did('record-training', 'adviser', '2018-05-04', { title: 'enterprise', days: 8, attended: 8 })),
  ]
}

function told(project: Project): SchemeRoad {
  const { association, cost, requested } = project
  const byAssociation = (deed: Deed): Deed => ({ ...deed, office: association })
  const [first, second] = [Math.round(requested * 0.7), requested - Math.round(requested * 0.7)]
  return {
    scheme,
    offices,
    aid: 'project',
    paid: requested,
    stages: ['project', 'launch', 'monitoring', 'closed'],
    deeds: [
      ...entered(project),
      byAssociation(studied('adviser', '2018-06-04', cost, cost - requested, requested)),
      ...decided('2018-06-20', '2018-07-10', requested, splitOf(requested)),
      byAssociation(kept(21, 'quote', 'adviser', '2018-07-12')),
      ...settled('equipment', first, '2018-07-26', { evidence: [21] }),
      byAssociation(kept(22, 'bill', 'adviser', '2018-08-01')),
      ...settled('raw-material', second, '2018-08-09', { evidence: [22] }),
      ...visited('adviser', '2018-08-26', '2018-10-26', '2019-01-26', '2019-04-26', '2019-07-26').map(byAssociation),
      closed('2019-08-01'),
    ],
  }
}

const weaving = { parcours: 'italie', gouvernorat: 'mahdia', association: 'association-mahdia' }
const fishing = { parcours: 'jamais-parti', gouvernorat: 'bizerte', association: 'association-bizerte' }

describeRoad(
  'Lemma: a workshop in Mahdia, back from Italy',
  told({ ...weaving, cost: 12_345_678, requested: 9_876_542 }),
)
describeRoad('Lemma: a boat in Bizerte, never left', told({ ...fishing, cost: 30_000_000, requested: 16_500_000 }))

test('the aid never pays more than 80 percent of the project, nor more than 5,000 EUR', () => {
  const road = told({ ...weaving, cost: 12_345_678, requested: 9_876_542 })
  const asking = (cost: number, own: number, requested: number) =>
    refusalOf(before(road, 'record-feasibility'), {
      ...studied('adviser', '2018-06-04', cost, own, requested),
      office: 'association-mahdia',
    })
  expect(asking(12_345_678, 2_469_135, 9_876_543)).toMatchObject({
    code: 'amount-above-ceiling',
    facts: { ceiling: 9_876_542, rule: 'plafond', currency: 'TND' },
  })
  expect(asking(40_000_000, 10_000_000, 16_500_001)?.facts).toMatchObject({ ceiling: 16_500_000 })
})

test('an association works only on the files that it was named for', () => {
  const named = before(told({ ...weaving, cost: 12_345_678, requested: 9_876_542 }), 'record-feasibility')
  const study = studied('adviser', '2018-06-04', 12_345_678, 2_469_136, 9_876_542)
  expect(refusalOf(named, { ...study, office: 'association-bizerte' })?.code).toBe('office-may-not')
})

test('three countries pay one award, and each payment says what each of them carries', () => {
  const road = told({ ...weaving, cost: 12_345_678, requested: 9_876_542 })
  const unsaid = before(road, 'record-decision')
  const decision = road.deeds.find(({ command }) => command === 'record-decision')
  const { sitting, outcome, amount } = decision?.input ?? {}
  const silent = did('record-decision', 'committee-secretary', '2018-07-10', { sitting, outcome, amount })
  expect(refusalOf(unsaid, silent)).toMatchObject({
    code: 'funding-needed',
    facts: { funders: ['france', 'switzerland', 'germany'] },
  })
  const { award } = before(road, 'none').state
  expect(award?.funding?.map((part) => part.amount)).toEqual([4_938_271, 2_469_135, 2_469_136])
  expect(award?.tranches.map(({ payments }) => payments[0]?.funding?.map((part) => part.amount))).toEqual([
    [3_456_790, 1_728_394, 1_728_395],
    [1_481_481, 740_741, 740_741],
  ])
  expect(leftByFunder(award as Award).every((part) => part.amount === 0)).toBe(true)
})

test('raw material is bought only once the bill of the equipment is there', () => {
  const road = told({ ...weaving, cost: 12_345_678, requested: 9_876_542 })
  const at = road.deeds.findIndex(({ input }) => input?.['paper'] === 'bill')
  const unbilled = before({ ...road, deeds: road.deeds.slice(0, at) }, 'close-case')
  const request = did('request-tranche', 'finance-officer', '2018-08-09', {
    tranche: 'raw-material',
    payee: 'supplier',
    evidence: [],
  })
  expect(refusalOf(unbilled, request)?.code).toBe('condition-not-proven')
})
