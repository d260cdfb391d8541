import { expect, test } from 'vitest'

import { story } from '../kit/story.ts'

/** The ministry alone: its delegation in the Littoral receives, trains and decides, its treasury pays. No committee. */
const ministry = story('minjec-subsidy', {
  counsellor: 'minjec-littoral',
  coordinator: 'minjec-littoral',
  trainer: ['employment-adviser', 'minjec-littoral'],
  cashier: ['finance-officer', 'minjec-treasury'],
  releaser: ['payment-approver', 'minjec-treasury'],
})

type Told = ReturnType<typeof ministry.begins>

/** Somebody who came back and has little applies for the subsidy. */
async function applies({ on, the }: Told): Promise<void> {
  on('2019-02-04')
  await the.counsellor.registers({ givenName: 'Salomon', familyName: 'Ewane', birth: '1993' })
  await the.counsellor.completes('interview', { 'migrant de retour': true, 'situation précaire': true })
  on('2019-02-06')
  await the.counsellor.does('give-verdict')
  await the.counsellor.does('choose-aid', { aid: 'subsidy' })
}

/** The coordinator looks at both certificates; the activity is agreed. */
async function certificates({ on, the }: Told, technical: boolean, rearmament: boolean): Promise<void> {
  on('2019-05-21')
  const answers = { 'formation technique attestée': technical, 'réarmement attesté': rearmament }
  await the.coordinator.completes('certificates', answers)
  await the.trainer.completes('activity')
}

async function isPaidOut({ on, the }: Told): Promise<void> {
  on('2019-06-12')
  const subsidy = { tranche: 'whole', payee: 'beneficiary' }
  const technical = await the.counsellor.attaches('training-certificate')
  expect(await the.cashier.tries('request-tranche', { ...subsidy, evidence: [technical] })).toMatchObject({
    status: 409,
    code: 'condition-not-proven',
    facts: { conditions: ['rearmament-certificate'] },
  })
  const evidence = [technical, await the.counsellor.attaches('rearmament-certificate')]
  on('2019-06-20')
  await the.cashier.pays({ ...subsidy, evidence, amount: 500_000, releasedBy: the.releaser })
}

test('a welding workshop: both trainings, both certificates, then 500,000 francs at once', async () => {
  const told = ministry.begins()
  const { on, the, file } = told
  await applies(told)
  await file.isHiddenFrom(the.stranger)
  on('2019-04-12')
  await the.trainer.does('record-training', { title: 'welding', days: 30, attended: 28 })
  on('2019-05-17')
  await the.trainer.does('record-training', { title: 'civic and moral re-armament', days: 30, attended: 28 })
  await certificates(told, true, true)

  on('2019-06-11')
  await file.isHiddenFrom(the.cashier)
  expect(await the.counsellor.tries('grant-award', { amount: 500_000 })).toMatchObject({ status: 403 })
  await the.coordinator.does('grant-award', { amount: 500_000 })
  await isPaidOut(told)
  on('2019-06-28')
  await the.coordinator.does('close-case', { reason: 'completed' })
  await file.isFinished({ aid: 'subsidy', paid: 500_000 })
})

test.each([
  [true, false, ['réarmé']],
  [false, true, ['formé']],
  [false, false, ['formé', 'réarmé']],
])('technical %s, re-armament %s: no subsidy, and the rule that is missing', async (technical, rearmament, rules) => {
  const told = ministry.begins()
  await applies(told)
  await certificates(told, technical, rearmament)
  expect(await told.the.coordinator.tries('grant-award', { amount: 500_000 })).toMatchObject({
    status: 409,
    code: 'aid-not-open',
    facts: { rules },
  })
})

test('trained elsewhere: the missing certificate is brought along, the answer corrected, the subsidy paid', async () => {
  const told = ministry.begins()
  const { on, the, file } = told
  await applies(told)
  await certificates(told, true, false)
  on('2019-06-10')
  await the.coordinator.does('record-facts', { facts: { 'réarmement attesté': { known: true } } })
  await the.coordinator.does('grant-award', { amount: 500_000 })
  await isPaidOut(told)
  on('2019-06-28')
  await the.coordinator.does('close-case', { reason: 'completed' })
  await file.isFinished({ aid: 'subsidy', paid: 500_000 })
})
