import type * as z from 'zod/mini'

import type { Finding, Path } from './problem.ts'
import { nearest } from './problem.ts'

type Issue = z.core.$ZodIssue
type Schema = z.core.$ZodType

/** Turns what a schema objects to into findings in the words of the file. */
export function shapeFindings(value: unknown, issues: readonly Issue[], schema: Schema): Finding[] {
  return issues.flatMap((issue) => findingsOf(value, issue, schema))
}

function findingsOf(root: unknown, issue: Issue, schema: Schema): Finding[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))
  const found = valueAt(root, path)
  const at = { path, facts: { found: shown(found) } }
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey([...path, key], schema))
    case 'invalid_type':
      return [found === undefined ? missing(path) : { ...at, code: 'wrong-type', facts: { expected: issue.expected } }]
    case 'invalid_value':
      return [found === undefined ? missing(path) : unknownWord(path, found, issue.values.map(String))]
    case 'invalid_union':
      return [found === undefined ? missing(path) : unknownWord(path, found, allowedIn(issue))]
    case 'too_small':
    case 'too_big':
      return [{ ...at, code: issue.code.replace('_', '-') }]
    default:
      return [{ ...at, code: /^[a-z-]+$/.test(issue.message) ? issue.message : 'wrong-value' }]
  }
}

function missing(path: Path): Finding {
  const key = String(path.at(-1))
  if (['fr', 'en', 'ar'].includes(key)) return { path, code: 'missing-translation', facts: { language: key } }
  return { path, code: 'missing', facts: { word: key } }
}

function unknownKey(path: Path, schema: Schema): Finding {
  const word = String(path.at(-1))
  const known = [...keysAt(schema, path.slice(0, -1))]
  return withSuggestion({ path, code: 'unknown-key', facts: { word, known }, atKey: true }, nearest(word, known))
}

function unknownWord(path: Path, found: unknown, known: readonly string[]): Finding {
  const suggestion = typeof found === 'string' ? nearest(found, known) : undefined
  // A role is the commonest word of a file, and deserves its own sentence.
  const isRole = known.includes('counsellor')
  const code = isRole ? 'unknown-role' : known.length > 0 ? 'unknown-word' : 'wrong-type'
  return withSuggestion({ path, code, facts: { word: shown(found), known } }, suggestion)
}

function withSuggestion(finding: Finding, suggestion: string | undefined): Finding {
  return suggestion === undefined ? finding : { ...finding, suggestion }
}

function allowedIn(issue: Extract<Issue, { code: 'invalid_union' }>): string[] {
  return issue.errors.flatMap((branch) =>
    branch.flatMap((each) => (each.code === 'invalid_value' ? each.values.map(String) : [])),
  )
}

function shown(value: unknown): unknown {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : typeof value
}

export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined,
    root,
  )
}

/** The words that the format knows at a place, read from the schema itself so that they can never differ from it. */
function keysAt(schema: Schema, path: Path): Iterable<string> {
  let here: Schema | undefined = schema
  for (const part of path) here = here && inside(here, part)
  const shape = here && definitionOf(here).shape
  return shape ? Object.keys(shape) : []
}

type Definition = {
  readonly shape?: Readonly<Record<string, Schema>>
  readonly element?: Schema
  readonly innerType?: Schema
  readonly valueType?: Schema
}

function definitionOf(schema: Schema): Definition {
  const definition = schema._zod.def as Definition
  return definition.innerType ? definitionOf(definition.innerType) : definition
}

function inside(schema: Schema, part: string | number): Schema | undefined {
  const { shape, element, valueType } = definitionOf(schema)
  return shape?.[part] ?? element ?? valueType
}
