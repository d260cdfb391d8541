/** A sitting from its frozen packs to its signed minutes, through the doors, with a real printer and a sealed store. */
import { uuidv7 } from 'uuidv7'
import { afterAll, describe, expect, test } from 'vitest'

import { freezeDue, freezeSitting } from '#app/freeze-packs.ts'
import { packKeys } from '#app/pack-hash.ts'
import { rebuildProjections } from '#app/rebuild.ts'
import { produceLetters } from '#app/sitting-letters.ts'
import { verify } from '#app/verify.ts'
import type { MinutesAnswer, SittingAnswer } from '#contract/answers.ts'
import { asActor, sql } from '#db/connect.ts'
import { addDays } from '#domain/calendar.ts'
import { committeeStream } from '#domain/committee/committee.ts'
import { callMembers } from '#jobs/tasks/call-members.ts'
import { committeeOffice as office, openCommittee, people } from '#tests/kit/committee.ts'
import type { Who } from '#tests/kit/committee.ts'
import { player } from '#tests/kit/played.ts'

const committee = await openCommittee()
const { home, sitting, file, other, act, done, refusalOf, ask, seenBy } = committee
afterAll(() => committee.door.close())

const rowOf = (answer: SittingAnswer, id = file) => answer.files.find((each) => each.case === id)

