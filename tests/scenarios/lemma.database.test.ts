import { expect, test } from 'vitest'

import type { Player } from '../kit/story-player.ts'
import { study } from '../kit/story-player.ts'
import { story } from '../kit/story.ts'

/** One office for the call, an association for each governorate, the selection committee with three of its seats. */
const lemma = story('lemma', {
  coordinator: 'lemma-tunis',
  mahdia: ['adviser', 'association-mahdia'],
  bizerte: ['adviser', 'association-bizerte'],
  secretary: ['committee-secretary', 'lemma-committee'],
  ofii: ['committee-chair', 'lemma-committee'],
  swiss: ['committee-member', 'lemma-committee'],
  german: ['committee-member', 'lemma-committee'],
  cashier: ['finance-officer', 'lemma-finance'],
  releaser: ['payment-approver', 'lemma-finance'],
})

type Told = ReturnType<typeof lemma.begins>

/** Phase 1: whoever answers the call is assessed and trained by the association of their governorate. */
async function isPrepared(told: Told, association: Player, parcours: string, gouvernorat: string): Promise<void> {
  const { on, the } = told
  on('2018-03-12')
  await the.coordinator.registers({ givenName: 'Yassine', familyName: 'Trabelsi', birth: '1990' })
  on('2018-03-14')
  await the.coordinator.completes('application', { parcours, gouvernorat })
  await the.coordinator.does('give-verdict')
  on('2018-03-19')
  await the.coordinator.does('choose-aid', { aid: 'project' })
  on('2018-03-29')
  await the.coordinator.does('designate-operator', { operator: association.office, reason: 'of this governorate' })
  await association.does('accept-designation')
  on('2018-04-11')
  await association.completes('personal-assessment')
  on('2018-05-04')
  await association.does('record-training', { title: 'enterprise', days: 8, attended: 8 })
}

/** What three countries carry of one award: half, a quarter and the rest, as the committee says. */
function splitOf(amount: number): { funding: Record<string, number>; fundingReason: string } {
  const [france, switzerland] = [Math.floor(amount / 2), Math.floor(amount / 4)]
  const funding = { france, switzerland, germany: amount - france - switzerland }
  return { funding, fundingReason: 'as the three programmes agreed for this quarter' }
}

/** Phase 2: nobody came to the first sitting, the second selects; equipment against a quote, raw material once the equipment's bill is there. */
async function isLaunched({ on, the }: Told, association: Player, requested: number, shares: [number, number]) {
  on('2018-06-06')
  const members = [the.ofii, the.swiss, the.german]
  const unheard = { on: '2018-06-19', members, quorum: 2, handedInBy: the.coordinator }
  await the.secretary.holdsSitting({ ...unheard, decision: { outcome: 'absent' } })
  on('2018-06-20')
  const decision = { outcome: 'select', amount: requested, ...splitOf(requested) }
  const sitting = { on: '2018-07-10', members, quorum: 2, handedInBy: the.coordinator, decision }
  await the.secretary.holdsSitting(sitting)
  const [equipment, rawMaterial] = shares
  const quote = await association.attaches('quote')
  on('2018-07-26')
  const first = { tranche: 'equipment', payee: 'supplier', evidence: [quote] }
  expect(await the.cashier.tries('request-tranche', { ...first, payee: 'beneficiary' })).toMatchObject({
    code: 'payee-not-possible',
    facts: { possible: ['supplier'] },
  })
  await the.cashier.pays({ ...first, amount: equipment, releasedBy: the.releaser })
  const second = { tranche: 'raw-material', payee: 'supplier' }
  expect(await the.cashier.tries('request-tranche', { ...second, evidence: [] })).toMatchObject({
    code: 'condition-not-proven',
  })
  const bill = await association.attaches('bill')
  on('2018-08-09')
  await the.cashier.pays({ ...second, evidence: [bill], amount: rawMaterial, releasedBy: the.releaser })
}

