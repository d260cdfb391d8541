import { expect, test } from 'vitest'

import { study } from '../kit/story-player.ts'
import { story } from '../kit/story.ts'

/** OFII in France, its office in Bamako for Togo, the employment agency in Lomé as operator, a committee of four. */
const togo = story('ofii-togo', {
  counsellor: 'ofii-lille',
  coordinator: 'ofii-bamako',
  adviser: 'anpe-lome',
  secretary: ['committee-secretary', 'committee-togo'],
  chair: ['committee-chair', 'committee-togo'],
  labour: ['committee-member', 'committee-togo'],
  diaspora: ['committee-member', 'committee-togo'],
  cashier: ['finance-officer', 'ofii-finance'],
  releaser: ['payment-approver', 'ofii-finance'],
})

type Told = ReturnType<typeof togo.begins>

/** From the first interview in Lille to the agency in Lomé. */
async function comesHome({ on, the, file }: Told, aid: string): Promise<void> {
  on('2026-03-02')
  await the.counsellor.registers({ givenName: 'Afi', familyName: 'Mensah', birth: '2000' })
  on('2026-03-03')
  await the.counsellor.completes('first-interview', {
    'mois en France': 30,
    situation: 'fin-etudes',
    'aide déjà reçue': false,
    'nationalité française': false,
    âge: 26,
    'mois depuis la notification': 0,
  })
  await the.counsellor.assesses('vulnerability')
  on('2026-03-05')
  await the.counsellor.does('give-verdict')
  await the.counsellor.does('choose-aid', { aid })
  on('2026-03-16')
  await the.counsellor.seesOff({ on: '2026-04-20', from: 'Lille', to: 'Lomé' })

  await file.isHiddenFrom(the.coordinator)
  await the.counsellor.does('hand-over-custody', { to: 'ofii-bamako', reason: 'she is home' })
  on('2026-04-22')
  await the.coordinator.does('accept-custody')
  on('2026-04-28')
  await the.coordinator.does('record-first-contact', { arrivedOn: '2026-04-21' })
  await file.isHiddenFrom(the.adviser)
  await the.coordinator.does('designate-operator', { operator: 'anpe-lome', reason: 'the agreement' })
  on('2026-05-05')
  await the.adviser.does('accept-designation')
  await the.adviser.completes('welcome')
}

/** Visits at 1, 4, 6 and 12 months, the report, the end. */
async function yearEnds({ on, the }: Told): Promise<void> {
  await the.adviser.visits('2026-12-19', '2027-02-19', '2027-08-19')
  await the.adviser.does('submit-report', { report: 'final', text: 'the workshop lives', documents: [] })
  on('2027-08-25')
  await the.coordinator.does('close-case', { reason: 'completed' })
}

test('a sewing workshop in Lomé: 3,600,000 of the 4,591,699 francs that are possible, in two tranches', async () => {
  const told = togo.begins()
  const { on, the, file } = told
  await comesHome(told, 'business')
  await file.isHiddenFrom(the.stranger)

  on('2026-05-20')
  await the.adviser.does('submit-idea', { activity: 'sewing', text: 'a workshop with two machines' })
  await the.coordinator.does('approve-idea')

  on('2026-06-15')
  const tooMuch = study({ cost: 9_000_000, ownContribution: 400_000, requested: 4_591_700 })
  expect(await the.adviser.tries('record-feasibility', tooMuch)).toMatchObject({
    status: 409,
    code: 'amount-above-ceiling',
    field: 'requested',
    facts: { ceiling: 4_591_699, rule: 'plafond entreprise', currency: 'XOF' },
  })
  const feasible = study({ cost: 4_000_000, ownContribution: 400_000, requested: 3_600_000 })
  await the.adviser.does('record-feasibility', feasible)
  await the.adviser.does('submit-plan', { requested: 3_600_000, text: 'the plan' })

  // No source gives this committee's quorum. A sitting that opens without one decides nothing.
  on('2026-06-22')
  await file.isHiddenFrom(the.secretary)
  const members = [the.chair.id, the.labour.id, the.diaspora.id]
  const decision = { outcome: 'select', amount: 3_600_000 }
  await the.secretary.does('plan-sitting', { on: '2026-07-07', place: 'Lomé', members })
  await the.coordinator.does('submit-to-committee')
  on('2026-07-07')
  await the.secretary.does('open-sitting', { present: members })
  expect(await the.secretary.tries('record-decision', decision)).toMatchObject({ code: 'quorum-not-set' })
  await the.secretary.does('close-sitting', { minutes: 'the committee has no quorum yet' })
  await the.secretary.does('recall-file', { reason: 'for the next sitting' })

  await the.secretary.does('plan-sitting', { on: '2026-07-14', place: 'Lomé', members })
  await the.chair.does('set-quorum', { quorum: 2, reason: 'agreed by the members' })
  await the.coordinator.does('submit-to-committee')
  on('2026-07-14')
  await the.secretary.does('open-sitting', { present: [the.chair.id] })
  expect(await the.secretary.tries('record-decision', decision)).toMatchObject({
    code: 'no-quorum',
    facts: { quorum: 2, voting: 1 },
  })
  await the.secretary.does('change-presence', { present: [the.chair.id, the.labour.id] })
  expect(await the.secretary.tries('record-decision', { ...decision, amount: 3_600_001 })).toMatchObject({
    code: 'amount-above-request',
    field: 'amount',
  })
  await the.secretary.does('record-decision', decision)
  await the.secretary.does('close-sitting', { minutes: 'one file, selected' })
  await the.chair.does('sign-minutes')

  on('2026-08-03')
  await the.coordinator.signs('beneficiary', 'operator', 'office')
  on('2026-08-10')
  const quote = await the.adviser.attaches('quote')
  const first = { tranche: 'first', payee: 'supplier' }
  expect(await the.cashier.tries('request-tranche', { ...first, evidence: [] })).toMatchObject({
    code: 'condition-not-proven',
    field: 'evidence',
  })
  on('2026-08-19')
  await the.cashier.pays({ ...first, evidence: [quote], amount: 2_520_000, releasedBy: the.releaser })
  await the.adviser.visits('2026-09-19')
  const second = { tranche: 'second', payee: 'supplier', evidence: [await the.adviser.attaches('bill')] }
  on('2026-09-28')
  await the.cashier.pays({ ...second, amount: 1_080_000, releasedBy: the.releaser })
  await yearEnds(told)
  await file.isFinished({ aid: 'business', paid: 3_600_000 })
})

