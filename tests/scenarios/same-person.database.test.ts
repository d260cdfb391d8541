import { expect, test } from 'vitest'

import type { ElsewhereAnswer } from '#contract/answers.ts'

import { story } from '../kit/story.ts'

/** One office in Douala works for the programme of the Union and for OFII; another office of OFII knows nothing of it. */
const schemes = story(['eurp-cameroon', 'ofii-cameroon'], {
  counsellor: 'member-state',
  coordinator: 'partner-douala',
  colleague: ['counsellor', 'ofii-lille'],
  adviser: 'partner-douala',
  cashier: ['finance-officer', 'programme-finance'],
  releaser: ['payment-approver', 'programme-finance'],
})

type Told = ReturnType<typeof schemes.begins>

const christelle = { givenName: 'Christelle', familyName: 'Ndongo', birth: '1994' }

/** A case of the programme up to the decision on its aid. */
async function awaitsDecision({ on, the }: Told, told: Told['the']['counsellor'] = the.counsellor): Promise<void> {
  on('2025-09-08')
  await told.registers(christelle)
  await told.completes('application', {
    retour: 'volontaire',
    'nationalité camerounaise': true,
    'déjà aidé par le programme': false,
    'déjà de retour': false,
  })
  await told.assesses('vulnerability')
  on('2025-09-12')
  await told.does('give-verdict')
  await told.does('choose-aid', { aid: 'post-return-social' })
  await told.seesOff({ on: '2025-10-20', from: 'Brussels', to: 'Douala' })
  await told.does('hand-over-custody', { to: 'partner-douala', reason: 'on the way' })
  on('2025-10-22')
  await the.coordinator.does('accept-custody')
  await the.coordinator.does('record-first-contact', { arrivedOn: '2025-10-21' })
  await the.coordinator.completes('post-arrival')
  on('2025-12-01')
  await the.adviser.does('submit-plan', { requested: 900_000, text: 'line by line' })
}

async function heard({ the, file }: Told, player: keyof Told['the'] = 'coordinator'): Promise<ElsewhereAnswer> {
  const { status, body } = await the[player].asks('GET', `/api/cases/${file.id}/elsewhere`)
  expect(status).toBe(200)
  return body as unknown as ElsewhereAnswer
}

function isSame({ the }: Told, other: Told, reason = 'the same identity paper'): Promise<void> {
  return the.coordinator.does('link-person', { known: other.file.people[0], reason })
}

test('an aid that is given once is not given twice, and what is paid to nobody is no aid', async () => {
  const [first, second] = [schemes.begins(), schemes.begins()]
  await awaitsDecision(first)
  await awaitsDecision(second)
  expect(await heard(second)).toEqual({ answers: {}, cases: [] })
  await isSame(second, first)
  expect(await heard(second)).toMatchObject({ answers: {}, cases: [{ case: first.file.id, scheme: 'eurp-cameroon' }] })
  expect(await heard(first)).toMatchObject({ cases: [{ case: second.file.id }] })

  await first.the.coordinator.does('grant-award', { amount: 900_000 })
  expect((await heard(second)).answers).toEqual({ 'déjà aidé par le programme': { known: true } })
  expect(await second.the.coordinator.tries('grant-award', { amount: 900_000 })).toMatchObject({
    code: 'aid-not-open',
    facts: { rules: ['première fois'] },
  })
  await first.the.coordinator.does('withdraw', { reason: 'back to school' })
  expect((await heard(second)).answers).toEqual({})
  await second.the.coordinator.does('grant-award', { amount: 900_000 })
})

test('two decisions at once about one person grant one of them', async () => {
  const files = [schemes.begins(), schemes.begins(), schemes.begins()] as const
  for (const file of files) await awaitsDecision(file)
  // The second knows the first, the third the second: so all three are one.
  await isSame(files[1], files[0])
  await isSame(files[2], files[1])
  const answers = await Promise.allSettled(
    files.map(({ the }) => the.coordinator.does('grant-award', { amount: 900_000 })),
  )
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [String(answer.reason)] : []))
  expect(refused.every((reason) => reason.includes('aid-not-open'))).toBe(true)
})

test('a link that was wrong is undone, and then nothing is known again', async () => {
  const [first, second] = [schemes.begins(), schemes.begins()]
  await awaitsDecision(first)
  await awaitsDecision(second)
  await first.the.coordinator.does('grant-award', { amount: 900_000 })
  const known = first.file.people[0]
  await isSame(second, first)
  const { coordinator } = second.the
  expect(await coordinator.tries('link-person', { known, reason: 'again' })).toMatchObject({ code: 'already-linked' })
  await coordinator.does('unlink-person', { known, reason: 'a cousin of the same name' })
  expect(await heard(second)).toEqual({ answers: {}, cases: [] })
  await coordinator.does('grant-award', { amount: 900_000 })
  expect(await coordinator.tries('unlink-person', { known, reason: 'again' })).toMatchObject({ code: 'nothing-linked' })
})

test('several schemes of one person are seen together by those who see both, and by nobody else', async () => {
  const [union, ofii] = [schemes.begins(), schemes.begins('ofii-cameroon')]
  await awaitsDecision(union)
  ofii.on('2026-01-12')
  await ofii.the.coordinator.registers(christelle)
  await ofii.the.coordinator.does('link-person', { known: union.file.people[0], reason: 'she told us' })
  expect(await heard(ofii)).toEqual({
    answers: {},
    cases: [expect.objectContaining({ case: union.file.id, scheme: 'eurp-cameroon', aid: 'post-return-social' })],
  })
  // The counsellor of the member state sees the first case still, and not that there is a second one.
  expect(await heard(union, 'counsellor')).toEqual({ answers: {}, cases: [] })
  const hidden = await ofii.the.colleague.asks('GET', `/api/cases/${ofii.file.id}/elsewhere`)
  expect(hidden.status).toBe(404)
})

test('nobody links a person whom they do not see, nor a person of the very case', async () => {
  const [mine, theirs] = [schemes.begins('ofii-cameroon'), schemes.begins('ofii-cameroon')]
  mine.on('2026-01-12')
  await mine.the.coordinator.registers(christelle)
  await theirs.the.colleague.registers(christelle)
  const { coordinator } = mine.the
  for (const known of [theirs.file.people[0], '00000000-0000-4000-8000-00000000dead', 'nobody'])
    expect(await coordinator.tries('link-person', { known, reason: 'a guess' })).toMatchObject({
      code: 'unknown-choice',
      field: 'known',
    })
  expect(await coordinator.tries('link-person', { known: mine.file.people[0], reason: 'x' })).toMatchObject({
    code: 'person-of-this-case',
  })
})