/** Phase 3: visits at 1, 3, 6, 9 and 12 months after the first payment. */
async function lives({ on, the }: Told, association: Player): Promise<void> {
  await association.visits('2018-08-26', '2018-10-26', '2019-01-26', '2019-04-26', '2019-07-26')
  expect(await the.coordinator.owes()).toContain('closure')
  on('2019-08-01')
  await the.coordinator.does('close-case', { reason: 'completed' })
}

test('a workshop in Mahdia, back from Italy: 80 percent of 12,345.678 dinars, in two purchases', async () => {
  const told = lemma.begins()
  const { on, the, file } = told
  await isPrepared(told, the.mahdia, 'italie', 'mahdia')
  await file.isHiddenFrom(the.stranger)
  on('2018-06-04')
  const asked = { cost: 12_345_678, ownContribution: 2_469_135 }
  const above = study({ ...asked, requested: 9_876_543 })
  expect(await the.mahdia.tries('record-feasibility', above)).toMatchObject({
    status: 409,
    code: 'amount-above-ceiling',
    field: 'requested',
    facts: { ceiling: 9_876_542, rule: 'plafond', currency: 'TND' },
  })
  await file.isHiddenFrom(the.bizerte)
  await the.mahdia.does('record-feasibility', study({ ...asked, requested: 9_876_542 }))
  await isLaunched(told, the.mahdia, 9_876_542, [6_913_579, 2_962_963])
  await the.mahdia.prints('decision-letter', 'ar')
  await lives(told, the.mahdia)

  // Three countries paid, and every payment says what each of them carried.
  const { award } = await file.isFinished({ aid: 'project', paid: 9_876_542 })
  expect(award?.funding?.map((part) => part.amount)).toEqual([4_938_271, 2_469_135, 2_469_136])
  expect(award?.tranches.map(({ payments }) => payments[0]?.funding?.map((part) => part.amount))).toEqual([
    [3_456_790, 1_728_394, 1_728_395],
    [1_481_481, 740_741, 740_741],
  ])
})

test('where no source gives the shares, nothing is granted before the committee says who carries what', async () => {
  const told = lemma.begins()
  const { on, the } = told
  await isPrepared(told, the.mahdia, 'italie', 'mahdia')
  on('2018-06-04')
  await the.mahdia.does(
    'record-feasibility',
    study({ cost: 10_000_000, ownContribution: 2_000_000, requested: 8_000_000 }),
  )
  const members = [the.ofii.id, the.swiss.id]
  await the.secretary.does('plan-sitting', { on: '2018-07-10', place: 'Tunis', members, quorum: 2 })
  await the.coordinator.does('submit-to-committee')
  on('2018-07-10')
  await the.secretary.does('open-sitting', { present: members })
  expect(await the.secretary.tries('record-decision', { outcome: 'select', amount: 8_000_000 })).toMatchObject({
    status: 409,
    code: 'funding-needed',
    facts: { funders: ['france', 'switzerland', 'germany'] },
  })
})

test('a boat in Bizerte, never left: no more than 5,000 euros, 16,500 dinars', async () => {
  const told = lemma.begins()
  const { on, the, file } = told
  await isPrepared(told, the.bizerte, 'jamais-parti', 'bizerte')
  on('2018-06-04')
  const asked = { cost: 40_000_000, ownContribution: 23_500_000 }
  const above = study({ ...asked, ownContribution: 10_000_000, requested: 16_500_001 })
  expect(await the.bizerte.tries('record-feasibility', above)).toMatchObject({ facts: { ceiling: 16_500_000 } })
  await the.bizerte.does('record-feasibility', study({ ...asked, requested: 16_500_000 }))
  await isLaunched(told, the.bizerte, 16_500_000, [11_550_000, 4_950_000])
  await lives(told, the.bizerte)
  await file.isFinished({ aid: 'project', paid: 16_500_000 })
})
