import { existsSync, readFileSync } from 'node:fs'

import { problemSentence } from '#catalogue/problem-sentence.ts'
import { checkScheme } from '#domain/scheme/check.ts'
import type { Problem } from '#domain/scheme/problem.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import type { Scheme } from '#domain/scheme/scheme.ts'
import { compileRules } from '#domain/scheme/verdict.ts'

import type { Call, Language } from '../call.ts'
import { sentence } from '../sentence.ts'

/** The scheme of the file that the call names; undefined after having said why there is none. */
export function readScheme(call: Call): { readonly file: string; readonly scheme: Scheme } | undefined {
  const [file] = call.words
  if (file === undefined || !existsSync(file)) {
    call.complain(sentence(file === undefined ? 'name-a-file' : 'no-such-file', call.language, { file }))
    return undefined
  }
  const checked = checkScheme(readFileSync(file, 'utf8'))
  if ('scheme' in checked) return { file, scheme: checked.scheme }
  for (const problem of checked.problems) call.complain(problemLine(file, problem, call.language))
  call.complain(sentence('problems', call.language, { count: checked.problems.length, file }))
  return undefined
}

/** `FILE:LINE:COLUMN sentence`, as editors and terminals make it a link. */
export function problemLine(file: string, problem: Problem, language: Language): string {
  return `${file}:${problem.line}:${problem.column} ${problemSentence(problem, language)}`
}

/** The edition named by `--edition`, otherwise the newest, ready to run; undefined after having said what there is. */
export function editionOf(call: Call, scheme: Scheme): RunningEdition | undefined {
  const newest = [...scheme.editions].sort((one, other) => (one.from < other.from ? 1 : -1))
  const wanted = call.options['edition']
  const edition = wanted === undefined ? newest[0] : newest.find((each) => each.edition === wanted)
  if (edition) return { scheme, edition, rules: compileRules(scheme, edition) }
  call.complain(sentence('no-such-edition', call.language, { known: newest.map((each) => each.edition) }))
  return undefined
}
