/** A scheme on its way to being published: who may do what, what is refused, and what comes of it at once. */
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { verify } from '#app/verify.ts'
import { asActor, sql } from '#db/connect.ts'
import { draftCommandNames } from '#domain/draft/commands/index.ts'

import { openDoor } from '../kit/door.ts'
import type { Door } from '../kit/door.ts'
import { newSchemeFile } from '../kit/small-draft.ts'
import { expectRefusal } from '../kit/traces.ts'

let door: Door

beforeAll(async () => {
  door = await openDoor()
})
afterAll(async () => {
  expect((await verify(door.home.house)).faults).toEqual([])
  await door.close()
})

async function uploaded(text: string, who = 'sophie'): Promise<string> {
  const stream = uuidv7()
  const answer = await door.command(who, 'upload-draft', stream, { name: 'scheme.yaml', text })
  expect(answer.status, answer.text).toBe(200)
  return stream
}

async function published(text: string): Promise<string> {
  const draft = await uploaded(text)
  expect((await door.command('sophie', 'submit-draft', draft, {})).status).toBe(200)
  expect((await door.command('lucie', 'publish-draft', draft, {})).status).toBe(200)
  return draft
}

const rowsOf = async (who: string, path: string) => (await door.ask(who, 'GET', path)).body.rows ?? []

