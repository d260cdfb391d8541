import { expect, test } from 'vitest'

import type { Activity } from '#domain/project/activity.ts'
import { activityFaults, priceFaults, projectFrom } from '#domain/project/activity.ts'
import { projectProblems, projectWarnings } from '#domain/project/check.ts'
import { projectSchema } from '#domain/project/project.ts'
import { projectResult } from '#domain/project/result.ts'
import type { UsualPrice } from '#domain/project/check.ts'

import { loadActivities, loadPrices } from '../load-activities.ts'

const activities = loadActivities()
const [cameroon] = loadPrices()
const prices: UsualPrice[] = (cameroon?.prices ?? []).map(({ item, unit, price }) => ({
  item,
  unit,
  currency: 'XAF',
  median: price,
}))
const start = { country: 'CM', region: 'CM-CE', currency: 'XAF', firstMonth: '2026-06', language: 'fr' } as const

test('there are at least ten, of different sectors', () => {
  expect(activities.length).toBeGreaterThanOrEqual(10)
  expect(new Set(activities.map(({ sector }) => sector)).size).toBeGreaterThanOrEqual(9)
})

test.each(activities)('$activity becomes a project that computes, and can be saved as it is', (activity) => {
  const project = projectFrom(activity, start, prices)
  expect(projectSchema.safeParse(project).error).toBeUndefined()
  expect(projectProblems(project, { currency: 'XAF' })).toEqual([])
  const result = projectResult(project)
  expect(result.refused).toBe(false)
})

test.each(activities)('every line of $activity has a price in the starting set of Cameroon', (activity) => {
  const project = projectFrom(activity, start, prices)
  const lines = [...project.investments, ...project.sales, ...project.variableCosts, ...project.fixedCosts]
  expect(lines.filter(({ price }) => price === 0).map(({ line }) => line)).toEqual([])
})

test.each(activities)('in a usual month $activity sells for more than it costs, at those prices', (activity) => {
  const result = projectResult(projectFrom(activity, start, prices))
  if (result.refused) throw new Error(result.code)
  expect(result.value.breakEven.sales).not.toBeNull()
  expect(result.value.marginOfSafety).toBeGreaterThan(0)
})

test.each(activities)('what law asks of $activity is said for no country without a source', ({ legal }) => {
  for (const { countries } of legal) for (const said of Object.values(countries)) expect(said.source).not.toBe('')
})

test('a file with an item that the price book does not know is not used', () => {
  const [poultry] = activities as [Activity]
  const faulty = { ...poultry, sales: poultry.sales.map((sale) => ({ ...sale, item: 'gold', quantity: 'gold * 2' })) }
  expect(activityFaults(faulty)).toEqual([
    expect.stringContaining('no item gold'),
    expect.stringContaining('formula-unknown-line'),
  ])
})

test('a price ten times the usual one is a warning at its own place', () => {
  const activity = activities.find((each) => each.activity === 'poultry')!
  const project = projectFrom(activity, start, prices)
  const dear = project.fixedCosts.map((line) => (line.line === 'feed' ? { ...line, price: 145_001 } : line))
  const codes = projectWarnings({ ...project, fixedCosts: dear }, prices)
  expect(codes).toContainEqual(expect.objectContaining({ code: 'price-above-usual', field: 'fixedCosts.0.price' }))
  expect(projectProblems({ ...project, fixedCosts: dear }, { currency: 'XAF' })).toEqual([])
})

test('a price file with a thing, a unit or a source that is not known, or too many decimals, is not used', () => {
  const entry = { item: 'pullet', unit: 'bird', price: 3_800, date: '2026-01-01', source: 'assumption' }
  const file = { country: 'CM', currency: 'XAF', sources: { assumption: cameroon!.sources['assumption']! } }
  const faults = (change: Partial<typeof entry>) => priceFaults({ ...file, prices: [{ ...entry, ...change }] })
  expect(faults({})).toEqual([])
  expect(faults({ item: 'gold' })).toEqual(['no item gold'])
  expect(faults({ unit: 'ounce' })).toEqual(['no unit ounce'])
  expect(faults({ source: 'hearsay' })).toEqual(['pullet: no source hearsay'])
  expect(faults({ price: 3_800.5 })).toEqual(['pullet: more decimals than XAF has'])
})

test('the starting set says of every price that it is an assumption', () => {
  for (const { sources, prices } of loadPrices())
    for (const { source } of prices) expect(sources[source]?.certainty).toBe('assumption')
})
