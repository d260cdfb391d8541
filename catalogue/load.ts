import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { checkScheme } from '#domain/scheme/check.ts'
import type { Problem } from '#domain/scheme/problem.ts'
import type { Scheme } from '#domain/scheme/scheme.ts'

/** A scheme file of the catalogue that cannot be used: a fault of the installation, shown with every problem. */
export class SchemeFileError extends Error {
  readonly file: string
  readonly problems: readonly Problem[]

  constructor(file: string, problems: readonly Problem[]) {
    const lines = problems.map(({ line, column, code, path }) => `${file}:${line}:${column} ${code} ${path}`)
    super(lines.join('\n'))
    this.file = file
    this.problems = problems
  }
}

/**
 * Every scheme of a folder, by file name; `*.examples.yaml` are left out. Throws `SchemeFileError` for the first file
 * that does not pass its check.
 */
export function loadSchemes(folder: string): Scheme[] {
  return schemeFiles(folder).map((file) => readScheme(file, readFileSync(file, 'utf8')))
}

/** The scheme in a file's text. Throws `SchemeFileError` when it does not pass its check. */
export function readScheme(file: string, text: string): Scheme {
  const checked = checkScheme(text)
  if ('problems' in checked) throw new SchemeFileError(file, checked.problems)
  return checked.scheme
}

export function schemeFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && !name.endsWith('.examples.yaml'))
    .sort()
    .map((name) => path.join(folder, name))
}
