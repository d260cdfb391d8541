import { existsSync, readFileSync } from 'node:fs'

import { differencesOf, readExamples } from '#catalogue/examples.ts'
import { holidaysOf } from '#catalogue/load-holidays.ts'
import { compileRules } from '#domain/scheme/verdict.ts'
import type { Scheme } from '#domain/scheme/scheme.ts'

import type { Call } from '../call.ts'
import { sentence } from '../sentence.ts'
import { readScheme } from './read.ts'

/** `scheme check FILE`: says every problem with its line, then plays the worked examples that lie beside the file. */
export function run(call: Call): number {
  const read = readScheme(call)
  if (!read) return call.words.length === 0 ? 2 : 1
  const { file, scheme } = read
  const place = file.replace(/\.yaml$/, '.examples.yaml')
  const wrong = place !== file && existsSync(place) ? wrongExamples(call, scheme, place) : undefined
  if (wrong) return 1
  const count = scheme.editions.length
  call.say(sentence(wrong === undefined ? 'right-without-examples' : 'right', call.language, { file, count }))
  return 0
}

function wrongExamples(call: Call, scheme: Scheme, place: string): number {
  const { examples, edition: name } = readExamples(readFileSync(place, 'utf8'))
  const edition = scheme.editions.find((each) => each.edition === name)
  if (!edition) {
    call.complain(sentence('no-such-edition', call.language, { known: scheme.editions.map((each) => each.edition) }))
    return 1
  }
  const running = { scheme, edition, rules: compileRules(scheme, edition) }
  let wrong = 0
  for (const example of examples)
    for (const { about, expected, found } of differencesOf(example, running, holidaysOf(scheme.country))) {
      wrong += 1
      const facts = {
        example: example.example,
        about,
        expected: JSON.stringify(expected),
        found: JSON.stringify(found),
      }
      call.complain(`${place}: ${sentence('example-differs', call.language, facts)}`)
    }
  return wrong
}
