import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser'
import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

import type { CaseEventData } from '#domain/case/events.ts'
import type { ObligationKind } from '#domain/case/obligations.ts'
import type { Field } from '#domain/field.ts'
import { accreditationCommands } from '#domain/operator/commands/index.ts'
import { callCommands } from '#domain/operator-call/commands/index.ts'
import { draftCommands } from '#domain/draft/commands/index.ts'
import { correctableFields } from '#domain/case/corrections.ts'
import { committeeCommands } from '#domain/committee/commands/index.ts'
import { caseCommands } from '#domain/case/commands/index.ts'
import { roles } from '#domain/role.ts'
import { stageKinds, stepKinds } from '#domain/scheme/scheme.ts'
import { sittingCommands } from '#domain/sitting/commands/index.ts'
import * as eventValues from '#tests/kit/event-values.ts'
import { caseEvents } from '#tests/kit/event-values.ts'

import { kindOfValue } from '../readable.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

const obligationKinds: Readonly<Record<ObligationKind, true>> = {
  step: true,
  visit: true,
  report: true,
  'own-visit': true,
  custody: true,
  tranche: true,
  payment: true,
  difficulty: true,
  'designation-answer': true,
  signature: true,
  escalation: true,
  'by-itself': true,
}

const events: Readonly<Record<string, readonly PropertyKey[]>> = {
  ...caseEvents,
  ...eventValues.sittingEvents,
  ...eventValues.committeeEvents,
  ...eventValues.draftEvents,
  ...eventValues.accreditationEvents,
  ...eventValues.callEvents,
}
const commands: readonly { readonly name: string; readonly fields: Readonly<Record<string, Field>> }[] = [
  ...Object.values(caseCommands),
  ...Object.values(sittingCommands),
  ...Object.values(committeeCommands),
  ...Object.values(draftCommands),
  ...Object.values(accreditationCommands),
  ...Object.values(callCommands),
]

/** English stands for the three: another test holds their keys and values equal. */
function texts(place: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(`${root}web/locales/en/${place}.json`, 'utf8')) as Record<string, string>
}

function keysOf(prefix: string, fields: Readonly<Record<string, Field>>): string[] {
  return Object.entries(fields).flatMap(([field, { options = [] }]) => [
    `${prefix}.${field}`,
    ...options.map((option) => `${prefix}.${field}.option.${option}`),
  ])
}

function fieldKeys(): string[] {
  const corrections = Object.keys(caseEvents).map((type) => correctableFields(type as keyof CaseEventData))
  return [
    ...commands.flatMap(({ name, fields }) => keysOf(name, fields)),
    ...new Set(corrections.flatMap((fields) => keysOf('correct-event.values', fields))),
  ]
}

describe('every word of the tables has its text, and no text is left over', () => {
  const tables: readonly (readonly [place: string, needed: readonly string[], allowed: RegExp])[] = [
    ['command', commands.map(({ name }) => `${name}.title`), /\.help$/],
    ['field', fieldKeys(), /^[a-z-]+\.[a-zA-Z]+\.help$/],
    ['event', Object.keys(events), /^$/],
    ['role', roles, /^$/],
    ['stage', stageKinds, /^$/],
    ['step', stepKinds.flatMap((kind) => [kind, `${kind}.count`]), /^$/],
    ['obligation', Object.keys(obligationKinds).flatMap((kind) => [kind, `${kind}.count`]), /^$/],
  ]
  test.each(tables)('%s', (place, needed, allowed) => {
    const present = Object.keys(texts(place))
    expect(needed.filter((key) => !present.includes(key))).toEqual([])
    const isHelp = (key: string) =>
      allowed.test(key) && needed.some((each) => key === `${each.replace(/\.title$/, '')}.help`)
    expect(present.filter((key) => !needed.includes(key) && !isHelp(key))).toEqual([])
  })
})

