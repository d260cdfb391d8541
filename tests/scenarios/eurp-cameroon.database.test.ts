import { expect, test } from 'vitest'

import { story } from '../kit/story.ts'

/** A counsellor of a member state, and the reintegration partner in Douala; no committee, the coordinator validates. */
const eurp = story('eurp-cameroon', {
  counsellor: 'member-state',
  coordinator: 'partner-douala',
  adviser: 'partner-douala',
  cashier: ['finance-officer', 'programme-finance'],
  releaser: ['payment-approver', 'programme-finance'],
})

type Told = ReturnType<typeof eurp.begins>

/** The application in a member state, the journey, the post-arrival help within fourteen working days. */
async function arrives({ on, the, file }: Told, aid: string, retour: string): Promise<void> {
  on('2025-09-08')
  await the.counsellor.registers({ givenName: 'Christelle', familyName: 'Ndongo', birth: '1994' })
  await the.counsellor.completes('application', {
    retour,
    'nationalité camerounaise': true,
    'déjà aidé par le programme': false,
    'déjà de retour': false,
  })
  await the.counsellor.assesses('vulnerability')
  on('2025-09-12')
  await the.counsellor.does('give-verdict')
  await the.counsellor.does('choose-aid', { aid })
  await the.counsellor.seesOff({ on: '2025-10-20', from: 'Brussels', to: 'Douala' })
  await file.isHiddenFrom(the.coordinator)
  await the.counsellor.does('hand-over-custody', { to: 'partner-douala', reason: 'on the way' })
  on('2025-10-22')
  await the.coordinator.does('accept-custody')
  await the.coordinator.does('record-first-contact', { arrivedOn: '2025-10-21' })
  const { body } = await the.coordinator.asks('GET', '/api/tasks?step=post-arrival')
  expect(body.rows).toMatchObject([{ case: file.id, dueOn: '2025-11-10' }])
  on('2025-10-27')
  await the.coordinator.completes('post-arrival')
}

/** The plan stays within the package; everything is bought from suppliers; a report, a year after the departure. */
async function isDelivered({ on, the, file }: Told, amount: number, ceiling: number): Promise<void> {
  on('2025-12-01')
  expect(await the.adviser.tries('submit-plan', { requested: ceiling + 1, text: 'more' })).toMatchObject({
    status: 409,
    code: 'amount-above-ceiling',
    field: 'requested',
    facts: { ceiling, currency: 'XAF' },
  })
  await the.adviser.does('submit-plan', { requested: amount, text: 'line by line' })
  on('2025-12-09')
  await file.isHiddenFrom(the.cashier)
  await the.coordinator.does('grant-award', { amount })
  on('2026-01-20')
  const inKind = { tranche: 'in-kind', evidence: [await the.adviser.attaches('bill')] }
  expect(await the.cashier.tries('request-tranche', { ...inKind, payee: 'beneficiary' })).toMatchObject({
    code: 'payee-not-possible',
    facts: { possible: ['supplier'] },
  })
  await the.cashier.pays({ ...inKind, payee: 'supplier', amount, releasedBy: the.releaser })
  on('2026-10-19')
  await the.adviser.does('submit-report', { report: 'final', text: 'the shop is open', documents: [] })
  on('2026-10-26')
  await the.coordinator.does('close-case', { reason: 'completed' })
}

test('a business after a voluntary return: 2,000 euros in kind, 1,311,914 francs', async () => {
  const told = eurp.begins()
  await arrives(told, 'post-return-business', 'volontaire')
  await told.file.isHiddenFrom(told.the.stranger)
  await isDelivered(told, 1_311_914, 1_311_914)
  await told.file.isFinished({ aid: 'post-return-business', paid: 1_311_914 })
})

test('training after a forced return: the package is 1,000 euros, 655,957 francs', async () => {
  const told = eurp.begins()
  await arrives(told, 'post-return-work', 'contraint')
  await isDelivered(told, 655_957, 655_957)
  await told.file.isFinished({ aid: 'post-return-work', paid: 655_957 })
})

test('daily life: less than the package', async () => {
  const told = eurp.begins()
  await arrives(told, 'post-return-social', 'volontaire')
  await isDelivered(told, 900_000, 1_311_914)
  await told.file.isFinished({ aid: 'post-return-social', paid: 900_000 })
})

test('who was helped by the programme before is told by which rule', async () => {
  const { on, the } = eurp.begins()
  on('2025-09-08')
  await the.counsellor.registers({ givenName: 'Serge', familyName: 'Tchoua', birth: '1988' })
  await the.counsellor.completes('application', {
    retour: 'volontaire',
    'nationalité camerounaise': true,
    'déjà aidé par le programme': true,
    'déjà de retour': false,
  })
  await the.counsellor.assesses('vulnerability')
  await the.counsellor.does('give-verdict')
  expect(await the.counsellor.tries('choose-aid', { aid: 'post-return-business' })).toMatchObject({
    code: 'aid-not-open',
    facts: { rules: ['première fois'] },
  })
})
