import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')

/** Reads `--name: light-dark(#day, #night)` for one theme. */
function tokens(theme: 'day' | 'night'): Map<string, string> {
  const found = css.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)
  return new Map([...found].map((match) => [match[1] ?? '', (theme === 'day' ? match[2] : match[3]) ?? '']))
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function ratio(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((left, right) => right - left)
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['ground', 'paper', 'sand', 'sand-soft']
const textOn: Readonly<Record<string, readonly string[]>> = {
  ink: [...grounds, 'river-wash', 'clay-wash', 'leaf-wash'],
  'ink-soft': [...grounds, 'river-wash'],
  river: ['ground', 'paper', 'sand-soft', 'river-wash'],
  'river-deep': [...grounds, 'river-wash'],
  clay: ['ground', 'paper'],
  'clay-deep': [...grounds, 'clay-wash'],
  leaf: ['ground', 'paper'],
  'leaf-deep': [...grounds, 'leaf-wash'],
  'on-river': ['river', 'river-deep'],
}
const marksOn: Readonly<Record<string, readonly string[]>> = {
  edge: ['ground', 'paper', 'sand-soft'],
  river: [...grounds, 'river-wash'],
  clay: [...grounds, 'clay-wash'],
  leaf: [...grounds, 'leaf-wash'],
  'depth-4': ['ground'],
  'depth-5': ['ground'],
}

describe.each(['day', 'night'] as const)('the tokens of the %s', (theme) => {
  const colours = tokens(theme)
  const pairs = (table: Readonly<Record<string, readonly string[]>>): [string, string][] =>
    Object.entries(table).flatMap(([name, on]) => on.map((ground): [string, string] => [name, ground]))
  const between = (name: string, ground: string): number => {
    const [one, other] = [colours.get(name), colours.get(ground)]
    if (one === undefined || other === undefined) throw new Error(`no token ${name} or ${ground}`)
    return ratio(one, other)
  }

  it('hold the colours that the look names', () => {
    const named = theme === 'day' ? ['#fbfaf7', '#1e2529', '#1f5f7a'] : ['#14171a', '#e8e6e1', '#7fb8d0']
    expect(['ground', 'ink', 'river'].map((name) => colours.get(name))).toEqual(named)
  })

  it.each(pairs(textOn))('let %s be read on %s (4.5:1)', (name, ground) => {
    expect(between(name, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(pairs(marksOn))('let %s be seen on %s (3:1)', (name, ground) => {
    expect(between(name, ground)).toBeGreaterThanOrEqual(3)
  })

  it('go deeper with every depth of money', () => {
    const depths = [1, 2, 3, 4, 5].map((depth) => between(`depth-${depth}`, 'ground'))
    expect(depths).toEqual([...depths].sort((left, right) => left - right))
  })
})
