import { expect, test } from 'vitest'

import { study } from '../kit/story-player.ts'
import { story } from '../kit/story.ts'

/** The programme receives and works with people itself; its steering committee decides, the ministry pays. */
const programme = story('pari-jedi', {
  counsellor: 'pari-jedi-yaounde',
  coordinator: 'pari-jedi-yaounde',
  adviser: 'pari-jedi-yaounde',
  secretary: ['committee-secretary', 'steering-committee'],
  chair: ['committee-chair', 'steering-committee'],
  ministry: ['committee-member', 'steering-committee'],
  cashier: ['finance-officer', 'minjec-treasury'],
  releaser: ['payment-approver', 'minjec-treasury'],
})

type Told = ReturnType<typeof programme.begins>

async function isReceived({ on, the }: Told, parcours: string): Promise<void> {
  on('2019-09-02')
  await the.counsellor.registers({ givenName: 'Boris', familyName: 'Kamga', birth: '1992' })
  await the.counsellor.completes('interview', { parcours })
  await the.counsellor.does('give-verdict')
  on('2019-09-04')
}

/** The idea, its study and the plan: a fish farm that costs a million more than is asked for. */
async function isStudied({ on, the }: Told, requested: number, viable = true): Promise<void> {
  on('2019-09-10')
  await the.adviser.completes('support')
  await the.adviser.does('submit-idea', { activity: 'fishing', text: 'catfish in tanks' })
  await the.coordinator.does('approve-idea')
  await the.adviser.prints('project-sheet', 'en')
  on('2019-10-14')
  const figures = study({ cost: requested + 1_000_000, ownContribution: 1_000_000, requested })
  await the.adviser.does('record-feasibility', { ...figures, viable })
  on('2019-10-28')
  await the.adviser.does('submit-plan', { requested, text: 'the plan' })
}

/** The committee decides, the whole sum goes to the supplier by cheque, visits for a year. */
async function isFunded({ on, the }: Told, amount: number): Promise<void> {
  on('2019-11-04')
  const decision = { outcome: 'select', amount }
  const members = [the.chair, the.ministry]
  await the.secretary.holdsSitting({ on: '2019-11-26', members, quorum: 2, handedInBy: the.coordinator, decision })
  await the.coordinator.prints('decision-letter', 'fr')
  on('2020-02-03')
  const whole = { tranche: 'whole', payee: 'supplier', evidence: [await the.adviser.attaches('quote')] }
  expect(await the.cashier.tries('request-tranche', whole)).toMatchObject({ status: 409 })
  await the.coordinator.signs('beneficiary', 'office')
  await the.coordinator.prints('commitment-contract', 'fr')
  on('2020-02-29')
  await the.cashier.pays({ ...whole, amount, means: 'cheque', releasedBy: the.releaser })
  await the.adviser.visits('2020-03-29', '2020-05-29', '2020-08-29', '2021-02-28')
  await the.adviser.does('submit-report', { report: 'final', text: 'the fish sell', documents: [] })
  on('2021-03-05')
  await the.coordinator.does('close-case', { reason: 'completed' })
}

test('a fish farm under the contract with OFII, for somebody back from France: 4,600,000 francs', async () => {
  const told = programme.begins()
  const { the, file } = told
  await isReceived(told, 'revenu-france')
  await file.isHiddenFrom(the.stranger)
  await the.counsellor.does('choose-aid', { aid: 'ofii-business' })
  await isStudied(told, 4_600_000)
  await file.isHiddenFrom(the.secretary)
  await file.isHiddenFrom(the.cashier)
  await isFunded(told, 4_600_000)
  await file.isFinished({ aid: 'ofii-business', paid: 4_600_000 })
})

test('back from elsewhere: not the contract with OFII, but the subsidy of the programme, 1,500,000 francs', async () => {
  const told = programme.begins()
  const { the, file } = told
  await isReceived(told, 'revenu-ailleurs')
  expect(await the.counsellor.tries('choose-aid', { aid: 'ofii-business' })).toMatchObject({
    status: 409,
    code: 'aid-not-open',
    facts: { rules: ['revenu de France'] },
  })
  await the.counsellor.does('choose-aid', { aid: 'own-subsidy' })
  await isStudied(told, 1_500_000)
  await isFunded(told, 1_500_000)
  await file.isFinished({ aid: 'own-subsidy', paid: 1_500_000 })
})

test('a project that the study finds not viable does not reach the committee', async () => {
  const told = programme.begins()
  const { the, file } = told
  await isReceived(told, 'revenu-france')
  await the.counsellor.does('choose-aid', { aid: 'ofii-business' })
  await isStudied(told, 4_600_000, false)
  const sitting = { on: '2019-11-26', place: 'Yaoundé', members: [the.chair.id], quorum: 1 }
  await the.secretary.does('plan-sitting', sitting)
  expect(await the.coordinator.tries('submit-to-committee')).toMatchObject({
    code: 'aid-not-open',
    facts: { rules: ['projet solide'] },
  })
  await file.isHiddenFrom(the.secretary)
})

test('a pioneer village for someone of the diaspora: guidance, and no money', async () => {
  const told = programme.begins()
  const { on, the, file } = told
  await isReceived(told, 'diaspora')
  await the.counsellor.does('choose-aid', { aid: 'guidance' })
  on('2019-09-10')
  await the.adviser.completes('support')
  on('2019-10-01')
  await the.adviser.completes('pioneer-village')
  on('2019-10-25')
  await the.adviser.does('record-training', { title: 'market gardening', days: 10, attended: 10 })
  expect(await the.coordinator.tries('grant-award', { amount: 1 })).toMatchObject({ code: 'not-at-this-stage' })
  on('2019-11-04')
  await the.coordinator.does('close-case', { reason: 'completed' })
  await file.isFinished({ aid: 'guidance', paid: null })
})
