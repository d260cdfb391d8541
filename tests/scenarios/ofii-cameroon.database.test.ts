import { expect, test } from 'vitest'

import { study } from '../kit/story-player.ts'
import { story } from '../kit/story.ts'

/** OFII in Lyon and Yaoundé, two of its five operators, the committee under the embassy of France, finance in Paris. */
const cameroon = story('ofii-cameroon', {
  counsellor: 'ofii-lyon',
  coordinator: 'ofii-yaounde',
  wouri: ['adviser', 'wouri-conseil'],
  adviser: 'sahel-entreprendre',
  secretary: ['committee-secretary', 'committee-cameroon'],
  chair: ['committee-chair', 'committee-cameroon'],
  cooperation: ['committee-member', 'committee-cameroon'],
  youth: ['committee-member', 'committee-cameroon'],
  cashier: ['finance-officer', 'ofii-finance'],
  releaser: ['payment-approver', 'ofii-finance'],
})

type Told = ReturnType<typeof cameroon.begins>

/** A mother and her son, from the first interview in Lyon to the departure. */
async function comesHome({ on, the, file }: Told, aid: string): Promise<void> {
  on('2026-01-05')
  await the.counsellor.registers(
    { givenName: 'Aline', familyName: 'Mballa', birth: '1999', phone: '+237677000001' },
    { givenName: 'Junior', familyName: 'Mballa', birth: '2019-03', relation: 'child' },
  )
  on('2026-01-06')
  await the.counsellor.completes('first-interview', {
    'mois en France': 40,
    situation: 'fin-etudes',
    'aide déjà reçue': false,
    'mois depuis la notification': 0,
  })
  await the.counsellor.assesses('resilience')
  await the.counsellor.assesses('vulnerability')
  on('2026-01-10')
  await the.counsellor.does('give-verdict')
  await the.counsellor.does('choose-aid', { aid })
  on('2026-01-20')
  await the.counsellor.seesOff({ on: '2026-02-10', from: 'Lyon', to: 'Yaoundé' })
  await file.isHiddenFrom(the.coordinator)
}

/** The office in Yaoundé takes over and meets them. */
async function isReceived({ on, the }: Told): Promise<void> {
  on('2026-02-11')
  await the.counsellor.does('hand-over-custody', { to: 'ofii-yaounde', reason: 'they are home' })
  on('2026-02-12')
  await the.coordinator.does('accept-custody')
  on('2026-02-16')
  await the.coordinator.does('record-first-contact', { arrivedOn: '2026-02-11', region: 'CM-CE' })
}

/** The operator that is named sees the file, the others do not. */
async function findsItsOperator({ on, the, file }: Told): Promise<void> {
  on('2026-02-20')
  await the.coordinator.does('designate-operator', { operator: 'sahel-entreprendre', reason: 'knows poultry' })
  on('2026-02-23')
  await the.adviser.does('accept-designation')
  await file.isHiddenFrom(the.wouri)
}

async function isAgreed({ on, the }: Told, activity: string, text: string): Promise<void> {
  on('2026-03-05')
  await the.adviser.does('submit-idea', { activity, text })
  expect(await the.adviser.tries('approve-idea')).toMatchObject({ status: 403, code: 'role-may-not' })
  on('2026-03-09')
  await the.coordinator.does('approve-idea')
}

/** Visits at 1, 3, 6, 9 and 12 months after the first payment, one by the office itself, two reports. */
async function yearPasses({ on, the }: Told): Promise<void> {
  await the.coordinator.visits('2026-08-20')
  await the.adviser.visits('2026-09-02', '2026-12-02')
  await the.adviser.does('submit-report', { report: 'interim', text: 'half a year', documents: [] })
  await the.adviser.visits('2027-03-02')
  on('2027-05-30')
}

async function ends({ on, the }: Told, lastVisit: string, closedOn: string): Promise<void> {
  await the.adviser.visits(lastVisit)
  await the.adviser.does('submit-report', { report: 'final', text: 'the whole time', documents: [] })
  on(closedOn)
  await the.coordinator.does('close-case', { reason: 'completed' })
}

