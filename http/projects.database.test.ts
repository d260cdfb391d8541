/** Saved projects, the price book and similar projects, through the doors of a real house. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { fillPriceBook } from '#app/price-book.ts'
import { rebuildProjections } from '#app/rebuild.ts'
import { verify } from '#app/verify.ts'
import { asActor, sql } from '#db/connect.ts'
import { canonicalJson } from '#domain/canonical.ts'
import type { Deed } from '#tests/kit/case.ts'
import { openDoor } from '#tests/kit/door.ts'
import type { Door } from '#tests/kit/door.ts'
import { playRoad } from '#tests/kit/played.ts'
import type { PlayedCase } from '#tests/kit/played.ts'
import { poultryProject } from '#tests/kit/project.ts'
import { businessRoad, quote } from '#tests/kit/roads.ts'

let door: Door
let played: PlayedCase
let version: string

const names = Object.keys(businessRoad)
const untilAgreed = Object.values(businessRoad).slice(0, names.indexOf('agreed') + 1) as Deed[]
const saved: Deed = {
  command: 'save-project',
  by: 'adviser',
  day: '2026-03-20',
  input: { project: poultryProject() },
}
const quoted: Deed = {
  command: 'attach-document',
  by: 'adviser',
  day: '2026-03-20',
  input: { document: quote, paper: 'quote' },
}

function noted(amount: number): Deed {
  const input = { document: quote, item: 'layer-feed', unit: 'bag-50kg', amount }
  return { command: 'record-price', by: 'adviser', day: '2026-03-21', input }
}

beforeAll(async () => {
  door = await openDoor()
  await fillPriceBook(door.home.house.database)
  played = await playRoad(door.home, [...untilAgreed, saved, quoted, ...[15_000, 15_600, 16_000].map(noted)])
  const file = await door.ask('aicha', 'GET', `/api/cases/${played.case}`)
  const state = file.body['case'] as { projects: { project: string }[] }
  version = state.projects[0]?.project ?? ''
}, 60_000)
afterAll(() => door.close())

describe('a saved version', () => {
  test('is read as it was saved, and the reading is on record', async () => {
    const answer = await door.ask('aicha', 'GET', `/api/cases/${played.case}/projects/${version}`)
    expect(answer.body).toEqual({ project: version, content: poultryProject() })
    const readings = await door.ask('aicha', 'GET', `/api/cases/${played.case}/readings`)
    expect(readings.body.rows?.[0]).toMatchObject({ what: 'project 1' })
  })

  test('does not exist for an office that does not see the case, nor for who reads figures only', async () => {
    for (const who of ['moussa', 'anne'])
      expect((await door.ask(who, 'GET', `/api/cases/${played.case}/projects/${version}`)).status).toBe(404)
  })

  test('loses its words when they are erased, and keeps its figures', async () => {
    const erase = (at: string | null) =>
      asActor(door.home.house.database, 'system', (tx) =>
        tx.rows(sql`update project_content set erased_at = ${at}::timestamptz where project = ${version}::uuid`),
      )
    await erase('2026-04-01T00:00:00Z')
    const answer = await door.ask('aicha', 'GET', `/api/cases/${played.case}/projects/${version}`)
    expect(answer.body).toEqual({ project: version, content: null })
    await erase(null)
  })
})

describe('a business plan', () => {
  const plan = (file: string) => `/api/cases/${played.case}/projects/${version}/${file}`

  test.each(['fr', 'en', 'ar'])('is printed in %s', async (language) => {
    const answer = await door.ask('aicha', 'GET', `${plan('plan.pdf')}?language=${language}`)
    expect(answer).toMatchObject({ status: 200, headers: { 'content-type': 'application/pdf' } })
    expect(answer.text.slice(0, 5)).toBe('%PDF-')
    expect(answer.headers['content-disposition']).toContain(`plan-1-${language}.pdf`)
  })

  test('is a spreadsheet too, and both downloads are on record', async () => {
    const answer = await door.ask('aicha', 'GET', plan('plan.xlsx'))
    expect(answer.status).toBe(200)
    expect(answer.text.slice(0, 2)).toBe('PK')
    const readings = await door.ask('aicha', 'GET', `/api/cases/${played.case}/readings`)
    expect(readings.body.rows?.slice(0, 4).every((row) => row['what'] === 'business-plan 1')).toBe(true)
  })

  test('does not exist for who does not see the case', async () => {
    for (const file of ['plan.pdf', 'plan.xlsx']) expect((await door.ask('moussa', 'GET', plan(file))).status).toBe(404)
  })
})

describe('the price book', () => {
  const asked = '/api/prices?country=CM&region=CM-CE&activity=poultry'

  test('says what papers say once there are three, and the starting set where there are none', async () => {
    const { body } = await door.ask('aicha', 'GET', asked)
    const of = (item: string) => body.rows?.find((row) => row['item'] === item)
    expect(of('layer-feed')).toMatchObject({ median: 15_600, lower: 15_000, upper: 16_000, count: 3, assumed: false })
    expect(of('egg-tray')).toMatchObject({ median: 1_900, count: 1, assumed: true })
    expect(of('motorcycle')).toBeUndefined()
  })

  test('goes on where a page ended', async () => {
    const all = await door.ask('aicha', 'GET', '/api/prices?country=CM')
    const rows = all.body.rows ?? []
    const { item, unit, currency } = rows[4] as { item: string; unit: string; currency: string }
    const rest = await door.ask('aicha', 'GET', `/api/prices?country=CM&after=${item}%20${unit}%20${currency}`)
    expect(rest.body.rows).toEqual(rows.slice(5))
  })

  test('knows no case and no person', async () => {
    const rows = await asActor(door.home.house.database, 'system', (tx) =>
      tx.rows<Record<string, unknown>>(sql`select * from price where source = 'invoice'`),
    )
    expect(JSON.stringify(rows)).not.toContain(played.case)
    expect(JSON.stringify(rows)).not.toContain(played.principal)
    expect(rows.length).toBe(3)
  })

  test('is not for strangers, and a country that is none is refused', async () => {
    expect((await door.ask(null, 'GET', asked)).status).toBe(401)
    expect((await door.ask('aicha', 'GET', '/api/prices?country=cm')).status).toBe(422)
  })
})

describe('similar projects', () => {
  test('are told of without names, too few not at all, and the office’s own with their case', async () => {
    const other = await playRoad(door.home, [...untilAgreed, saved])
    const { body } = await door.ask('aicha', 'GET', `/api/cases/${played.case}/similar-projects`)
    expect(body['groups']).toMatchObject([{ near: 'same-region', projects: 1 }, { projects: 0 }, { projects: 0 }])
    expect(body['cases']).toMatchObject([{ case: other.case, activity: 'poultry', near: 'same-region' }])
    expect(body['saturation']).toBeNull()
  })

  test('do not exist for who does not see the case', async () => {
    expect((await door.ask('moussa', 'GET', `/api/cases/${played.case}/similar-projects`)).status).toBe(404)
  })
})

test('rows made from the events of projects are what the events say, also after they were made again', async () => {
  const { house } = door.home
  expect((await verify(house)).faults).toEqual([])
  await rebuildProjections(house)
  expect((await verify(house)).faults).toEqual([])
  const { body } = await door.ask('aicha', 'GET', '/api/prices?country=CM&item=layer-feed')
  expect(body.rows).toMatchObject([{ count: 3, median: 15_600 }])
})

test('a content that was changed behind the back of its event is found', async () => {
  const { house } = door.home
  const put = (body: string) =>
    asActor(house.database, 'system', (tx) =>
      tx.rows(sql`update project_content set body = ${body} where project = ${version}::uuid`),
    )
  const kept = canonicalJson(poultryProject())
  await put(kept.replace('3100000', '3900000'))
  expect((await verify(house)).faults).toEqual([{ stream: played.case, what: 'a saved project is not what was saved' }])
  await put(kept)
  expect((await verify(house)).faults).toEqual([])
})

test('templates are there for whoever is signed in', async () => {
  const { body } = await door.ask('aicha', 'GET', '/api/activities')
  expect(body.rows?.length).toBeGreaterThanOrEqual(10)
})
