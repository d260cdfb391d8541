/** Papers printed by the real printer from a case in a real database, and kept sealed. */
import type { FastifyInstance } from 'fastify'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { asActor, sql } from '#db/connect.ts'
import { after, noDeeds } from '#tests/kit/case.ts'
import { testHouse, testPassword } from '#tests/kit/house.ts'
import type { TestHouse } from '#tests/kit/house.ts'
import { businessRoad } from '#tests/kit/roads.ts'

import { createServer } from './server.ts'

const caseId = uuidv7()

let home: TestHouse
let server: FastifyInstance
let cookies: { claire: string; hugo: string; anne: string }

beforeAll(async () => {
  home = await testHouse()
  server = await createServer({ house: home.house, watchers: { watch: () => () => {} } })
  cookies = { claire: await signIn('claire'), hugo: await signIn('hugo'), anne: await signIn('anne') }
  await asActor(home.house.database, 'system', async (tx) => {
    await tx.rows(
      sql`insert into case_file ("case", version, state) values (${caseId}, 1, ${JSON.stringify(stateAt('submit-idea'))})`,
    )
    await tx.rows(sql`insert into case_access ("case", office, reason) values (${caseId}, 'ofii-lyon', 'custody')`)
    await tx.rows(sql`
      insert into person (person, "case", relation, given_name, family_name, language)
      values (${stateAt('submit-idea').members[0]?.person}, ${caseId}, 'principal', 'عائشة', 'بن علي', 'ar')`)
  })
})
afterAll(async () => {
  await server.close()
  await home.close()
})

async function signIn(name: string): Promise<string> {
  const payload = { email: `${name}@homeward.example`, password: testPassword }
  const answer = await server.inject({ method: 'POST', url: '/api/session', payload })
  return String(answer.headers['set-cookie']).split(';')[0] ?? ''
}

/** The state of the told road of a business, up to a deed, as this case's. */
function stateAt(command: string) {
  const deeds = Object.values(businessRoad)
  const at = deeds.findIndex((deed) => deed.command === command)
  return { ...after(noDeeds(), ...deeds.slice(0, at + 1)).state, case: caseId }
}

function reach(command: string): Promise<unknown> {
  const state = JSON.stringify(stateAt(command))
  return asActor(home.house.database, 'system', (tx) =>
    tx.rows(sql`update case_file set state = ${state} where "case" = ${caseId}`),
  )
}

function ask(method: 'GET' | 'POST', url: string, who: keyof typeof cookies = 'claire') {
  return server.inject({ method, url, headers: { cookie: cookies[who] } })
}

describe('papers of a case', () => {
  test('say what each still needs, and refuse before', async () => {
    const { rows } = (await ask('GET', `/api/cases/${caseId}/papers`)).json()
    expect(rows).toEqual([
      { paper: 'project-sheet', letter: 'project-sheet', missing: [], changed: false },
      { paper: 'decision-letter', letter: 'decision-letter', missing: ['committee-decision'], changed: false },
      { paper: 'commitment-contract', letter: 'commitment-contract', missing: ['award'], changed: false },
    ])
    const early = await ask('POST', `/api/cases/${caseId}/papers/decision-letter`)
    expect([early.statusCode, early.json()]).toMatchObject([
      409,
      { code: 'paper-not-ready', facts: { missing: ['committee-decision'] } },
    ])
  })

  test('are printed in the person’s language, kept once, opened by the office, and on record', async () => {
    await reach('record-decision')
    const first = await ask('POST', `/api/cases/${caseId}/papers/decision-letter`)
    expect(first.statusCode).toBe(201)
    const paper = first.json()
    expect(paper).toMatchObject({
      name: `decision-letter-ar-${home.house.clock.today()}.pdf`,
      paper: 'decision-letter',
      mediaType: 'application/pdf',
      fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    const again = await ask('POST', `/api/cases/${caseId}/papers/decision-letter`)
    expect(again.json()).toEqual(paper)
    const opened = await ask('GET', String(first.headers.location))
    expect(opened.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect(opened.rawPayload.length).toBe(paper.size)
    const readings = (await ask('GET', `/api/cases/${caseId}/readings`)).json()
    expect(readings.rows.map(({ what }: { what: string }) => what)).toEqual([
      'document decision-letter',
      'paper decision-letter',
      'paper decision-letter',
    ])
  })

  test.each(['fr', 'en', 'ar'])('every paper of the edition can be printed in %s', async (language) => {
    await reach('sign-commitment')
    for (const paper of ['project-sheet', 'decision-letter', 'commitment-contract']) {
      const printed = await ask('POST', `/api/cases/${caseId}/papers/${paper}?language=${language}`)
      expect([paper, printed.statusCode, printed.json().name]).toEqual([
        paper,
        201,
        `${paper}-${language}-${home.house.clock.today()}.pdf`,
      ])
    }
  })

  test('a language or a paper that does not exist is refused', async () => {
    const wrong = await ask('POST', `/api/cases/${caseId}/papers/decision-letter?language=xx`)
    expect([wrong.statusCode, wrong.json()]).toMatchObject([422, { code: 'invalid-input', field: 'language' }])
    expect((await ask('POST', `/api/cases/${caseId}/papers/identity`)).statusCode).toBe(422)
    expect((await ask('POST', '/api/cases/nonsense/papers/identity')).statusCode).toBe(404)
  })

  test('another office, and a role that opens no files, get none', async () => {
    for (const who of ['hugo', 'anne'] as const) {
      expect((await ask('GET', `/api/cases/${caseId}/papers`, who)).statusCode).toBe(404)
      expect((await ask('POST', `/api/cases/${caseId}/papers/decision-letter`, who)).statusCode).toBe(404)
    }
  })
})
