import { expect, test } from 'vitest'

import { story } from '../kit/story.ts'

/** The national employment agency of Togo works alone in both schemes: services and steps, no committee, no money. */
const agency = story(['anpe-togo', 'unhcr-anpe-togo'], {
  counsellor: 'anpe-lome',
  coordinator: 'anpe-lome',
  adviser: ['employment-adviser', 'anpe-lome'],
})

type Told = ReturnType<typeof agency.begins>

/** Listened to on the spot or by telephone, and informed. */
async function isListenedTo({ on, the }: Told, situation: string, aid: string): Promise<void> {
  on('2021-02-01')
  await the.counsellor.registers({ givenName: 'Kossi', familyName: 'Agbeko', birth: '1991' })
  await the.counsellor.completes('listening', { "où j'en suis": situation })
  await the.counsellor.completes('information')
  await the.counsellor.does('give-verdict')
  on('2021-02-04')
  await the.counsellor.does('choose-aid', { aid })
}

async function isMet({ on, the }: Told, day: string, arrivedOn: string): Promise<void> {
  on(day)
  await the.coordinator.does('record-first-contact', { arrivedOn })
}

/** A refugee in Togo: nobody returns anywhere. */
async function isWelcomed({ on, the }: Told, refugee: boolean): Promise<void> {
  on('2021-02-01')
  await the.counsellor.registers({ givenName: 'Grace', familyName: 'Ilunga', birth: '1995' })
  await the.counsellor.completes('interview', { réfugié: refugee })
  await the.counsellor.does('give-verdict')
}

/** News twice, and the end; nothing was granted or paid on the way. */
async function isFollowedUp({ on, the, file }: Told, aid: string): Promise<void> {
  for (const day of ['2021-07-05', '2021-10-04']) {
    on(day)
    await the.adviser.completes('follow-up')
  }
  on('2021-10-29')
  await the.counsellor.does('close-case', { reason: 'completed' })
  const { completions } = await file.isFinished({ aid, paid: null })
  expect(completions.filter(({ step }) => step === 'follow-up').map((each) => each.on)).toEqual([
    '2021-07-05',
    '2021-10-04',
  ])
}

test('from a call abroad to a job: CV, interview, companies, recruitment', async () => {
  const told = agency.begins('anpe-togo')
  const { on, the, file } = told
  await isListenedTo(told, 'loin', 'job')
  await file.isHiddenFrom(the.stranger)
  expect(await the.counsellor.owes()).toContain('travel')
  on('2021-02-10')
  await the.counsellor.seesOff({ on: '2021-03-15', from: 'Brussels', to: 'Lomé' })
  await isMet(told, '2021-03-22', '2021-03-16')
  on('2021-03-30')
  await the.adviser.does('record-training', { title: 'CV and letter', days: 2, attended: 2 })
  expect(await the.adviser.tries('complete-step', { step: 'recruitment' })).toMatchObject({
    status: 409,
    code: 'step-needs',
    facts: { missing: ['interview-preparation', 'companies'] },
  })
  await the.adviser.completes('interview-preparation')
  await the.adviser.completes('companies')
  on('2021-05-31')
  await the.adviser.completes('recruitment')
  await isFollowedUp(told, 'job')
})

test('a business, already back: plan, niche markets, management', async () => {
  const told = agency.begins('anpe-togo')
  const { on, the } = told
  await isListenedTo(told, 'rentré', 'enterprise')
  await the.counsellor.completes('return-project')
  expect(await the.counsellor.owes()).not.toContain('travel')
  await isMet(told, '2021-02-15', '2020-12-20')
  on('2021-03-08')
  await the.adviser.completes('business-plan')
  await the.adviser.completes('niches')
  on('2021-03-19')
  await the.adviser.does('record-training', { title: 'management', days: 5, attended: 5 })
  expect(await the.coordinator.tries('grant-award', { amount: 1 })).toMatchObject({ status: 409 })
  await isFollowedUp(told, 'enterprise')
})

test('dual training in a company', async () => {
  const told = agency.begins('anpe-togo')
  await isListenedTo(told, 'rentré', 'dual-training')
  await isMet(told, '2021-02-15', '2020-12-20')
  told.on('2021-06-30')
  await told.the.adviser.does('record-training', { title: 'refrigeration', days: 120, attended: 112 })
  await isFollowedUp(told, 'dual-training')
})

test('UNHCR and ANPE: a placement of one year, whose end is owed on the day', async () => {
  const told = agency.begins('unhcr-anpe-togo')
  const { on, the, file } = told
  await isWelcomed(told, true)
  await the.counsellor.does('choose-aid', { aid: 'placement' })
  on('2021-03-01')
  await the.adviser.completes('placement')
  const { body } = await the.adviser.asks('GET', '/api/tasks?step=end-of-placement')
  expect(body.rows).toMatchObject([{ case: file.id, dueOn: '2022-03-01' }])
  on('2022-03-01')
  await the.adviser.completes('end-of-placement')
  on('2022-03-04')
  await the.counsellor.does('close-case', { reason: 'completed' })
  await file.isFinished({ aid: 'placement', paid: null })
})

test('UNHCR and ANPE: learning to look for a job', async () => {
  const told = agency.begins('unhcr-anpe-togo')
  const { on, the, file } = told
  await isWelcomed(told, true)
  await the.counsellor.does('choose-aid', { aid: 'job-search' })
  on('2021-02-26')
  await the.adviser.does('record-training', { title: 'CV, letter and interview', days: 3, attended: 3 })
  on('2021-03-04')
  await the.counsellor.does('close-case', { reason: 'completed' })
  await file.isFinished({ aid: 'job-search', paid: null })
})

test('who is no refugee is told so, and the file ends there', async () => {
  const told = agency.begins('unhcr-anpe-togo')
  const { the } = told
  await isWelcomed(told, false)
  expect((await the.counsellor.opens()).case.verdict).toMatchObject({
    result: 'not-met',
    reasons: [{ rule: 'éligible', result: 'not-met' }],
  })
  expect(await the.counsellor.tries('choose-aid', { aid: 'placement' })).toMatchObject({ code: 'aid-not-open' })
  await the.counsellor.does('close-case', { reason: 'not-eligible', text: 'is no refugee' })
  expect((await the.counsellor.opens()).case).toMatchObject({ status: 'closed', closure: { reason: 'not-eligible' } })
})
