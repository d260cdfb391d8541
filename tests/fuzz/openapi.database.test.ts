/**
 * Commands as the API's own description allows them, and nearly so, sent in any order by anybody to cases at every
 * stage: an event or a refusal, never half of one, and everything still adds up afterwards. HOMEWARD_FUZZ_SEED and
 * HOMEWARD_FUZZ_RUNS ask for other or more of it.
 */
import fc from 'fast-check'
import { uuidv7 } from 'uuidv7'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { rebuildProjections } from '#app/rebuild.ts'
import { verify } from '#app/verify.ts'
import { addDays } from '#domain/calendar.ts'
import { openApiDocument } from '#http/openapi.ts'

import type { Deed } from '../kit/case.ts'
import { openDoor } from '../kit/door.ts'
import type { Door } from '../kit/door.ts'
import { junk, spoiled, valuesOf } from '../kit/from-schema.ts'
import type { Schema } from '../kit/from-schema.ts'
import { playedOffices, players, playRoad } from '../kit/played.ts'
import type { PlayedCase } from '../kit/played.ts'
import { businessRoad, employmentRoad, socialRoad } from '../kit/roads.ts'
import { expectRefusal, tracesIn } from '../kit/traces.ts'

type Body = { content: { 'application/json': { schema: { properties: { input: Schema } } } } }
type Path = { post?: { operationId: string; description: string; requestBody?: Body } }

const runs = Number(process.env['HOMEWARD_FUZZ_RUNS'] ?? 300)
const seed = Number(process.env['HOMEWARD_FUZZ_SEED'] ?? 20_261_122)
const { paths } = openApiDocument() as { paths: Record<string, Path> }
const commands = Object.entries(paths).flatMap(([path, { post }]) =>
  path.startsWith('/api/commands/') && post?.requestBody
    ? [{ path, input: post.requestBody.content['application/json'].schema.properties.input }]
    : [],
)
const moments = ['registered', 'chosen', 'offered', 'met', 'taken', 'agreed', 'planned', 'submitted'] as const
const later = ['decided', 'signedByOffice', 'firstReleased', 'firstPaid', 'visitOne', 'secondPaid'] as const
const people = ['claire', 'serge', 'aicha', 'paul', 'helene', 'nadia', 'olivier', 'hugo', 'sophie', 'anne']
const deeds: readonly Deed[] = [businessRoad, employmentRoad, socialRoad].flatMap((road) => Object.values<Deed>(road))

let door: Door
let cases: readonly PlayedCase[]
let known: readonly string[]

beforeAll(async () => {
  door = await openDoor()
  const names = Object.keys(businessRoad)
  const played = []
  for (const moment of [...moments, ...later])
    played.push(await playRoad(door.home, Object.values(businessRoad).slice(0, names.indexOf(moment) + 1)))
  cases = played
  const { edition } = door.home.house.editions.all().find(({ scheme }) => scheme.scheme === 'ofii-cameroon') ?? {}
  const today = door.home.house.clock.today()
  const days = [-400, -30, -1, 0, 1, 30].map((shift) => addDays(today, shift))
  known = [
    ...wordsIn({ ...edition, title: '' }),
    ...played.flatMap((each) => [each.principal, each.child, each.sitting]),
    ...Object.values(playedOffices),
    ...[...days, ...days, ...days].concat(`${today}T23:00:00Z`, 'ofii-cameroon', 'CM-CE', '1', '2', 'agriculture'),
  ]
})
afterAll(() => door.close())

/** Every short word of an edition: steps, aids, papers, tranches, facts, options. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length < 40 ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : []
}

function isDeed(input: unknown): input is Deed {
  return typeof input === 'object' && input !== null && 'command' in input && 'by' in input
}

test('whatever is sent is done whole or refused whole, and the facts stay sound', async () => {
  let done = 0
  const anyone = fc.constantFrom(...people)
  const where = {
    place: fc.nat(cases.length),
    beside: fc.nat(9).map((number) => number === 0),
    spoil: fc.option(fc.tuple(fc.nat(500), junk), { freq: 1 }),
    seen: fc.option(fc.nat(60), { nil: undefined, freq: 6 }),
  }
  const anything = fc
    .constantFrom(...commands)
    .chain(({ path, input }) =>
      fc.record({ path: fc.constant(path), who: fc.constantFrom(...people), input: valuesOf(input, known), ...where }),
    )
  const nearlyRight = fc.constantFrom(...deeds).chain((deed) =>
    fc.record({
      path: fc.constant(`/api/commands/${deed.command}`),
      who: fc.oneof({ weight: 9, arbitrary: fc.constant(players[deed.by as keyof typeof players]) }, anyone),
      input: fc.constant(deed),
      ...where,
    }),
  )
  await fc.assert(
    fc.asyncProperty(fc.oneof(nearlyRight, anything), async ({ path, who, place, beside, input, spoil, seen }) => {
      const before = await tracesIn(door.home)
      const file = cases[place]
      const good = isDeed(input) ? file?.inputOf(input) : input
      const sent = spoil ? spoiled(good, ...spoil) : good
      const stream = (beside ? file?.sitting : file?.case) ?? uuidv7()
      const envelope = { command: uuidv7(), stream, input: sent, seen }
      const what = `${who} ${path} ${JSON.stringify(envelope).slice(0, 2000)}`
      const answer = await door.ask(who, 'POST', path, { payload: envelope })
      if (answer.status !== 200) {
        expectRefusal(answer, what)
        expect(await tracesIn(door.home), what).toEqual(before)
        return
      }
      done += 1
      expect((await door.ask(who, 'POST', path, { payload: envelope })).body, what).toEqual(answer.body)
      expect((await tracesIn(door.home))['events'], what).toBeGreaterThan(before['events'] ?? 0)
    }),
    { seed, numRuns: runs, endOnFailure: true },
  )
  expect(done).toBeGreaterThan(3)
  for (const file of cases) expect((await door.ask('sophie', 'GET', `/api/cases/${file.case}`)).status).toBe(200)
  expect((await verify(door.home.house)).faults).toEqual([])
  await rebuildProjections(door.home.house)
  expect((await verify(door.home.house)).faults).toEqual([])
}, 600_000)