describe('a draft', () => {
  test('is published by a second person, and its scheme takes a case at once', async () => {
    const draft = await uploaded(newSchemeFile('guinea'))
    expect(await rowsOf('claire', '/api/schemes')).not.toContainEqual(expect.objectContaining({ scheme: 'guinea' }))
    expect(await door.command('lucie', 'publish-draft', draft, {})).toMatchObject({
      status: 409,
      body: { code: 'draft-is', facts: { state: 'open' } },
    })
    expect((await door.command('sophie', 'submit-draft', draft, {})).status).toBe(200)
    const own = await door.command('sophie', 'publish-draft', draft, {})
    expect(own).toMatchObject({ status: 403, body: { code: 'second-person-needed' } })
    expect((await door.command('lucie', 'publish-draft', draft, {})).status).toBe(200)

    expect(await rowsOf('claire', '/api/schemes')).toContainEqual(
      expect.objectContaining({ scheme: 'guinea', edition: '2026', current: true }),
    )
    const parts = { parts: ['ofii-cameroon', 'guinea'].map((scheme) => ({ scheme, role: 'counsellor' })) }
    expect((await door.ask('lucie', 'PUT', '/api/offices/ofii-lyon/parts', { payload: parts })).status).toBe(200)
    const people = [{ person: uuidv7(), givenName: 'Awa', familyName: 'Camara', relation: 'principal' }]
    const on = door.home.house.clock.today()
    const input = { scheme: 'guinea', people, consents: [], on }
    expect(await door.command('claire', 'register-case', uuidv7(), input)).toMatchObject({ status: 200 })
    expect((await door.ask('sophie', 'GET', `/api/drafts/${draft}`)).body).toMatchObject({
      draft: { status: 'published', content: { scheme: 'guinea', editions: ['2026'], problems: 0 } },
      story: [{ type: 'draft-published' }, { type: 'draft-submitted' }, { type: 'draft-uploaded' }],
    })
  })

  test('with problems is kept, shown line by line, put right, and only then submitted', async () => {
    const text = newSchemeFile('gambia').replace('by: committee-secretary', 'by: comittee-secretary')
    const line = text.slice(0, text.indexOf('by: comittee')).split('\n').length
    const draft = await uploaded(text)
    const check = (language: string) => door.ask('sophie', 'GET', `/api/drafts/${draft}/check?language=${language}`)
    const { problems } = (await check('en')).body as unknown as { problems: { said: string }[] }
    expect(problems).toMatchObject([{ line, code: 'unknown-role' }])
    expect(problems[0]?.said).toContain('Did you mean “committee-secretary”?')
    expect((await check('ar')).text).toContain('هل تقصدون')
    const early = await door.command('sophie', 'submit-draft', draft, {})
    expect(early).toMatchObject({ status: 409, body: { code: 'draft-has-problems', facts: { count: 1 } } })
    const same = await door.command('sophie', 'replace-draft', draft, { name: 'a.yaml', text })
    expect(same).toMatchObject({ status: 409, body: { code: 'nothing-changes', field: 'text' } })
    const right = { name: 'a.yaml', text: newSchemeFile('gambia') }
    expect((await door.command('sophie', 'replace-draft', draft, right)).status).toBe(200)
    expect((await check('fr')).body).toMatchObject({ problems: [], scheme: { scheme: 'gambia' } })
    expect((await door.command('sophie', 'submit-draft', draft, {})).status).toBe(200)
    expect(await door.command('sophie', 'replace-draft', draft, right)).toMatchObject({ body: { code: 'draft-is' } })
    expect((await door.command('lucie', 'return-draft', draft, { reason: 'too short' })).status).toBe(200)
    const { draft: state, texts } = (await door.ask('sophie', 'GET', `/api/drafts/${draft}`)).body as never as {
      draft: { status: string; returned: string }
      texts: Record<string, string>
    }
    expect([state.status, texts[state.returned]]).toEqual(['open', 'too short'])
    expect((await door.command('sophie', 'discard-draft', draft, {})).status).toBe(200)
    expect(await door.command('sophie', 'submit-draft', draft, {})).toMatchObject({ body: { code: 'draft-is' } })
  })

  test('that changes what is published, or overlaps it, is not submitted', async () => {
    await published(newSchemeFile('mauritania'))
    const codesOf = async (text: string) => {
      const draft = await uploaded(text)
      const { body } = await door.ask('sophie', 'GET', `/api/drafts/${draft}/check?language=en`)
      return (body['problems'] as { code: string; said: string }[]).map(({ code }) => code)
    }
    expect(await codesOf(newSchemeFile('mauritania'))).toEqual(['nothing-new'])
    expect(
      await codesOf(newSchemeFile('mauritania').replace('share: 70', 'share: 60').replace('share: 30', 'share: 40')),
    ).toEqual(['nothing-new', 'published-edition-changed'])
    expect(await codesOf(newSchemeFile('mauritania', '2025', '2025-01-01'))).toEqual(['runs-into-published'])
    expect(await codesOf(newSchemeFile('mauritania', '2026-b', '2026-01-01'))).toEqual(['overlaps-published'])
    expect(
      await codesOf(newSchemeFile('mauritania', '2027', '2027-01-01').replace('country: GN', 'country: ML')),
    ).toEqual(['not-the-same-scheme'])
    expect(await codesOf(newSchemeFile('mauritania', '2027', '2027-01-01'))).toEqual([])
  })

  test('of which two were submitted at once is published once', async () => {
    const text = newSchemeFile('benin')
    const drafts = await Promise.all([uploaded(text), uploaded(text)])
    for (const draft of drafts) await door.command('sophie', 'submit-draft', draft, {})
    const answers = await Promise.all(drafts.map((draft) => door.command('lucie', 'publish-draft', draft, {})))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('draft-has-problems')
  })

  test('keeps the text of its file once, outside the events', async () => {
    const text = newSchemeFile('niger')
    await Promise.all([uploaded(text), uploaded(text)])
    const [counted] = await asActor(door.home.house.database, 'system', (tx) =>
      tx.rows(sql`select (select count(*) from scheme_text where body = ${text})::int as texts,
        (select count(*) from event where kind = 'draft' and data::text like '%niger%steps%')::int as events`),
    )
    expect(counted).toEqual({ texts: 1, events: 0 })
  })
})

const bomb = Array.from({ length: 12 }, (_, layer) => {
  const parts = Array.from({ length: 9 }, () => (layer === 0 ? 'x' : `*a${layer - 1}`))
  return `a${layer}: &a${layer} [${parts.join(', ')}]`
}).join('\n')