describe('the glossary', () => {
  test('names every role, kind of stage and kind of step as the screens do', () => {
    const lines = readFileSync(`${root}GLOSSARY.md`, 'utf8').split('\n')
    const rows = lines.map((line) => line.split('|').map((cell) => cell.trim()))
    const missing = (['role', 'stage', 'step'] as const).flatMap((place) =>
      Object.entries(texts(place))
        .filter(([key]) => !key.endsWith('.count'))
        .filter(([key, words]) => !rows.some(([, code, english]) => code === `\`${key}\`` && english === words))
        .map(([key]) => key),
    )
    expect(missing).toEqual([])
  })
})

describe('the sentences of events', () => {
  test.each(Object.keys(events))('%s names only what the event holds', (type) => {
    const possible = [...(events[type] ?? []).map(String), 'who']
    expect(asked(texts('event')[type] ?? '').filter((name) => !possible.includes(name))).toEqual([])
  })
})

/** Where a refusal is made: its code, and the names of its facts when they are written out. */
type Refused = { readonly code: string; readonly facts: readonly string[] | null; readonly file: string }

const refusals = globSync('{domain,app,db,http,jobs,outside}/**/*.ts', { cwd: root })
  .filter((file) => !file.endsWith('.test.ts') && file !== 'domain/outcome.ts')
  .flatMap((file) => refusalsIn(readFileSync(`${root}${file}`, 'utf8'), file))

describe('the refusals', () => {
  test('are found in the sources', () => {
    expect(refusals.length).toBeGreaterThan(100)
    expect(refusals).toContainEqual({
      code: 'date-ahead',
      facts: ['date', 'today'],
      file: 'domain/case/decide.ts',
    })
  })

  test('have a sentence each', () => {
    const present = texts('refusal')
    expect([...new Set(refusals.map(({ code }) => code))].filter((code) => present[code] === undefined)).toEqual([])
  })

  test('name only facts that every place gives along', () => {
    const present = texts('refusal')
    const lacking = refusals.flatMap(({ code, facts, file }) =>
      [code, `${code}.do`]
        .flatMap((key) => asked(present[key] ?? ''))
        .filter((name) => facts !== null && !facts.includes(name))
        .map((name) => `${code} needs ${name}: ${file}`),
    )
    expect(lacking).toEqual([])
  })

  test('and events use no value without a kind, so that ids and minor units become words', () => {
    const byDomain = new Set(refusals.filter(({ file }) => file.startsWith('domain/')).map(({ code }) => code))
    const messages = [
      ...Object.entries(texts('event')),
      ...Object.entries(texts('refusal')).filter(([key]) => byDomain.has(key.replace(/\.do$/, ''))),
    ]
    const unknown = messages.flatMap(([key, words]) =>
      asked(words).filter((name) => kindOfValue[name] === undefined && kindOfValue[`${key}.${name}`] === undefined),
    )
    expect(unknown).toEqual([])
  })
})

/** The names that a message needs on every way through it or on some. */
function asked(source: string): string[] {
  const names = new Set<string>()
  const visit = (elements: MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue
      if ('value' in element) names.add(element.value)
      if ('options' in element) for (const option of Object.values(element.options)) visit(option.value)
    }
  }
  visit(parse(source, { ignoreTag: true }))
  return [...names]
}

function refusalsIn(source: string, file: string): Refused[] {
  return [...source.matchAll(/\brefuse\(\s*'([a-z-]+)'\s*(,?)\s*/g)].map((match) => {
    const rest = source.slice(match.index + match[0].length)
    const facts = match[2] === '' ? [] : rest.startsWith('{') ? namesIn(rest) : null
    return { code: match[1] ?? '', facts, file }
  })
}

/** The property names of the object literal that the text begins with; null when it spreads another object. */
function namesIn(text: string): readonly string[] | null {
  const parts: string[] = ['']
  let depth = 0
  for (const sign of text) {
    if ('{[('.includes(sign)) depth += 1
    if ('}])'.includes(sign)) depth -= 1
    if (depth === 0) break
    if (sign === ',' && depth === 1) parts.push('')
    else if (depth >= 1) parts[parts.length - 1] += sign
  }
  const entries = parts.map((part) => part.replace(/^\{/, '').trim()).filter((part) => part !== '')
  if (entries.some((entry) => entry.startsWith('...'))) return null
  return entries.map((entry) => /^[\w]+/.exec(entry)?.[0] ?? entry)
}
