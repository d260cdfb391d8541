import { existsSync } from 'node:fs'

import { differences } from '#domain/scheme/difference.ts'
import { differenceText, isAboutSource } from '#domain/scheme/difference-text.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

import type { Call } from '../call.ts'
import { sentence } from '../sentence.ts'
import { editionOf, readScheme } from './read.ts'

/**
 * `scheme diff A B [--language fr] [--sources]`: what differs from A to B, in sentences. Each is a file or a scheme of
 * the catalogue, with `@EDITION` for another edition than the newest. What only rests on another source is counted,
 * and said with `--sources`.
 */
export function run(call: Call): number {
  const [first, second] = call.words
  if (first === undefined || second === undefined) {
    call.complain(sentence('name-two-editions', call.language))
    return 2
  }
  const before = editionNamed(call, first)
  const after = before && editionNamed(call, second)
  if (!before || !after) return 1
  const found = differences(before.edition, after.edition)
  const sources = found.filter(isAboutSource)
  const said = call.options['sources'] ? found : found.filter((each) => !sources.includes(each))
  for (const each of said) call.say(`- ${differenceText(each, { before, after }, call.language)}`)
  if (found.length === 0) call.say(sentence('no-differences', call.language))
  if (said.length < found.length) call.say(sentence('other-sources', call.language, { count: sources.length }))
  return 0
}

function editionNamed(call: Call, word: string): RunningEdition | undefined {
  const [name = '', edition] = word.split('@')
  const file = existsSync(name) ? name : `catalogue/schemes/${name}.yaml`
  const read = readScheme({ ...call, words: [existsSync(file) ? file : name] })
  const { edition: _, ...options } = call.options
  return read && editionOf({ ...call, options: edition === undefined ? options : { ...options, edition } }, read.scheme)
}
