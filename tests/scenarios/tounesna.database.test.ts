import { expect, test } from 'vitest'

import { story } from '../kit/story.ts'

/** Three institutions behind one reception in Sfax; an approved association goes along for a year. No committee. */
const tounesna = story('tounesna', {
  counsellor: 'tounesna-sfax',
  coordinator: 'tounesna-sfax',
  agency: ['employment-adviser', 'tounesna-sfax'],
  association: ['adviser', 'association-sfax'],
  cashier: ['finance-officer', 'tounesna-finance'],
  releaser: ['payment-approver', 'tounesna-finance'],
})

type Told = ReturnType<typeof tounesna.begins>

async function isReceived(told: Told, aid: string): Promise<void> {
  const { on, the, file } = told
  on('2026-03-09')
  await the.counsellor.registers({ givenName: 'Amel', familyName: 'Jaziri', birth: '1984' })
  on('2026-03-11')
  await the.coordinator.does('record-first-contact', { arrivedOn: '2026-02-20' })
  await the.counsellor.completes('interview', { 'nationalité tunisienne': true, 'revenu au pays': true })
  await the.counsellor.does('give-verdict')
  on('2026-03-16')
  await the.counsellor.assesses('vulnerability')
  await the.counsellor.does('choose-aid', { aid })
  on('2026-03-19')
  if (aid !== 'social') await the.agency.completes('employment-interview')
  await file.isHiddenFrom(the.association)
  on('2026-03-24')
  await the.coordinator.does('designate-operator', { operator: 'association-sfax', reason: 'near' })
  await the.association.does('accept-designation')
}

/** Visits every three months from the first contact, and the end. */
async function yearPasses({ on, the }: Told): Promise<void> {
  await the.association.visits('2026-06-10', '2026-09-10', '2026-12-10', '2027-03-11')
  on('2027-03-15')
  await the.coordinator.does('close-case', { reason: 'completed' })
}

test('a home, care and papers: small acts one by one, and 2,450.500 dinars by cheque', async () => {
  const told = tounesna.begins()
  const { on, the, file } = told
  await isReceived(told, 'social')
  await file.isHiddenFrom(the.stranger)
  on('2026-03-31')
  await the.association.completes('social-plan')
  on('2026-04-07')
  await file.isHiddenFrom(the.cashier)
  await the.coordinator.does('grant-award', { amount: 2_450_500 })
  await the.association.completes('housing')
  on('2026-04-09')
  for (const act of ['housing', 'furniture-choice', 'hospital', 'disability-card']) await the.association.completes(act)
  on('2026-04-16')
  await the.coordinator.signs('beneficiary', 'office')
  await the.coordinator.prints('commitment-contract', 'ar')
  on('2026-04-20')
  const furniture = { tranche: 'settling-in', payee: 'supplier' }
  expect(await the.cashier.tries('request-tranche', { ...furniture, evidence: [] })).toMatchObject({
    code: 'condition-not-proven',
    facts: { conditions: ['bill'] },
  })
  const evidence = [await the.association.attaches('bill')]
  await the.cashier.pays({ ...furniture, evidence, amount: 2_450_500, means: 'cheque', releasedBy: the.releaser })
  await yearPasses(told)
  const { completions } = await file.isFinished({ aid: 'social', paid: 2_450_500 })
  const homesSeen = completions.filter(({ step }) => step === 'housing').map(({ on }) => on)
  expect(homesSeen).toEqual(['2026-04-07', '2026-04-09'])
})

test('a plan for work: the service pays nothing, and until the decision the person may still ask for help at home', async () => {
  const told = tounesna.begins()
  const { on, the, file } = told
  await isReceived(told, 'employment')
  on('2026-04-02')
  expect(await the.coordinator.tries('grant-award', { amount: 1 })).toMatchObject({
    code: 'no-such-step',
    facts: { kinds: ['committee'] },
  })
  await the.counsellor.does('choose-aid', { aid: 'social', reason: 'the flat comes first' })
  await the.counsellor.does('choose-aid', { aid: 'employment', reason: 'the flat is found' })
  await the.agency.completes('employment-plan')
  await yearPasses(told)
  await file.isFinished({ aid: 'employment', paid: null })
})

test('a garage: a plan of 18,750 dinars, bought from the supplier', async () => {
  const told = tounesna.begins()
  const { on, the, file } = told
  await isReceived(told, 'business')
  on('2026-04-20')
  await the.association.does('submit-plan', { requested: 18_750_000, text: 'a garage' })
  on('2026-04-28')
  expect(await the.coordinator.tries('grant-award', { amount: 18_750_001 })).toMatchObject({
    status: 409,
    code: 'amount-above-request',
    field: 'amount',
  })
  await the.coordinator.does('grant-award', { amount: 18_750_000 })
  await the.association.completes('paperwork')
  await the.association.does('record-training', { title: 'keeping the books', days: 5, attended: 5 })
  on('2026-05-25')
  await the.coordinator.signs('beneficiary', 'office')
  const change = { aid: 'social', reason: 'the flat comes first' }
  expect(await the.counsellor.tries('choose-aid', change)).toMatchObject({ code: 'not-at-this-stage' })
  const equipment = { tranche: 'equipment', payee: 'supplier', evidence: [await the.association.attaches('quote')] }
  on('2026-06-01')
  await the.cashier.pays({ ...equipment, amount: 18_750_000, releasedBy: the.releaser })
  await yearPasses(told)
  await file.isFinished({ aid: 'business', paid: 18_750_000 })
})
