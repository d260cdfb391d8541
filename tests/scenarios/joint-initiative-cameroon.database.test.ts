import { expect, test } from 'vitest'

import type { Input } from '../kit/story-player.ts'
import { story } from '../kit/story.ts'

/** Counsellors of the ministry work in the premises of IOM: one office for the whole road, and a committee. */
const initiative = story('joint-initiative-cameroon', {
  counsellor: 'iom-yaounde',
  coordinator: 'iom-yaounde',
  adviser: 'iom-yaounde',
  secretary: ['committee-secretary', 'committee-yaounde'],
  iom: ['committee-chair', 'committee-yaounde'],
  ministry: ['committee-member', 'committee-yaounde'],
  cashier: ['finance-officer', 'iom-finance'],
  releaser: ['payment-approver', 'iom-finance'],
})

type Told = ReturnType<typeof initiative.begins>

const steering = 'steering-committee'
const neither = { 'formation déjà reçue': false, 'kit déjà reçu': false }

/** At the airport, at the reception and in the counsellor's room. */
async function isReceived({ on, the }: Told, year: number, answers: Input): Promise<void> {
  on(`${year}-01-28`)
  await the.counsellor.registers({ givenName: 'Ibrahim', familyName: 'Oumarou', birth: '1996' })
  await the.coordinator.does('record-first-contact', { arrivedOn: `${year}-01-28` })
  await the.counsellor.completes('identity-check')
  on(`${year}-02-02`)
  await the.counsellor.assesses('vulnerability')
  await the.counsellor.completes('listening', { 'migrant de retour': true, ...answers })
  await the.counsellor.does('give-verdict')
}

async function plans({ on, the }: Told, year: number, requested: number): Promise<void> {
  on(`${year}-02-18`)
  await the.adviser.does('submit-plan', { requested, text: 'what the two of us agreed' })
}

/** The committee decides with the two who are there; no source gives its quorum. */
async function isDecided({ on, the }: Told, year: number, amount: number, committee: string): Promise<void> {
  on(`${year}-04-12`)
  const decision = { outcome: 'select', amount }
  const sitting = { on: `${year}-04-27`, members: [the.iom, the.ministry], quorum: 2, committee }
  await the.secretary.holdsSitting({ ...sitting, handedInBy: the.coordinator, decision })
  await the.coordinator.prints('decision-letter', 'fr')
}

async function isFollowed({ on, the }: Told, year: number): Promise<void> {
  await the.adviser.visits(`${year}-08-10`)
  on(`${year}-08-31`)
  await the.coordinator.does('close-case', { reason: 'completed' })
}

/** Two trainings, the committee, then a kit from the supplier. */
async function isGivenAKit(told: Told, year: number, amount: number): Promise<void> {
  const { on, the, file } = told
  await the.counsellor.does('choose-aid', { aid: 'kit' })
  await plans(told, year, amount)
  const early = { on: `${year}-03-16`, place: 'Yaoundé', members: [the.iom.id], quorum: 1, committee: steering }
  await the.secretary.does('plan-sitting', early)
  expect(await the.coordinator.tries('submit-to-committee')).toMatchObject({
    status: 409,
    code: 'step-needs',
    facts: { missing: ['technical-training', 'enterprise-training', 'project-sheet'] },
  })
  await the.secretary.does('cancel-sitting', { reason: 'no file is ready' })
  on(`${year}-04-02`)
  await the.adviser.does('record-training', { title: 'chicken farming', days: 20, attended: 19 })
  await the.adviser.does('record-training', { title: 'running an enterprise', days: 5, attended: 5 })
  await the.adviser.completes('project-sheet')
  await file.isHiddenFrom(the.secretary)
  await isDecided(told, year, amount, steering)
  const evidence = [await the.adviser.attaches('project-sheet'), await the.adviser.attaches('quote')]
  on(`${year}-05-10`)
  const kit = { tranche: 'kit', payee: 'supplier', evidence }
  await the.cashier.pays({ ...kit, amount, releasedBy: the.releaser })
  await isFollowed(told, year)
  await file.isFinished({ aid: 'kit', paid: amount })
}

