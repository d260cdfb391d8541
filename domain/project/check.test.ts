import { describe, expect, test } from 'vitest'

import { poultryProject } from '#tests/kit/project.ts'

import { projectProblems, projectWarnings } from './check.ts'
import type { Project } from './project.ts'

const [house] = poultryProject().investments
const [eggs] = poultryProject().sales
const [trays] = poultryProject().variableCosts

function problems(changes: Partial<Project>) {
  return projectProblems(poultryProject(changes), { currency: 'XAF' })
}

describe('what must be mended', () => {
  test('is nothing in the poultry project', () => {
    expect(problems({})).toEqual([])
  })

  test('is told all at once, each at its own place', () => {
    const found = problems({
      investments: [{ ...house!, title: '', unit: '' }],
      sales: [{ ...eggs!, price: 2_000_000_000 }],
      variableCosts: [{ ...trays!, per: 'milk' }],
      fixedCosts: [],
      legal: [{ step: 'permit', title: '', state: 'to-do', cost: 3_000_000_000 }],
      wage: { amount: 1_000_000_001, from: 1 },
    })
    expect(found.map(({ code, field }) => [code, field])).toEqual([
      ['line-untitled', 'investments.0.title'],
      ['unit-missing', 'investments.0.unit'],
      ['price-absurd', 'sales.0.price'],
      ['unknown-line', 'variableCosts.0.per'],
      ['line-untitled', 'legal.0.title'],
      ['price-absurd', 'legal.0.cost'],
      ['price-absurd', 'wage.amount'],
    ])
  })

  test('a price is absurd by whole units of its own currency', () => {
    const dinars = (price: number) => {
      const sales = [{ ...eggs!, quantity: 1, price }]
      return projectProblems(poultryProject({ currency: 'TND', sales }), { currency: 'TND' })
    }
    expect(dinars(1_000_000_000_000)).toEqual([])
    expect(dinars(1_000_000_000_001)).toMatchObject([{ code: 'price-absurd', field: 'sales.0.price' }])
  })
})

describe('what is worth a second look', () => {
  const usual = [{ item: 'egg-tray', unit: 'tray-30', currency: 'XAF', median: 1_900 }]
  const priced = (price: number) => poultryProject({ sales: [{ ...eggs!, item: 'egg-tray', unit: 'tray-30', price }] })
  const codes = (project: Project) => projectWarnings(project, usual).map(({ code }) => code)

  test('a price beyond ten times the usual one, or below a tenth of it', () => {
    expect(codes(priced(19_001))).toContain('price-above-usual')
    expect(codes(priced(19_000))).not.toContain('price-above-usual')
    expect(codes(priced(189))).toContain('price-below-usual')
    expect(codes(priced(190))).not.toContain('price-below-usual')
  })

  test.each<[string, Partial<Project>, string]>([
    ['a start that is not paid for', { money: { aid: 0, own: 400_000, family: 0 } }, 'start-not-paid'],
    ['a month that runs out', { money: { aid: 2_700_000, own: 0, family: 0 } }, 'month-short'],
    ['a payer with less than their lines', { money: { aid: 3_100_000, own: 0, family: 550_000 } }, 'payer-above-money'],
    ['nothing sold', { sales: [{ ...eggs!, quantity: 0 }] }, 'nothing-sold'],
    ['sold below its cost', { sales: [{ ...eggs!, price: 50 }] }, 'sold-below-cost'],
    ['no income for the person', { wage: { amount: 0, from: 1 } }, 'no-wage'],
    [
      'a step nobody asked about',
      { legal: [{ step: 'tax', title: 'Tax', state: 'unknown', cost: null }] },
      'legal-unknown',
    ],
  ])('%s', (_, changes, code) => {
    expect(codes(poultryProject(changes))).toContain(code)
  })

  test('is nothing as long as the project cannot be computed', () => {
    expect(projectWarnings(poultryProject({ sales: [{ ...eggs!, price: { formula: 'eggs.price' } }] }), usual)).toEqual(
      [],
    )
  })
})
