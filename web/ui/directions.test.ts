import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const web = fileURLToPath(new URL('..', import.meta.url))
const files = globSync('**/*.{tsx,css}', { cwd: web })

/** Utilities and properties that name a side of the screen instead of a side of the text. */
const physical = [
  /(?<![\w-])-?(?:[mp][lr]|left|right|border-[lr]|rounded-(?:[lr]|[tb][lr])|scroll-[mp][lr])-(?:\[|\d|auto|full|px)/,
  /(?<![\w-])(?:text-(?:left|right)|float-(?:left|right)|border-[lr])(?![\w-])/,
  /(?:margin|padding|border)-(?:left|right)\s*:/,
  /^\s*(?:left|right)\s*:/m,
]

describe('every screen turns with the language', () => {
  it('finds the files it speaks about', () => {
    expect(files.length).toBeGreaterThan(30)
  })

  it.each(files)('%s names no left and no right', (file) => {
    const source = readFileSync(path.join(web, file), 'utf8')
    expect(physical.flatMap((pattern) => pattern.exec(source)?.[0] ?? [])).toEqual([])
  })

  it('would notice a physical side', () => {
    expect(physical.some((pattern) => pattern.test('className="ml-4"'))).toBe(true)
    expect(physical.some((pattern) => pattern.test('className="flex text-left"'))).toBe(true)
    expect(physical.some((pattern) => pattern.test('className="ms-4 text-start"'))).toBe(false)
  })
})
