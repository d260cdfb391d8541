import { expect, test } from 'vitest'

import type { Input, Player } from '../kit/story-player.ts'
import { study } from '../kit/story-player.ts'
import { story } from '../kit/story.ts'

/** The pilot of OFII with the European return network: one counsellor in Paris, three countries with their offices. */
const pilot = story(['ofii-mali', 'ofii-senegal', 'ofii-morocco'], {
  counsellor: 'ofii-paris',
  bamako: ['coordinator', 'ofii-bamako'],
  operatorInMali: ['adviser', 'operator-mali'],
  dakar: ['coordinator', 'ofii-dakar'],
  operatorInSenegal: ['adviser', 'operator-senegal'],
  rabat: ['coordinator', 'ofii-rabat'],
  cefa: ['adviser', 'cefa'],
  secretary: ['committee-secretary', 'committee-pilot'],
  embassy: ['committee-chair', 'committee-pilot'],
  ministry: ['committee-member', 'committee-pilot'],
  cashier: ['finance-officer', 'ofii-finance'],
  releaser: ['payment-approver', 'ofii-finance'],
})

type Told = ReturnType<typeof pilot.begins>

async function isInterviewed({ on, the }: Told, aid: string, more: Input = {}): Promise<void> {
  on('2026-01-05')
  await the.counsellor.registers({ givenName: 'Mariam', familyName: 'Diallo', birth: '1997' })
  await the.counsellor.completes('first-interview', {
    'mois en France': 30,
    situation: 'obligation',
    'aide déjà reçue': false,
    'mois depuis la notification': 2,
    ...more,
  })
  await the.counsellor.assesses('vulnerability')
  await the.counsellor.does('give-verdict')
  on('2026-01-09')
  await the.counsellor.does('choose-aid', { aid })
}

/** The journey, the hand-over to the office of the country, the operator. */
async function comesHome({ on, the, file }: Told, coordinator: Player, operator: Player, region?: string) {
  on('2026-01-12')
  await the.counsellor.seesOff({ on: '2026-02-16', from: 'Paris', to: coordinator.office })
  await file.isHiddenFrom(the.stranger)
  await file.isHiddenFrom(coordinator)
  await the.counsellor.does('hand-over-custody', { to: coordinator.office, reason: 'home' })
  on('2026-02-20')
  await coordinator.does('accept-custody')
  await coordinator.does('record-first-contact', { arrivedOn: '2026-02-17', region })
  await file.isHiddenFrom(operator)
  await coordinator.does('designate-operator', { operator: operator.office, reason: 'near' })
  on('2026-02-25')
  await operator.does('accept-designation')
}

async function isAgreed({ on }: Told, coordinator: Player, operator: Player, activity: string): Promise<void> {
  on('2026-03-09')
  await operator.does('submit-idea', { activity, text: 'what the person wants to do' })
  await coordinator.does('approve-idea')
  on('2026-03-30')
}

async function isSelected({ on, the }: Told, coordinator: Player, operator: Player, amount: number): Promise<void> {
  on('2026-04-07')
  await operator.does('submit-plan', { requested: amount, text: 'step by step' })
  const decision = { outcome: 'select', amount }
  const members = [the.embassy, the.ministry]
  await the.secretary.holdsSitting({ on: '2026-04-28', members, quorum: 2, handedInBy: coordinator, decision })
  await coordinator.prints('decision-letter', 'fr')
}

/** Signed, then 70 percent against the quote and 30 percent against the bill and a visit that finds all well. */
async function isPaidInTwo({ on, the }: Told, coordinator: Player, operator: Player, shares: [number, number]) {
  on('2026-05-11')
  await coordinator.signs('beneficiary', 'operator', 'office')
  const first = { tranche: 'first', payee: 'supplier', evidence: [await operator.attaches('quote')] }
  on('2026-05-18')
  await the.cashier.pays({ ...first, amount: shares[0], releasedBy: the.releaser })
  await operator.visits('2026-06-18')
  const second = { tranche: 'second', payee: 'supplier', evidence: [await operator.attaches('bill')] }
  on('2026-06-22')
  await the.cashier.pays({ ...second, amount: shares[1], releasedBy: the.releaser })
}

/** A year after the first payment, with its report at the end. */
async function yearPasses({ on }: Told, coordinator: Player, operator: Player): Promise<void> {
  await operator.visits('2026-08-18', '2026-11-18', '2027-05-18')
  await operator.does('submit-report', { report: 'final', text: 'a year', documents: [] })
  on('2027-05-25')
  await coordinator.does('close-case', { reason: 'completed' })
}

/** In Senegal two years and two reports. */
async function twoYearsPass({ on, the }: Told): Promise<void> {
  await the.operatorInSenegal.visits('2026-08-18', '2026-11-18', '2027-05-18')
  await the.operatorInSenegal.does('submit-report', { report: 'interim', text: 'a year', documents: [] })
  await the.operatorInSenegal.visits('2027-11-18', '2028-05-18')
  await the.operatorInSenegal.does('submit-report', { report: 'final', text: 'two years', documents: [] })
  on('2028-05-25')
  await the.dakar.does('close-case', { reason: 'completed' })
}