describe('a sitting', () => {
  test('keeps the agenda that was set, and tells the second of two secretaries what the first did', async () => {
    const { sitting: before } = await seenBy('paul')
    await done('paul', 'set-agenda', { cases: [other, file], minutes: 10 })
    const second = await refusalOf('helene', 'set-agenda', { cases: [file, other] }, before.version)
    expect(second).toMatchObject({ code: 'sitting-moved-on', facts: { seen: before.version, by: people.paul.user } })
    const { files } = await seenBy('helene')
    expect(files.map((each) => [each.case, each.minutes])).toEqual([
      [other, 10],
      [file, 10],
    ])
    expect(await refusalOf('paul', 'move-file', { case: uuidv7(), place: 1 })).toMatchObject({ code: 'not-on-agenda' })
    await done('paul', 'move-file', { case: file, place: 1, minutes: 15 })
    expect((await seenBy('marthe')).files.map((each) => each.minutes)).toEqual([15, 10])
  })

  test('freezes a PDF and its data of each file under one hash, and says how far it is', async () => {
    await done('paul', 'freeze-packs', {})
    expect(await refusalOf('paul', 'freeze-packs', {})).toMatchObject({ code: 'freezing-under-way' })
    await freezeSitting(home.house, sitting)
    const answer = await seenBy('marthe')
    expect(answer.work).toMatchObject([{ kind: 'packs', total: 2, done: 2, failed: [] }])
    expect(answer.files.map(({ pack }) => pack?.isChanged)).toEqual([false, false])
    const pack = await ask('marthe', `/api/sittings/${sitting}/packs/${file}`)
    expect([pack.statusCode, pack.headers['content-type'], pack.headers['etag']]).toEqual([
      200,
      'application/pdf',
      `"${rowOf(answer)?.pack?.hash}"`,
    ])
    expect(pack.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    const data = await ask('marthe', `/api/sittings/${sitting}/packs/${file}?part=data`)
    expect(data.json()).toMatchObject({ number: 1, files: 2, request: { requested: { amount: 4_100_000 } } })
    const readings = await ask('paul', `/api/cases/${file}/readings`)
    expect(readings.json().rows[0]).toMatchObject({ what: 'pack' })
  })

  test('shows that a file changed after the cut-off, and decides on what was frozen until it is frozen again', async () => {
    const frozen = rowOf(await seenBy('paul'))?.pack
    const noted = await act(player('coordinator'), 'add-note', { text: 'a new word' }, file)
    expect(noted.status).toBe('done')
    expect(rowOf(await seenBy('paul'))?.pack).toEqual({ ...frozen, isChanged: true })
    expect(await refusalOf('paul', 'freeze-packs', { cases: [file] })).toMatchObject({
      code: 'text-needed',
      field: 'reason',
    })
    await done('paul', 'freeze-packs', { cases: [file], reason: 'a quote came in' })
    await freezeSitting(home.house, sitting)
    const again = rowOf(await seenBy('paul'))?.pack
    expect(again).toMatchObject({ isChanged: false })
    expect(again?.hash).not.toBe(frozen?.hash)
  })

  test('refuses a pack that was changed in the store', async () => {
    const { hash = '' } = rowOf(await seenBy('paul'), other)?.pack ?? {}
    const { pdf } = packKeys(hash)
    const before = await home.house.files.readWhole(pdf)
    await home.house.files.write(pdf, Buffer.from('%PDF-1.7 another paper'))
    const answer = await ask('helene', `/api/sittings/${sitting}/packs/${other}`)
    expect([answer.statusCode, answer.json()]).toMatchObject([409, { code: 'pack-changed', facts: { hash } }])
    if (!before.refused) await home.house.files.write(pdf, before.value)
    expect((await ask('helene', `/api/sittings/${sitting}/packs/${other}`)).statusCode).toBe(200)
  })

  test('keeps a member’s notes from everybody else', async () => {
    const url = `/api/sittings/${sitting}/annotations/${uuidv7()}`
    const headers = { cookie: await committee.door.signIn('marthe') }
    const payload = { case: file, page: 1, text: 'ask about the price of feed' }
    const saved = await committee.door.server.inject({ method: 'PUT', url, headers, payload })
    expect(saved.json()).toEqual({ saved: true })
    const own = (await ask('marthe', `/api/sittings/${sitting}/annotations`)).json().rows
    expect(own).toMatchObject([payload])
    for (const who of ['paul', 'helene', 'ibrahim'] as const)
      expect((await ask(who, `/api/sittings/${sitting}/annotations`)).json().rows).toEqual([])
  })

  test('lets nobody read what they stepped aside from, by any door', async () => {
    await done('marthe', 'declare-interest', { case: file, reason: 'my cousin' })
    const doors = [`/api/sittings/${sitting}/packs/${file}`, `/api/cases/${file}`, `/api/cases/${file}/story`]
    for (const door of doors) expect((await ask('marthe', door)).statusCode, door).toBe(404)
    expect((await ask('marthe', `/api/sittings/${sitting}/annotations`)).json().rows).toEqual([])
    const theirs = await seenBy('marthe')
    expect(theirs).toMatchObject({ hidden: 1, files: [{ case: other }] })
    expect(JSON.stringify({ ...theirs, sitting: { ...theirs.sitting, interests: [] } })).not.toContain(file)
    const before = await ask('marthe', `/api/search?q=${encodeURIComponent('Aline')}`)
    expect(JSON.stringify(before.json())).not.toContain(file)
  })

  test('votes by its rule, and its decision follows the vote', async () => {
    await done('paul', 'set-voting-rule', { decides: 'majority', casting: true, reason: 'letter of the embassy' })
    const present = [people.helene, people.marthe, people.ibrahim].map(({ user }) => user)
    await done('paul', 'set-quorum', { quorum: 2, reason: 'letter' })
    await done('paul', 'open-sitting', { present, remote: [people.ibrahim.user] })
    await done('paul', 'open-file', { case: file })
    expect((await seenBy('marthe')).sitting.openFile).toBe('hidden')
    await done('paul', 'record-hearing', { case: file, how: 'remote' })
    await done('ibrahim', 'ask-question', { case: file, text: 'Who buys the eggs?' })
    await done('paul', 'open-vote', { case: file, outcome: 'select', amount: 4_000_000 })
    const [ballot] = (await seenBy('paul')).sitting.ballots
    const vote = ballot?.vote ?? ''
    expect(await refusalOf('marthe', 'cast-vote', { vote, says: 'for' })).toMatchObject({ code: 'recused' })
    await done('helene', 'cast-vote', { vote, says: 'for' })
    expect((await seenBy('ibrahim')).sitting.ballots[0]?.cast).toMatchObject([{ says: 'hidden' }])
    await done('ibrahim', 'cast-vote', { vote, says: 'against' })
    await done('paul', 'close-vote', { vote })
    expect((await seenBy('ibrahim')).sitting.ballots[0]).toMatchObject({ result: 'adopted', casting: true })
    const on = home.house.clock.today()
    const decided = { sitting, outcome: 'select', amount: 4_100_000, on }
    const wrong = await act(people.paul, 'record-decision', decided, file)
    expect(wrong).toMatchObject({ refusal: { code: 'vote-says-otherwise', facts: { amount: 4_000_000 } } })
    await done('paul', 'record-decision', { ...decided, amount: 4_000_000 }, file)
    const { case: state } = (await ask('paul', `/api/cases/${file}`)).json()
    const { hash } = rowOf(await seenBy('paul'))?.pack ?? {}
    expect(state.decisions).toMatchObject([{ outcome: 'select', amount: 4_000_000, pack: hash }])
  })

  test('drafts its minutes from what happened; a change of a word asks for every signature again', async () => {
    await done('paul', 'close-sitting', {})
    const read = async (who: Who, language = 'fr'): Promise<MinutesAnswer> =>
      (await ask(who, `/api/sittings/${sitting}/minutes?language=${language}`)).json()
    const { hash, parts } = await read('helene')
    expect(parts.map((each) => each.part)).toEqual(['opening', file, other, 'general'])
    expect(parts[1]?.lines.join(' ')).toContain('Who buys the eggs?')
    expect((await read('helene', 'ar')).hash).toBe(hash)
    expect((await read('marthe')).parts[1]).toEqual({
      part: file,
      title: '1',
      lines: [],
      addition: null,
      isHidden: true,
    })
    await done('helene', 'sign-minutes', { hash })
    await done('marthe', 'sign-minutes', { hash })
    await done('paul', 'sign-minutes', { hash })
    expect((await read('paul')).signatures.map(({ isValid }) => isValid)).toEqual([true, true, true])
    await done('paul', 'write-minutes', { case: file, text: 'The vet is named.' })
    const changed = await read('paul')
    expect(changed.hash).not.toBe(hash)
    expect(changed.signatures).toEqual([])
    expect(await refusalOf('helene', 'sign-minutes', { hash })).toMatchObject({ code: 'minutes-changed' })
    await done('helene', 'sign-minutes', { hash: changed.hash })
    const paper = await ask('paul', `/api/sittings/${sitting}/minutes.pdf?language=ar`)
    expect([paper.statusCode, paper.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    expect((await ask('marthe', `/api/sittings/${sitting}/agenda.pdf`)).statusCode).toBe(200)
  })
})

describe('another office of the scheme', () => {
  test('is told of the files that it may open, and of nobody else’s', async () => {
    const { door } = committee
    const told = await door.ask('jean', 'GET', `/api/sittings/${sitting}`)
    const minutes = await door.ask('jean', 'GET', `/api/sittings/${sitting}/minutes`)
    expect([told.status, minutes.status]).toEqual([200, 200])
    expect((minutes.body['parts'] as MinutesAnswer['parts']).map(({ part }) => part)).toEqual(['opening', 'general'])
    const said = JSON.stringify([told.body, minutes.body])
    for (const word of [file, other, 'Who buys the eggs?', 'The vet is named.', 'my cousin'])
      expect(said, word).not.toContain(word)
    const own = await door.ask('serge', 'GET', `/api/sittings/${sitting}/minutes`)
    expect((own.body['parts'] as MinutesAnswer['parts']).map(({ part }) => part)).toEqual(['opening', file, other, 'general'])
  })
})

describe('what a sitting has done for it', () => {
  const links: string[] = []
  const linkTo = (id: string) => `https://homeward.example/sittings/${links.push(id)}`
  const planned = { scheme: 'ofii-cameroon', place: 'Yaoundé', quorum: 2 }
  const seats = [people.helene, people.marthe].map(({ user }) => user)

  test('every letter of its decided files is written, each in the person’s language, and kept with its case', async () => {
    await done('paul', 'produce-letters', {})
    await produceLetters(home.house, people.paul, sitting)
    expect((await seenBy('paul')).work).toContainEqual(
      expect.objectContaining({ kind: 'letters', total: 1, done: 1, failed: [] }),
    )
    const { documents } = (await ask('paul', `/api/cases/${file}`)).json()
    expect(documents.filter(({ paper }: { paper: string }) => paper === 'decision-letter')).toHaveLength(1)
  })

  test('members are called once, each in their own language, and no person is named in a mail', async () => {
    const stream = uuidv7()
    const on = addDays(home.house.clock.today(), 5)
    await done('paul', 'plan-sitting', { ...planned, on, members: seats }, stream)
    await done('paul', 'call-members', { text: 'Please bring a charger.' }, stream)
    for (let times = 0; times < 2; times += 1)
      await callMembers(home.house, linkTo, { sitting: stream, version: 2 }, true)
    const sent = await asActor(home.house.database, 'system', (tx) =>
      tx.rows<{ recipient: string; body: string; state: string }>(
        sql`select recipient, body, state from notice where name = 'call-to-sitting' order by recipient`,
      ),
    )
    expect(sent.map(({ recipient }) => recipient)).toEqual(['helene@homeward.example', 'marthe@homeward.example'])
    expect(sent.every(({ body, state }) => body.includes('charger') && state === 'kept')).toBe(true)
  })

  test('packs are asked for by the clock once the cut-off has come, and not before', async () => {
    const [soon, later] = [uuidv7(), uuidv7()]
    const today = home.house.clock.today()
    const on = addDays(today, 5)
    await done('paul', 'plan-sitting', { ...planned, on, members: seats, cutOffOn: today }, soon)
    await done('paul', 'plan-sitting', { ...planned, on, members: seats, cutOffOn: addDays(today, 1) }, later)
    expect(await freezeDue(home.house)).toBe(1)
    expect(await freezeDue(home.house)).toBe(0)
    const asked = async (id: string) => (await ask('paul', `/api/sittings/${id}`)).json().sitting.freezing
    expect([await asked(soon), await asked(later)]).toMatchObject([{ cases: [] }, null])
  })
})

test('a seat is held from one day until another, and only by those who hold it do the next sittings sit', async () => {
  const committee = 'selection-committee'
  const stream = committeeStream('ofii-cameroon', committee, office)
  const today = home.house.clock.today()
  const seat = {
    scheme: 'ofii-cameroon',
    committee,
    office,
    seat: 'afd',
    as: 'holder',
    from: '2020-01-01',
    reason: 'letter',
  }
  await done('paul', 'give-mandate', { ...seat, member: people.marthe.user, until: '2020-12-31' }, stream)
  const taken = await act(people.paul, 'give-mandate', { ...seat, member: people.ibrahim.user }, stream)
  expect(taken).toMatchObject({ refusal: { code: 'seat-taken', field: 'seat' } })
  await done('paul', 'give-mandate', { ...seat, seat: 'ofii', member: people.helene.user }, stream)
  const { rows } = (await ask('marthe', '/api/committees?scheme=ofii-cameroon')).json()
  expect(rows).toMatchObject([
    {
      stream,
      mandates: [
        { seat: 'afd', until: '2020-12-31' },
        { seat: 'ofii', until: null },
      ],
    },
  ])
  const plan = { scheme: 'ofii-cameroon', on: today, place: 'Yaoundé', quorum: 1 }
  const members = [people.helene.user, people.marthe.user]
  const late = await act(people.paul, 'plan-sitting', { ...plan, members }, uuidv7())
  expect(late).toMatchObject({ refusal: { code: 'mandate-over', facts: { member: people.marthe.user } } })
  const planned = await act(people.paul, 'plan-sitting', { ...plan, members: [people.helene.user] }, uuidv7())
  expect(planned.status).toBe('done')
})

test('what was made from events of sittings and seats can be made again, and nothing is at fault', async () => {
  await rebuildProjections(home.house)
  expect((await verify(home.house)).faults).toEqual([])
})
