import type { Alias, Document } from 'yaml'
import { LineCounter, parseDocument, visit } from 'yaml'
import type * as z from 'zod/mini'

import { largestFile } from '../field.ts'
import { checkPublished } from './check-published.ts'
import type { Published } from './check-published.ts'
import { checkReferences } from './check-references.ts'
import { checkRules } from './check-rules.ts'
import { shapeFindings } from './check-shape.ts'
import type { Finding, Problem } from './problem.ts'
import { located } from './problem.ts'
import type { Scheme } from './scheme.ts'
import { schemeSchema } from './scheme.ts'

const mostAliases = 100
const deepestNesting = 200
const mostProblems = 100

export type Checked = { readonly scheme: Scheme } | { readonly problems: readonly Problem[] }

/** A file that has its shape: what it holds, and where in the file something else that is found out stands. */
type Shaped<T> = { readonly value: T; place(findings: readonly Finding[]): readonly Problem[] }

/**
 * Reads the text of a scheme file and says everything that is wrong with it, with line, column and, where a word is
 * misspelt, the word that was probably meant. Codes are listed, with their sentences, in
 * `catalogue/scheme-problems.json`. Never throws; a file that is no file at all is a problem too. With `published`, the file
 * must also go with what is published already.
 */
export function checkScheme(text: string, published?: Published): Checked {
  const shaped = readShaped(text, schemeSchema)
  if ('problems' in shaped) return shaped
  const findings = meaningFindings(shaped.value, published)
  return findings.length === 0 ? { scheme: shaped.value } : { problems: shaped.place(findings) }
}

/** Reads a YAML text of a known shape, in the same words and with the same care as a scheme file. Never throws. */
export function readShaped<T>(
  text: string,
  schema: z.ZodMiniType<T>,
): Shaped<T> | { readonly problems: readonly Problem[] } {
  if (text.length > largestFile) return only('too-large', { limit: largestFile })
  if (deepest(text) > deepestNesting) return only('too-deep')
  const lines = new LineCounter()
  const document = read(text, lines)
  if (document === undefined) return only('too-deep')
  const broken = readingProblems(document, lines)
  if (broken.length > 0) return { problems: broken }
  const value = plainValue(document)
  if (value === undefined) return only('too-many-aliases', { limit: mostAliases })
  const place = (findings: readonly Finding[]) =>
    findings
      .slice(0, mostProblems)
      .map((finding) => located(finding, document, lines))
      .sort((one, other) => one.line - other.line || one.column - other.column)
  const parsed = schema.safeParse(value)
  return parsed.success
    ? { value: parsed.data, place }
    : { problems: place(shapeFindings(value, parsed.error.issues, schema)) }
}

function meaningFindings(scheme: Scheme, published: Published | undefined): Finding[] {
  const findings: Finding[] = []
  const report = (finding: Finding) => findings.push(finding)
  checkReferences(scheme, report)
  if (published) checkPublished(scheme, published, report)
  scheme.editions.forEach((_, index) => checkRules(scheme, index, report))
  return findings
}

function only(code: string, facts: Record<string, unknown> = {}): { readonly problems: readonly Problem[] } {
  return { problems: [{ line: 1, column: 1, path: '', code, facts }] }
}

/** How deep brackets lie in one another, wherever they stand: the parser takes long over what only opens. */
function deepest(text: string): number {
  let [depth, most] = [0, 0]
  for (const sign of text) {
    if (sign === '[' || sign === '{') most = Math.max(most, (depth += 1))
    else if (sign === ']' || sign === '}') depth = Math.max(0, depth - 1)
  }
  return most
}

function read(text: string, lineCounter: LineCounter): Document | undefined {
  try {
    return parseDocument(text, { lineCounter, version: '1.2', schema: 'core', prettyErrors: false })
  } catch {
    // Only nesting beyond what the parser's own recursion can hold gets here.
    return undefined
  }
}

function readingProblems(document: Document, lines: LineCounter): Problem[] {
  const problems = [...document.errors, ...document.warnings].map((error) => {
    const { line, col } = lines.linePos(error.pos[0])
    return { line, column: col, path: '', code: 'not-yaml', facts: { reason: error.code } }
  })
  let aliases = 0
  visit(document, {
    Alias(_key: unknown, node: Alias) {
      aliases += 1
      if (aliases !== mostAliases + 1) return
      const { line, col } = lines.linePos(node.range?.[0] ?? 0)
      problems.push({ line, column: col, path: '', code: 'too-many-aliases', facts: { limit: mostAliases } as never })
    },
  })
  return problems
}

/** The plain value, or undefined when aliases would blow it up (each may stand for others: a bomb). */
function plainValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: mostAliases }) ?? null
  } catch {
    return undefined
  }
}