test('Mali, market gardening: a word to the youth programmes, and the need of the project as the only bound', async () => {
  const told = pilot.begins('ofii-mali')
  const { on, the, file } = told
  await isInterviewed(told, 'business', { âge: 24 })
  await comesHome(told, the.bamako, the.operatorInMali, 'ML-2')
  await file.isHiddenFrom(the.operatorInSenegal)
  on('2026-03-02')
  await the.bamako.completes('youth-employment')
  await isAgreed(told, the.bamako, the.operatorInMali, 'market-gardening')
  const above = study({ cost: 2_500_000, ownContribution: 200_000, requested: 2_300_001 })
  expect(await the.operatorInMali.tries('record-feasibility', above)).toMatchObject({
    status: 409,
    code: 'amount-above-need',
    field: 'requested',
  })
  const feasible = study({ cost: 2_500_000, ownContribution: 200_000, requested: 2_300_000 })
  await the.operatorInMali.does('record-feasibility', feasible)
  await isSelected(told, the.bamako, the.operatorInMali, 2_300_000)
  await isPaidInTwo(told, the.bamako, the.operatorInMali, [1_610_000, 690_000])
  await yearPasses(told, the.bamako, the.operatorInMali)
  await file.isFinished({ aid: 'business', paid: 2_300_000 })
})

test('Senegal, settling in: 400 euros in francs to the operator alone, two years of visits', async () => {
  const told = pilot.begins('ofii-senegal')
  const { on, the, file } = told
  await isInterviewed(told, 'social')
  await comesHome(told, the.dakar, the.operatorInSenegal)
  on('2026-04-28')
  await the.dakar.does('grant-award', { amount: 262_383 })
  on('2026-05-11')
  await the.dakar.signs('beneficiary', 'operator', 'office')
  on('2026-05-18')
  const help = { tranche: 'settling-in', evidence: [await the.operatorInSenegal.attaches('bill')] }
  expect(await the.cashier.tries('request-tranche', { ...help, payee: 'beneficiary' })).toMatchObject({
    status: 409,
    code: 'payee-not-possible',
    facts: { possible: ['operator'] },
  })
  await the.cashier.pays({ ...help, payee: 'operator', amount: 262_383, releasedBy: the.releaser })
  await the.operatorInSenegal.visits('2026-06-18')
  await twoYearsPass(told)
  await file.isFinished({ aid: 'social', paid: 262_383 })
})

test('Senegal, a bakery: psychosocial support and other funds, 4,500,000 francs, two years of visits', async () => {
  const told = pilot.begins('ofii-senegal')
  const { on, the, file } = told
  await isInterviewed(told, 'business')
  await comesHome(told, the.dakar, the.operatorInSenegal)
  on('2026-03-02')
  await the.dakar.completes('psychosocial')
  await the.dakar.completes('other-funds')
  await isAgreed(told, the.dakar, the.operatorInSenegal, 'food-processing')
  const feasible = study({ cost: 6_000_000, ownContribution: 1_500_000, requested: 4_500_000 })
  await the.operatorInSenegal.does('record-feasibility', feasible)
  await isSelected(told, the.dakar, the.operatorInSenegal, 4_500_000)
  await isPaidInTwo(told, the.dakar, the.operatorInSenegal, [3_150_000, 1_350_000])
  await twoYearsPass(told)
  await file.isFinished({ aid: 'business', paid: 4_500_000 })
})

test('Morocco, a job: the agency is in before the departure, ceilings in euros are told in dirhams', async () => {
  const told = pilot.begins('ofii-morocco')
  const { on, the, file } = told
  await isInterviewed(told, 'employment')
  await the.counsellor.completes('employment-agency')
  await comesHome(told, the.rabat, the.cefa)
  await isAgreed(told, the.rabat, the.cefa, 'tourism')
  const above = study({ cost: 9_000_000, ownContribution: 0, requested: 4_320_001 })
  expect(await the.cefa.tries('record-feasibility', above)).toMatchObject({
    status: 409,
    code: 'amount-above-ceiling',
    field: 'requested',
    facts: { ceiling: 4_320_000, currency: 'MAD' },
  })
  await the.cefa.does('record-feasibility', study({ cost: 3_250_000, ownContribution: 0, requested: 3_250_000 }))
  on('2026-04-13')
  await the.cefa.completes('placement', { 'salaire de base': 650_000, 'mois de salaire aidés': 10 })
  on('2026-04-28')
  expect(await the.rabat.tries('grant-award', { amount: 3_250_001 })).toMatchObject({ code: 'amount-above-request' })
  await the.rabat.does('grant-award', { amount: 3_250_000 })
  await the.rabat.signs('beneficiary', 'operator', 'office')
  await the.rabat.prints('commitment-contract', 'ar')
  const evidence = [await the.cefa.attaches('work-contract'), await the.cefa.attaches('payslip')]
  on('2026-05-18')
  const support = { tranche: 'salary-support', payee: 'beneficiary', evidence }
  await the.cashier.pays({ ...support, amount: 3_250_000, releasedBy: the.releaser })
  await the.cefa.visits('2026-06-18')
  await yearPasses(told, the.rabat, the.cefa)
  await file.isFinished({ aid: 'employment', paid: 3_250_000 })
})
