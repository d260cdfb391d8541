import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { expect, test } from 'vitest'

import { loadSchemes } from '#catalogue/load.ts'

/** The files that tell stories through the HTTP door, and carry at least one case to its end. */
const stories = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.database.test.ts'))
  .map((name) => readFileSync(path.join(import.meta.dirname, name), 'utf8'))
  .filter((text) => text.includes('isFinished('))

test.each(loadSchemes('catalogue/schemes').map(({ scheme }) => scheme))(
  '%s has its story through the HTTP door',
  (scheme) => {
    expect(stories.filter((text) => new RegExp(`(story|begins)\\(\\[?[^)]*'${scheme}'`).test(text))).not.toEqual([])
  },
)
