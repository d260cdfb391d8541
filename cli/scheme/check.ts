import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { parse } from 'yaml'

import { differencesOf, editionFor, readExamples } from '#catalogue/examples.ts'
import type { Example, Examples } from '#catalogue/examples.ts'
import { calendarOf } from '#catalogue/load-calendar.ts'
import { unknownElsewhere } from '#domain/scheme/check-elsewhere.ts'
import { compileRules } from '#domain/scheme/verdict.ts'
import { schemeSchema } from '#domain/scheme/scheme.ts'
import type { Scheme } from '#domain/scheme/scheme.ts'

import type { Call } from '../call.ts'
import { sentence } from '../sentence.ts'
import { problemLine, readScheme } from './read.ts'

/**
 * `scheme check FILE`: says every problem with its line, then plays the worked examples that lie beside the file, and
 * names what it expects of other schemes that do not lie there.
 */
export function run(call: Call): number {
  const read = readScheme(call)
  if (!read) return call.words.length === 0 ? 2 : 1
  const { file, scheme } = read
  const place = file.replace(/\.yaml$/, '.examples.yaml')
  const wrong = place !== file && existsSync(place) ? wrongExamples(call, scheme, place) : undefined
  if (wrong) return 1
  for (const stranger of unknownElsewhere(scheme, schemesBeside(file)))
    call.say(sentence('not-in-catalogue', call.language, stranger))
  const count = scheme.editions.length
  call.say(sentence(wrong === undefined ? 'right-without-examples' : 'right', call.language, { file, count }))
  return 0
}

/** Other schemes by name, from the same folder: each is read once, and left to its own check. */
function schemesBeside(file: string): (name: string) => Scheme | undefined {
  const known = new Map<string, Scheme | undefined>()
  return (name) => {
    const place = path.join(path.dirname(file), `${name}.yaml`)
    if (!known.has(name)) known.set(name, existsSync(place) ? readUnchecked(place) : undefined)
    return known.get(name)
  }
}

/** A scheme as it lies there, as far as it is one. */
function readUnchecked(place: string): Scheme | undefined {
  try {
    const read = schemeSchema.safeParse(parse(readFileSync(place, 'utf8')))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

function wrongExamples(call: Call, scheme: Scheme, place: string): number {
  const read = readExamples(readFileSync(place, 'utf8'))
  if ('problems' in read) {
    for (const problem of read.problems) call.complain(problemLine(place, problem, call.language))
    return read.problems.length
  }
  const { value } = read
  return value.examples.reduce((wrong, example) => wrong + differencesIn(call, scheme, place, value, example), 0)
}

function differencesIn(call: Call, scheme: Scheme, place: string, examples: Examples, example: Example): number {
  const edition = editionFor(example, examples, scheme)
  if (!edition) {
    call.complain(sentence('no-such-edition', call.language, { known: scheme.editions.map((each) => each.edition) }))
    return 1
  }
  const running = { scheme, edition, rules: compileRules(scheme, edition) }
  const differences = differencesOf(example, running, calendarOf(scheme.country))
  for (const { about, expected, found } of differences) {
    const values = { expected: JSON.stringify(expected), found: JSON.stringify(found) }
    const facts = { example: example.example, about, ...values }
    call.complain(`${place}: ${sentence('example-differs', call.language, facts)}`)
  }
  return differences.length
}