test('cash since the pandemic: 800,000 francs by mobile money, after the committee', async () => {
  const told = initiative.begins()
  const { on, the, file } = told
  await isReceived(told, 2021, neither)
  await file.isHiddenFrom(the.stranger)
  await the.counsellor.does('choose-aid', { aid: 'cash' })
  on('2021-02-18')
  expect(await the.adviser.tries('submit-plan', { requested: 800_001, text: 'more' })).toMatchObject({
    status: 409,
    code: 'amount-above-ceiling',
    field: 'requested',
    facts: { ceiling: 800_000, currency: 'XAF' },
  })
  await plans(told, 2021, 800_000)
  await the.adviser.completes('project-sheet')
  on('2021-03-01')
  const meeting = { on: '2021-03-16', place: 'Yaoundé', members: [the.iom.id], quorum: 1 }
  expect(await the.secretary.tries('plan-sitting', meeting)).toMatchObject({
    code: 'committee-needed',
    field: 'committee',
    facts: { possible: ['cash-committee', steering] },
  })
  await the.secretary.does('plan-sitting', { ...meeting, committee: steering })
  expect(await the.coordinator.tries('submit-to-committee')).toMatchObject({
    code: 'other-committee',
    field: 'sitting',
    facts: { committee: 'cash-committee' },
  })
  await isDecided(told, 2021, 800_000, 'cash-committee')
  const evidence = [await the.adviser.attaches('project-sheet'), await the.counsellor.attaches('identity')]
  on('2021-05-03')
  const cash = { tranche: 'transfer', payee: 'beneficiary', evidence, means: 'mobile-money' }
  await the.cashier.pays({ ...cash, amount: 800_000, releasedBy: the.releaser })
  await isFollowed(told, 2021)
  await file.isFinished({ aid: 'cash', paid: 800_000 })
})

test('who was trained before is not given cash, and is told by which rule; a kit of 640,000 francs is there', async () => {
  const told = initiative.begins()
  await isReceived(told, 2021, { 'formation déjà reçue': true, 'kit déjà reçu': false })
  expect(await told.the.counsellor.tries('choose-aid', { aid: 'cash' })).toMatchObject({
    code: 'aid-not-open',
    facts: { rules: ['sans formation'] },
  })
  await isGivenAKit(told, 2021, 640_000)
})

test('a kit before the pandemic: one month after the return, at most 787,148 francs, the steering committee', async () => {
  const told = initiative.begins()
  await isReceived(told, 2019, { 'mois depuis le retour': 0 })
  const { counsellor, adviser, coordinator } = told.the
  expect(await counsellor.tries('choose-aid', { aid: 'kit' })).toMatchObject({
    code: 'aid-not-open',
    facts: { rules: ['un mois sur place'] },
  })
  told.on('2019-02-28')
  await coordinator.does('record-facts', { facts: { 'mois depuis le retour': { known: 1 } } })
  await counsellor.does('choose-aid', { aid: 'kit' })
  expect(await adviser.tries('submit-plan', { requested: 787_149, text: 'more' })).toMatchObject({
    facts: { ceiling: 787_148 },
  })
})

test('a kit before the pandemic, two months after the return', async () => {
  const told = initiative.begins()
  await isReceived(told, 2019, { 'mois depuis le retour': 2 })
  await isGivenAKit(told, 2019, 787_148)
})

test('the school fees: 45,000 francs in cash to the school, decided by the coordinator', async () => {
  const told = initiative.begins()
  const { on, the, file } = told
  await isReceived(told, 2021, neither)
  await the.counsellor.does('choose-aid', { aid: 'social' })
  await plans(told, 2021, 45_000)
  on('2021-02-22')
  expect(await the.coordinator.tries('submit-to-committee')).toMatchObject({ code: 'not-for-committee' })
  await the.coordinator.does('grant-award', { amount: 45_000 })
  const fees = { tranche: 'help', payee: 'supplier', evidence: [await the.adviser.attaches('bill')], means: 'cash' }
  await the.cashier.pays({ ...fees, amount: 45_000, releasedBy: the.releaser })
  await isFollowed(told, 2021)
  await file.isFinished({ aid: 'social', paid: 45_000 })
})