test('a salaried job: the agency finds it, 480,000 francs go to the person for eight months', async () => {
  const told = togo.begins()
  const { on, the, file } = told
  await comesHome(told, 'employment')
  await the.adviser.does('record-training', { title: 'CV and letter', days: 3, attended: 3 })
  await the.adviser.does('submit-idea', { activity: 'sewing', text: 'a job as a tailor' })
  await the.coordinator.does('approve-idea')
  on('2026-06-15')
  const wages = study({ cost: 480_000, ownContribution: 0, requested: 480_000 })
  await the.adviser.does('record-feasibility', wages)
  on('2026-07-01')
  await the.adviser.completes('placement', { 'salaire de base': 120_000, 'mois de salaire aidés': 8 })
  on('2026-07-14')
  await the.coordinator.does('grant-award', { amount: 480_000 })
  on('2026-08-03')
  await the.coordinator.signs('beneficiary', 'operator', 'office')
  on('2026-08-10')
  const evidence = [await the.adviser.attaches('work-contract'), await the.adviser.attaches('payslip')]
  on('2026-08-19')
  const support = { tranche: 'salary-support', payee: 'beneficiary', evidence }
  await the.cashier.pays({ ...support, amount: 480_000, releasedBy: the.releaser })
  await the.adviser.visits('2026-09-19')
  await yearEnds(told)
  await file.isFinished({ aid: 'employment', paid: 480_000 })
})

test('settling in: 400 euros in francs, through the agency', async () => {
  const told = togo.begins()
  const { on, the, file } = told
  await comesHome(told, 'social')
  on('2026-07-14')
  await the.coordinator.does('grant-award', { amount: 262_383 })
  on('2026-08-03')
  await the.coordinator.signs('beneficiary', 'operator', 'office')
  on('2026-08-10')
  const evidence = [await the.adviser.attaches('bill')]
  on('2026-08-19')
  const help = { tranche: 'settling-in', payee: 'operator', evidence }
  await the.cashier.pays({ ...help, amount: 262_383, releasedBy: the.releaser })
  await the.adviser.visits('2026-09-19')
  await yearEnds(told)
  await file.isFinished({ aid: 'social', paid: 262_383 })
})

test('somebody of 66 is told by which rule', async () => {
  const { on, the } = togo.begins()
  on('2026-03-02')
  await the.counsellor.registers({ givenName: 'Kodjo', familyName: 'Amavi', birth: '1960' })
  await the.counsellor.completes('first-interview', {
    'mois en France': 30,
    situation: 'fin-etudes',
    'aide déjà reçue': false,
    'nationalité française': false,
    âge: 66,
    'mois depuis la notification': 0,
  })
  await the.counsellor.assesses('vulnerability')
  await the.counsellor.does('give-verdict')
  const { verdict } = (await the.counsellor.opens()).case
  expect(verdict?.result).toBe('not-met')
  expect(verdict?.reasons.filter(({ result }) => result === 'not-met').map(({ rule }) => rule)).toEqual(['âge admis'])
  expect(await the.counsellor.tries('choose-aid', { aid: 'business' })).toMatchObject({ code: 'aid-not-open' })
})

test('the committee refuses: the person is given the grounds, and the file ends without money', async () => {
  const told = togo.begins()
  const { on, the, file } = told
  await comesHome(told, 'business')
  on('2026-05-20')
  await the.adviser.does('submit-idea', { activity: 'transport', text: 'a motorcycle taxi' })
  await the.coordinator.does('approve-idea')
  on('2026-06-15')
  const feasible = study({ cost: 1_000_000, ownContribution: 0, requested: 1_000_000 })
  await the.adviser.does('record-feasibility', feasible)
  await the.adviser.does('submit-plan', { requested: 1_000_000, text: 'the plan' })
  const decision = { outcome: 'refuse', text: 'too many taxis in the quarter' }
  const members = [the.chair, the.labour]
  await the.secretary.holdsSitting({ on: '2026-07-28', members, quorum: 2, handedInBy: the.coordinator, decision })
  await the.coordinator.prints('decision-letter', 'fr')
  expect(await the.coordinator.tries('grant-award', { amount: 1 })).toMatchObject({ status: 409 })
  // It may be handed in again with a better plan; here it ends.
  expect(await the.coordinator.owes()).toEqual(['committee'])
  await the.coordinator.does('close-case', { reason: 'refused-by-committee', text: 'no other plan' })
  expect((await the.coordinator.opens()).case).toMatchObject({ status: 'closed', award: null })
  await file.isHiddenFrom(the.cashier)
})