/** The committee postpones at its first sitting and grants less at the second; no source gives its quorum. */
async function isDecided({ on, the, file }: Told): Promise<void> {
  const members = [the.chair.id, the.cooperation.id, the.youth.id]
  const sitting = { place: 'the embassy', members, quorum: 2 }
  await file.isHiddenFrom(the.secretary)
  await the.secretary.does('plan-sitting', { ...sitting, on: '2026-05-12' })
  await the.coordinator.does('submit-to-committee')
  on('2026-05-12')
  expect(await the.secretary.tries('record-decision', { outcome: 'absent' })).toMatchObject({
    code: 'sitting-not-open',
    facts: { state: 'planned' },
  })
  await the.secretary.does('open-sitting', { present: members })
  const postponed = { outcome: 'postpone', text: 'a vet visits first' }
  expect(await the.secretary.tries('record-decision', { outcome: 'postpone' })).toMatchObject({
    code: 'text-needed',
    field: 'text',
  })
  await the.secretary.does('record-decision', postponed)
  await the.secretary.does('close-sitting', { minutes: 'one file, postponed' })

  // A cousin of hers sits on the committee and steps aside: one of the two who are there is not counted.
  await the.secretary.does('plan-sitting', { ...sitting, on: '2026-05-26' })
  on('2026-05-18')
  await the.coordinator.does('submit-to-committee')
  await the.youth.does('declare-interest', { case: file.id, reason: 'a cousin' })
  on('2026-05-26')
  await the.secretary.does('open-sitting', { present: [the.chair.id, the.youth.id] })
  const less = { outcome: 'select-for-less', amount: 3_900_000, conditions: 'the vet comes back' }
  expect(await the.secretary.tries('record-decision', less)).toMatchObject({
    status: 409,
    code: 'no-quorum',
    facts: { quorum: 2, voting: 1, present: 2, recused: 1 },
  })
  await the.secretary.does('change-presence', { present: members })
  expect(await the.secretary.tries('record-decision', { ...less, amount: 4_100_000 })).toMatchObject({
    code: 'amount-not-less',
    field: 'amount',
  })
  await the.secretary.does('record-decision', less)
  await the.secretary.does('close-sitting', { minutes: 'one file, selected for less' })
  await the.chair.does('sign-minutes')
  await the.coordinator.prints('decision-letter', 'fr')
  // The telephone is shared: the message names neither the scheme nor the amount.
  const [message] = await file.messagesTo('+237677000001')
  expect(message).toContain('Bonjour Aline, une réponse à votre demande est arrivée.')
  expect(message).not.toMatch(/OFII|900/)
}

/** 70 percent against a quote, in two payments; the rest against the bill and a visit that finds all well. */
async function isPaidInTwoTranches({ on, the }: Told): Promise<void> {
  const quote = await the.adviser.attaches('quote')
  on('2026-06-01')
  await the.cashier.does('request-tranche', { tranche: 'first', payee: 'supplier', evidence: [quote] })
  const transfer = { tranche: 'first', means: 'bank', reference: 'transfer' }
  expect(await the.cashier.tries('record-payment', { ...transfer, amount: 1 })).toMatchObject({
    code: 'tranche-not-released',
  })
  await the.releaser.does('release-tranche', { tranche: 'first' })
  on('2026-06-02')
  await the.cashier.does('record-payment', { ...transfer, amount: 2_000_000 })
  expect(await the.cashier.tries('record-payment', { ...transfer, amount: 730_001 })).toMatchObject({
    code: 'amount-above-tranche',
    field: 'amount',
  })
  await the.cashier.does('record-payment', { ...transfer, amount: 730_000 })

  const second = { tranche: 'second', payee: 'supplier', evidence: [await the.adviser.attaches('bill')] }
  expect(await the.cashier.tries('request-tranche', second)).toMatchObject({
    code: 'condition-not-proven',
    facts: { conditions: ['satisfactory-visit'] },
  })
  await the.adviser.visits('2026-07-02')
  on('2026-07-13')
  await the.cashier.pays({ ...second, amount: 1_170_000, releasedBy: the.releaser })
}

