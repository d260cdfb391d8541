import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { rememberWebBuild, webIsBuilt, whyStale } from './bootstrap.mjs'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'homeward-bootstrap-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

type Entry = { version: string; optional?: boolean }

function write(place: string, text: string): void {
  mkdirSync(path.dirname(path.join(folder, place)), { recursive: true })
  writeFileSync(path.join(folder, place), text)
}

function lock(place: string, packages: Record<string, Entry>): void {
  write(place, JSON.stringify({ packages: { '': {}, ...packages } }))
}

test('an installation that is missing, incomplete or out of date is noticed, and one that is right is left alone', () => {
  lock('package-lock.json', { 'node_modules/one': { version: '1.0.0' }, 'node_modules/two': { version: '2.0.0' } })
  expect(whyStale(folder)).toBe('nothing is installed yet')
  lock('node_modules/.package-lock.json', { 'node_modules/one': { version: '1.0.0' } })
  expect(whyStale(folder)).toBe('two is new')
  lock('node_modules/.package-lock.json', {
    'node_modules/one': { version: '0.9.0' },
    'node_modules/two': { version: '2.0.0' },
  })
  expect(whyStale(folder)).toBe('one has changed')
  lock('node_modules/.package-lock.json', {
    'node_modules/one': { version: '1.0.0' },
    'node_modules/two': { version: '2.0.0' },
  })
  expect(whyStale(folder)).toBe(null)
})

test('packages of other systems may be absent, and a broken list counts as nothing installed', () => {
  lock('package-lock.json', { 'node_modules/other-system': { version: '1.0.0', optional: true } })
  lock('node_modules/.package-lock.json', {})
  expect(whyStale(folder)).toBe(null)
  write('node_modules/.package-lock.json', '{ "packages": {')
  expect(whyStale(folder)).toBe('nothing is installed yet')
})

test('the screens are out of date when a source of theirs changed, and not when a test of theirs did', () => {
  write('web/shell.tsx', 'one')
  write('domain/money.ts', 'one')
  expect(webIsBuilt(folder)).toBe(false)
  rememberWebBuild(folder)
  expect(webIsBuilt(folder)).toBe(true)
  write('web/shell.test.tsx', 'one')
  write('server/other.ts', 'one')
  expect(webIsBuilt(folder)).toBe(true)
  write('domain/money.ts', 'two')
  expect(webIsBuilt(folder)).toBe(false)
})

test('a command runs on the project Node with its arguments, and its exit code comes back', () => {
  cpSync(path.join(import.meta.dirname, 'bootstrap.mjs'), path.join(folder, 'bootstrap.mjs'))
  write('cli/homeward.ts', 'console.log(process.argv.slice(2).join(" ")); process.exitCode = 7')
  const ran = runBootstrap('homeward', 'scheme', 'check', '--all')
  expect(ran).toEqual({ code: 7, out: 'scheme check --all\n', complaint: '' })
})

test('an unknown command and a missing part are each refused in one sentence', () => {
  cpSync(path.join(import.meta.dirname, 'bootstrap.mjs'), path.join(folder, 'bootstrap.mjs'))
  expect(runBootstrap('begin')).toEqual({
    code: 1,
    out: '',
    complaint: 'Say what to do: node bootstrap.mjs start | dev | test | check | bench | build | homeward.\n',
  })
  expect(runBootstrap('bench')).toEqual({
    code: 1,
    out: '',
    complaint: 'bench/run.ts is missing from this copy of Homeward.\n',
  })
})

function runBootstrap(...words: string[]): { code: number | null; out: string; complaint: string } {
  const ran = spawnSync(process.execPath, [path.join(folder, 'bootstrap.mjs'), ...words], { encoding: 'utf8' })
  return { code: ran.status, out: ran.stdout, complaint: ran.stderr }
}
