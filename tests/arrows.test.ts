import path from 'node:path'
import { expect, test } from 'vitest'
import { findObjections, readSources } from './kit/arrows.ts'

const projectFolder = path.join(import.meta.dirname, '..')

function reasons(file: string, text: string): string[] {
  return findObjections([{ path: file, text }]).map((objection) => objection.reason)
}

test('no file of the house goes against its arrows', () => {
  const files = readSources(projectFolder)
  expect(files.length).toBeGreaterThan(60)
  for (const room of ['domain', 'db', 'app', 'outside', 'tests', 'web']) {
    expect(files.some((file) => file.path.startsWith(`${room}/`))).toBe(true)
  }
  expect(findObjections(files)).toEqual([])
})

test.each([
  ['domain/money.ts', "import { readFileSync } from 'node:fs'", /domain knows no machine/],
  ['domain/money.ts', "import type { Tables } from '#db/tables.ts'", /domain may not see db/],
  ['domain/case/decide.ts', "export { open } from '#app/handle.ts'", /domain may not see app/],
  ['domain/case/decide.ts', "const late = import('#db/tables.ts')", /domain may not see db/],
  ['domain/case/decide.ts', "import { z } from 'zod'", /zod\/mini/],
  ['domain/case/decide.ts', "import { load } from '#catalogue/load.ts'", /domain may not see catalogue/],
  ['db/reads/cases.ts', "import { handle } from '#app/handle.ts'", /db may not see app/],
  ['app/handle.ts', "import { server } from '#http/server.ts'", /app may not see http/],
  ['app/handle.ts', "import pg from 'pg'", /only db speaks to the database/],
  ['http/server.ts', "import { mail } from '#outside/mail.ts'", /http may not see outside/],
  ['outside/mail.ts', "import { handle } from '#app/handle.ts'", /outside may not see app/],
  ['web/shell.tsx', "import { handle } from '#app/handle.ts'", /web may not see app/],
  ['web/shell.tsx', "import { names } from '#catalogue/names.ts'", /web may not see catalogue/],
  ['app/handle.ts', "import { build } from '../db/connect.ts'", /written #db/],
  ['app/handle.ts', "import { ports } from '#app/ports.ts'", /inside a room imports are relative/],
  ['http/utils.ts', 'export const a = 1', /called utils/],
  ['extras/thing.ts', "import { a } from '#domain/money.ts'", /does not know/],
])('%s with %s is objected to', (file, text, objection) => {
  expect(reasons(file, text)).toEqual([expect.stringMatching(objection)])
})

test.each([
  ['Date.now()', /Date\.now/],
  ['new Date()', /new Date\(\)/],
  ['Math.random()', /Math\.random/],
  ['crypto.randomUUID()', /randomUUID/],
  ['process.argv', /process/],
  ["fetch('https://example.org')", /fetch/],
  ['setTimeout(() => {}, 1)', /setTimeout/],
  ['(async () => 1)()', /async/],
])('domain with %s is objected to', (expression, objection) => {
  expect(reasons('domain/money.ts', `export const value = ${expression}`)).toEqual([expect.stringMatching(objection)])
})

test('only config.ts reads the environment', () => {
  expect(reasons('http/server.ts', 'const port = process.env.PORT')).toEqual([expect.stringMatching(/only config\.ts/)])
  expect(reasons('config.ts', 'const port = process.env.PORT')).toEqual([])
})

test('a decision by the name of a scheme or a country is objected to', () => {
  const text = "export const special = (value: { scheme: string }) => value.scheme === 'ofii-cameroon'"
  expect(reasons('app/handle.ts', text)).toEqual([expect.stringMatching(/is data/)])
  expect(reasons('web/card.tsx', "const here = countryCode !== 'CM'")).toEqual([expect.stringMatching(/is data/)])
})

test.each([
  ['domain/case/decide.ts', "import { money } from '../money.ts'\nexport const at = new Date(0)"],
  ['domain/clock.ts', '// Date.now() and process.env are for others\nexport const text = "fetch(Math.random())"'],
  ['domain/money.ts', "import units from '#catalogue/reference/minor-units.json' with { type: 'json' }"],
  ['domain/step.ts', 'export const step = { process: 1, fetch: 2 }\nexport const read = step.process'],
  ['domain/money.test.ts', "import { readFileSync } from 'node:fs'\nexport const at = Date.now()"],
  ['outside/mail.ts', "import type { Mail } from '#app/ports.ts'"],
  ['app/handle.ts', "import { build } from '#db/connect.ts'\nexport const same = scheme === other"],
  ['main.ts', "import { mail } from '#outside/mail.ts'\nimport { readConfig } from './config.ts'"],
])('%s with %s is accepted', (file, text) => {
  expect(reasons(file, text)).toEqual([])
})
