import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, test } from 'vitest'

const rooms = ['domain', 'app', 'http', 'db', 'contract', 'jobs', 'cli']
const call = /\brefuse\(\s*(?:`|')([a-z][a-z-]*)(?:`|')/g
const root = path.join(import.meta.dirname, '..')

/** Doors of the world outside and the screens give reasons of their own. */
const others = ['outside', 'web']

function sourceFiles(room: string): string[] {
  return readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .map((file) => path.join(root, room, file))
}

const used = new Set(
  rooms
    .flatMap(sourceFiles)
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(call)].map((match) => match[1]!)),
)

const sources = [...rooms, ...others]
  .flatMap(sourceFiles)
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')

describe.each(['fr', 'en', 'ar'])('in %s', (language) => {
  const texts: Record<string, string> = JSON.parse(
    readFileSync(path.join(root, `web/locales/${language}/refusal.json`), 'utf8'),
  )

  test('every refusal that can be given has a sentence, and every sentence a refusal', () => {
    expect([...used].filter((code) => !texts[code])).toEqual([])
    const said = Object.keys(texts).map((key) => key.replace(/\.do$/, ''))
    expect(said.filter((code) => code !== 'unnamed' && !sources.includes(`'${code}'`))).toEqual([])
  })
})
