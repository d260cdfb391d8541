import { uuidv7 } from 'uuidv7'
import { expect, test } from 'vitest'

import { trainedIn } from '#domain/case/group.ts'

import { story } from '../kit/story.ts'
import type { Player } from '../kit/story-player.ts'

/** The call of Lemma: one office reads, trains and selects with a committee, another pays. */
const lemma = story('lemma-associations', {
  coordinator: 'lemma-tunis',
  adviser: 'lemma-tunis',
  'committee-secretary': 'lemma-committee',
  cashier: ['finance-officer', 'lemma-finance'],
  releaser: ['payment-approver', 'lemma-finance'],
})

/** The programme in Yaoundé, for organisations of the country and of the diaspora. */
const pariJedi = story('pari-jedi-associations', {
  counsellor: 'pari-jedi-yaounde',
  coordinator: 'pari-jedi-yaounde',
  adviser: 'pari-jedi-yaounde',
})

/** The employment agency of Togo, alone: people with a file and without one. */
const anpe = story(['unhcr-anpe-workshop', 'migractions-course', 'anpe-togo'], {
  counsellor: 'anpe-lome',
  trainer: ['employment-adviser', 'anpe-lome'],
})

const afaak = { name: 'Afaak Kébili', registration: 'JORT 2014-77', place: 'Kebili', phone: '+216 75 490 100' }
const contact = { person: uuidv7(), givenName: 'Salma', familyName: 'Trabelsi', relation: 'contact' }

function namesIn(rows: readonly Readonly<Record<string, unknown>>[] | undefined): unknown[] {
  return (rows ?? []).map(({ name }) => name)
}

async function found(player: Player, words: string): Promise<unknown[]> {
  const { body } = await player.asks('GET', `/api/search?q=${encodeURIComponent(words)}`)
  return namesIn(body.rows)
}

test('an association answers the call, is trained, selected and paid', async () => {
  const { on, the, file } = lemma.begins()
  on('2018-05-02')
  const opening = { beneficiary: afaak, people: [contact], consents: ['case-handling'] }
  const { beneficiary: _, ...nameless } = opening
  expect(await the.coordinator.tries('register-case', nameless)).toMatchObject({ code: 'beneficiary-missing' })
  await the.coordinator.does('register-case', opening)
  await file.isHiddenFrom(the.stranger)

  const { beneficiary, people } = await the.coordinator.opens()
  expect(beneficiary).toEqual({ kind: 'organisation', ...afaak, email: null, erased: false })
  expect(people).toMatchObject([{ givenName: 'Salma', relation: 'contact' }])
  const list = await the.coordinator.asks('GET', '/api/cases')
  expect(namesIn(list.body.rows)).toEqual(['Afaak Kébili'])
  expect(await found(the.coordinator, 'afak kebili')).toEqual(['Afaak Kébili'])
  expect(await found(the.coordinator, 'trabelsi')).toEqual(['Salma Trabelsi'])
  expect(await found(the.stranger, 'afaak')).toEqual([])
  const again = await the.coordinator.asks('POST', '/api/duplicates', { name: 'AFAAK KEBILI', phone: '75490100' })
  expect(again.body.rows).toMatchObject([{ case: file.id, name: 'Afaak Kébili', relation: 'organisation' }])

  on('2018-05-24')
  const answers = { 'association tunisienne': true, 'action proposée': 'école', 'candidature retenue': true }
  await the.coordinator.completes('application', answers)
  await the.coordinator.does('give-verdict')
  on('2018-06-29')
  await the.coordinator.does('record-training', { title: 'return and migration', days: 5, attended: 5 })
  await the.coordinator.does('choose-aid', { aid: 'grant' })
  await the.adviser.does('submit-plan', { requested: 13_200_000, text: 'mediation, and lessons in Arabic' })

  const secretary = the['committee-secretary']
  await secretary.does('plan-sitting', { on: '2018-09-11', place: 'Tunis', members: [secretary.id], quorum: 1 })
  await the.coordinator.does('submit-to-committee')
  on('2018-09-11')
  await secretary.does('open-sitting', { present: [secretary.id] })
  await secretary.does('record-decision', { outcome: 'select', amount: 13_200_000 })
  await the.coordinator.signs('beneficiary', 'office')
  await the.cashier.pays({ tranche: 'whole', payee: 'beneficiary', amount: 13_200_000, releasedBy: the.releaser })
  on('2019-02-15')
  await the.coordinator.completes('account')
  await the.coordinator.does('close-case', { reason: 'completed' })
  await file.isFinished({ aid: 'grant', paid: 13_200_000 })
})