test('a poultry farm: social aid becomes a business, the committee grants 3,900,000 for 4,100,000 asked', async () => {
  const told = cameroon.begins()
  const { on, the, file } = told
  await comesHome(told, 'social')
  await file.isHiddenFrom(the.stranger)
  await isReceived(told)
  await the.coordinator.does('choose-aid', { aid: 'business', reason: 'a piece of land is there' })
  await the.coordinator.does('designate-operator', { operator: 'wouri-conseil', reason: 'is near' })
  await the.wouri.does('refuse-designation', { reason: 'too many files' })
  await findsItsOperator(told)

  await isAgreed(told, 'poultry', 'two hundred layers')
  on('2026-04-02')
  const above = study({ cost: 6_000_000, ownContribution: 500_000, requested: 4_591_700 })
  expect(await the.adviser.tries('record-feasibility', above)).toMatchObject({
    status: 409,
    code: 'amount-above-ceiling',
    field: 'requested',
    facts: { ceiling: 4_591_699, currency: 'XAF' },
  })
  const feasible = study({ cost: 5_000_000, ownContribution: 500_000, requested: 4_100_000 })
  await the.adviser.does('record-feasibility', feasible)
  on('2026-04-20')
  await the.adviser.does('submit-plan', { requested: 4_100_000, text: 'the plan' })
  await isDecided(told)

  on('2026-05-28')
  await the.coordinator.signs('beneficiary', 'operator', 'office')
  await the.coordinator.prints('commitment-contract', 'ar')
  await the.adviser.does('record-training', { title: 'poultry keeping', days: 5, attended: 4 })
  await isPaidInTwoTranches(told)

  // A year of monitoring, and a second one.
  await yearPasses(told)
  await the.coordinator.does('renew-monitoring', { reason: 'a disease took half of the birds' })
  expect(await the.coordinator.tries('renew-monitoring', { reason: 'once more' })).toMatchObject({
    code: 'renewal-not-possible',
    facts: { times: 1, possible: 1 },
  })
  await the.adviser.visits('2027-06-02', '2027-07-02', '2027-09-02', '2027-12-02', '2028-03-02')
  await ends(told, '2028-06-02', '2028-06-10')
  await file.isFinished({ aid: 'business', paid: 3_900_000 })
})

test('a salaried job: half of a salary of 200,000 francs for twelve months, 1,200,000 in all', async () => {
  const told = cameroon.begins()
  const { on, the, file } = told
  await comesHome(told, 'employment')
  await isReceived(told)
  await findsItsOperator(told)
  await isAgreed(told, 'restaurants', 'a job in a kitchen')
  on('2026-04-02')
  await the.adviser.does(
    'record-feasibility',
    study({ cost: 1_500_000, ownContribution: 100_000, requested: 1_200_000 }),
  )
  on('2026-04-20')
  await the.adviser.completes('placement', { 'salaire de base': 200_000, 'mois de salaire aidés': 12 })
  on('2026-05-12')
  await the.coordinator.does('grant-award', { amount: 1_200_000 })
  await the.coordinator.signs('beneficiary', 'operator', 'office')
  on('2026-06-02')
  const evidence = [await the.adviser.attaches('work-contract'), await the.adviser.attaches('payslip')]
  const support = { tranche: 'salary-support', payee: 'beneficiary', evidence }
  await the.cashier.pays({ ...support, amount: 1_200_000, releasedBy: the.releaser })
  await the.adviser.visits('2026-07-02')
  await yearPasses(told)
  await ends(told, '2027-06-02', '2027-06-10')
  await file.isFinished({ aid: 'employment', paid: 1_200_000 })
})

test('settling in: 700 euros for a mother and her child, 459,170 francs through the operator', async () => {
  const told = cameroon.begins()
  const { on, the, file } = told
  await comesHome(told, 'social')
  await isReceived(told)
  await findsItsOperator(told)
  on('2026-05-12')
  expect(await the.coordinator.tries('grant-award', { amount: 459_171 })).toMatchObject({
    status: 409,
    code: 'amount-above-ceiling',
    facts: { ceiling: 459_170, rule: 'plafond social', currency: 'XAF' },
  })
  await the.coordinator.does('grant-award', { amount: 459_170 })
  await the.coordinator.signs('beneficiary', 'operator', 'office')
  on('2026-06-02')
  const help = { tranche: 'settling-in', payee: 'operator', evidence: [await the.adviser.attaches('bill')] }
  await the.cashier.pays({ ...help, amount: 459_170, releasedBy: the.releaser })
  await the.adviser.visits('2026-07-02')
  await yearPasses(told)
  await ends(told, '2027-06-02', '2027-06-10')
  await file.isFinished({ aid: 'social', paid: 459_170 })
})
