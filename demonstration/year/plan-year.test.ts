import { describe, expect, test } from 'vitest'

import { calendarOf } from '#catalogue/load-calendar.ts'
import { loadSchemes } from '#catalogue/load.ts'
import { caseCommands } from '#domain/case/commands/index.ts'
import { compileRules } from '#domain/scheme/verdict.ts'

import type { Act } from '../act.ts'
import { readYears } from '../read-data.ts'
import { planYear } from './plan-year.ts'

const schemes = loadSchemes('catalogue/schemes')
const years = readYears().map((year) => [year.scheme, year] as const)

function planned(name: string, today: string, most = Infinity): readonly Act[] {
  const year = readYears().find(({ scheme }) => scheme === name)
  const scheme = schemes.find((each) => each.scheme === name)
  const edition = scheme?.editions.find(({ from, to }) => from <= today && (to ?? '9999') >= today)
  if (!year || !scheme || !edition) throw new Error(`nothing to play of ${name} on ${today}`)
  const groups = year.groups.map((group) => ({ ...group, count: Math.min(group.count, most) }))
  const running = { scheme, edition, rules: compileRules(scheme, edition) }
  return planYear(running, { ...year, groups }, calendarOf(scheme.country), today)
}

describe.each(years)('the year of %s', (scheme, { groups }) => {
  const acts = planned(scheme, '2026-11-22')

  test('is the same for the same day, in the order of time, and lies before it', () => {
    expect(planned(scheme, '2026-11-22', 2)).toEqual(planned(scheme, '2026-11-22', 2))
    expect(acts.filter(({ today }) => today >= '2026-11-22')).toEqual([])
    expect(acts.map(({ at }) => at)).toEqual(acts.map(({ at }) => at).toSorted())
  })

  test('has as many files as its cast, and nothing of the simulation stands in for words', () => {
    const files = acts.filter(({ name }) => caseCommands[name]?.kind === 'opens')
    const cast = groups.reduce((sum, { count }) => sum + count, 0)
    expect(files.length).toBeGreaterThan(cast * 0.95)
    expect(acts.filter(({ input }) => Object.values(input).includes('x'))).toEqual([])
  })

  test('can be played on another day, with every act of a case later than the one before it', () => {
    const other = Map.groupBy(planned(scheme, '2028-02-29', 2), ({ stream }) => stream)
    for (const [, told] of other) expect(new Set(told.map(({ at }) => at)).size).toBe(told.length)
  })
})