describe('a bad file changes nothing that runs, and says line, reason and what to do', () => {
  const whole = newSchemeFile('badly')
  const edition = whole.slice(whole.indexOf('  - edition:'))
  test.each<[string, string, string, RegExp]>([
    ['steps in a circle', whole.replace('needs: [registration]', 'needs: [closure]'), 'steps-in-circle', /Take one/],
    ['an unknown role', whole.replace('by: adviser', 'by: advisor'), 'unknown-role', /Did you mean “adviser”/],
    ['a missing translation', whole.replace(', ar: صغير }', ' }'), 'missing-translation', /Write it in fr, en and ar/],
    ['a rule never true', whole.replace("situation = 'student'", 'months away < -1 mois'), 'never-true', /limits/],
    ['another currency', whole.replace('9000000 GNF', '9000 XAF'), 'currency-without-rate', /write the amount in GNF/],
    ['decimals', whole.replace('9000000 GNF', '9000000.5 GNF'), 'too-many-decimals', /Round/],
    ['an unreachable step', whole.replace('needs: [idea]', 'needs: [idea, committee]'), 'steps-in-circle', /Take one/],
    [
      'overlapping editions',
      whole + edition.replace("'2026'", "'2025'").replace('2026-01', '2025-01'),
      'editions-overlap',
      /end date/,
    ],
    ['a bomb of aliases', bomb, 'too-many-aliases', /Write the values out/],
    ['a deep nest', '['.repeat(100_000), 'too-deep', /line by line/],
    ['markup', whole.replace('fr: Comité', 'fr: <b>Comité</b>'), 'text-with-markup', /plain text/],
  ])('%s', async (_, text, code, advice) => {
    expect(text).not.toBe(whole)
    const before = door.home.house.editions.all().length
    const draft = await uploaded(text)
    const { body } = await door.ask('sophie', 'GET', `/api/drafts/${draft}/check?language=en`)
    const problems = body['problems'] as { line: number; code: string; said: string }[]
    const problem = problems.find((each) => each.code === code)
    expect(problem?.line, JSON.stringify(problems)).toBeGreaterThan(0)
    expect(problem?.said).toMatch(advice)
    expect((await door.command('sophie', 'submit-draft', draft, {})).body.code).toBe('draft-has-problems')
    await door.home.house.editions.reload()
    expect(door.home.house.editions.all()).toHaveLength(before)
  })

  test('one that is too large is not taken at all', async () => {
    const answer = await door.command('sophie', 'upload-draft', uuidv7(), { name: 'x', text: 'x'.repeat(600_000) })
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid-input', field: 'text' } })
  })
})

describe('drafts are for those who manage schemes', () => {
  test.each(draftCommandNames)('%s is refused to everybody else', async (name) => {
    const draft = await uploaded(newSchemeFile('chad'))
    const input = /^(upload|replace)/.test(name)
      ? { name: 'x', text: 'x' }
      : name === 'return-draft'
        ? { reason: 'x' }
        : {}
    for (const who of ['claire', 'serge', 'aicha', 'paul', 'nadia', 'anne']) {
      const answer = await door.command(who, name, name === 'upload-draft' ? uuidv7() : draft, input)
      expectRefusal(answer, `${who} ${name}`)
      expect(['role-may-not', 'not-found'], who).toContain(answer.body.code)
    }
  })

  test('and nobody else reads them', async () => {
    const draft = await uploaded(newSchemeFile('mali-new'))
    for (const who of ['claire', 'anne', 'nadia'])
      for (const path of ['/api/drafts', `/api/drafts/${draft}`, `/api/drafts/${draft}/check?language=fr`])
        expect((await door.ask(who, 'GET', path)).body.code, `${who} ${path}`).toBe('role-may-not')
    expect((await rowsOf('lucie', '/api/drafts')).map((row) => row['draft'])).toContain(draft)
  })

  test('a scheme that an office manages is not changed by another office', async () => {
    await published(newSchemeFile('ghana'))
    const parts = { parts: [{ scheme: 'ghana', role: 'programme-manager' }] }
    expect((await door.ask('lucie', 'PUT', '/api/offices/ofii-finances/parts', { payload: parts })).status).toBe(200)
    const draft = await uploaded(newSchemeFile('ghana', '2027', '2027-01-01'))
    const answer = await door.command('sophie', 'submit-draft', draft, {})
    expect(answer).toMatchObject({ status: 403, body: { code: 'scheme-not-yours' } })
  })
})

describe('a published edition', () => {
  test.each([
    ['changed', sql`update scheme_file set body = '{}'`],
    ['removed', sql`delete from scheme_file`],
  ])('is not %s by the server, whatever it is told', async (_, statement) => {
    await expect(asActor(door.home.house.database, 'system', (tx) => tx.rows(statement))).rejects.toThrow(
      'permission denied',
    )
  })
})