test('an organisation of the diaspora is brought together with those who can help, without money', async () => {
  const { on, the, file } = pariJedi.begins()
  on('2019-03-04')
  const opening = { beneficiary: { name: 'Racines Lyon' }, people: [contact], consents: ['case-handling'] }
  await the.counsellor.does('register-case', opening)
  await the.counsellor.completes('interview', { siège: 'diaspora', 'au service du retour': true })
  await the.counsellor.does('give-verdict')
  await the.counsellor.does('choose-aid', { aid: 'institutional' })
  on('2019-04-01')
  await the.adviser.completes('introduction')
  const treasurer = { person: uuidv7(), givenName: 'Paul', familyName: 'Essomba', relation: 'contact' }
  await the.coordinator.does('add-member', { person: treasurer })
  expect((await the.adviser.opens()).people).toHaveLength(2)
  const abroad = { status: 409, code: 'not-for-beneficiary', facts: { beneficiary: 'organisation' } }
  expect(await the.adviser.tries('record-remigration')).toMatchObject(abroad)
  await the.coordinator.does('close-case', { reason: 'completed' })
  await file.isFinished({ aid: 'institutional', paid: null })
})

const groups = ['unhcr-anpe-workshop', 'migractions-course']

test.each(groups)('%s: people without a file are enrolled, meet, and who completed it is counted', async (scheme) => {
  const { on, the, file } = anpe.begins(scheme)
  const [ama, kofi, sena] = ['Ama', 'Kofi', 'Sena'].map((givenName) => ({
    person: uuidv7(),
    givenName,
    familyName: 'Agbeko',
    relation: 'participant',
  }))
  const leader = scheme === 'migractions-course' ? the.counsellor : the.trainer
  on('2021-03-01')
  await the.counsellor.does('register-case', { beneficiary: { name: 'Spring, Lomé' }, people: [], consents: [] })
  expect((await the.counsellor.opens()).beneficiary).toMatchObject({ kind: 'group', name: 'Spring, Lomé' })
  await the.counsellor.does('enrol-participants', { people: [ama, kofi], consents: ['attendance'] })
  await leader.does('enrol-participants', { people: [sena], consents: ['attendance'] })
  await file.isHiddenFrom(the.stranger)
  expect(await found(the.trainer, 'Sena Agbeko')).toContain('Sena Agbeko')
  expect(await found(the.trainer, 'spring')).toContain('Spring, Lomé')

  on('2021-03-08')
  const sheet = { title: 'first words', present: [ama?.person, kofi?.person] }
  await leader.does('record-session', sheet)
  expect(await leader.tries('record-completion', { completed: [sena?.person] })).toMatchObject({
    status: 409,
    code: 'never-attended',
  })
  await leader.does('record-completion', { completed: [ama?.person] })
  expect(await the.counsellor.tries('withdraw', { reason: 'x' })).toMatchObject({ code: 'not-for-beneficiary' })
  await the.counsellor.does('close-case', { reason: 'completed' })
  const state = await file.isFinished({ aid: null, paid: null })
  expect(trainedIn(state)).toEqual([ama?.person])
})

test('who has a file of their own is linked to it, and the workshop is seen there', async () => {
  const course = anpe.begins('migractions-course')
  const yao = { person: uuidv7(), givenName: 'Yao', familyName: 'Mensah', relation: 'participant' }
  course.on('2021-03-01')
  const opening = { beneficiary: { name: 'Online, spring' }, people: [], consents: [] }
  await course.the.counsellor.does('register-case', opening)
  await course.the.counsellor.does('enrol-participants', { people: [yao], consents: ['attendance'] })

  const own = anpe.begins('anpe-togo')
  await own.the.counsellor.registers({ givenName: 'Yao', familyName: 'Mensah', birth: '1994' })
  const same = { known: yao.person, reason: 'the same identity card' }
  await own.the.counsellor.does('link-person', same)
  const { body } = await own.the.counsellor.asks('GET', `/api/cases/${own.file.id}/elsewhere`)
  expect(body['cases']).toMatchObject([{ case: course.file.id, scheme: 'migractions-course' }])
})
