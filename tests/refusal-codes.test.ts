import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, test } from 'vitest'

import { refusalCodes } from '#domain/refusal-codes.ts'

const rooms = ['domain', 'app', 'http', 'db', 'contract', 'jobs', 'cli']
const call = /\brefuse\(\s*(?:`|')([a-z][a-z-]*)(?:`|')/g
const root = path.join(import.meta.dirname, '..')

function sourceFiles(room: string): string[] {
  return readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => path.join(root, room, file))
}

const used = new Set(
  rooms
    .flatMap(sourceFiles)
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(call)].map((match) => match[1]!)),
)

test('every refusal that can be given is in the list, and every code of the list can be given', () => {
  expect([...used].sort()).toEqual([...refusalCodes].sort())
})

describe.each(['fr', 'en', 'ar'])('in %s', (language) => {
  const texts: Record<string, string> = JSON.parse(
    readFileSync(path.join(root, `web/locales/${language}/refusal.json`), 'utf8'),
  )

  test('every refusal has a sentence', () => {
    expect(refusalCodes.filter((code) => !texts[code])).toEqual([])
  })
})
