import fc from 'fast-check'

import type { Figure, Project } from '#domain/project/project.ts'
import { newProject, payers } from '#domain/project/project.ts'

import type { Deed } from './case.ts'

/** 250 laying hens near Yaoundé, as an adviser would write it down: the poultry project of the story. Francs CFA. */
export function poultryProject(changes: Partial<Project> = {}): Project {
  const usual = Array.from({ length: 12 }, () => 100)
  return {
    ...newProject({ activity: 'poultry', country: 'CM', region: 'CM-CE', currency: 'XAF', firstMonth: '2026-06' }),
    words: { idea: 'Two hundred and fifty layers, eggs sold in the quarter.', customers: 'Shops and two restaurants.' },
    judgements: { relevance: 'good', market: 'good', budget: 'fair' },
    legal: [{ step: 'registration', title: 'Entry in the trade register', state: 'to-do', cost: 41_500 }],
    investments: [
      line('house', 'Poultry house', 'piece', 1000, 1_150_000, { payer: 'aid', month: 0 }),
      line('hens', 'Point-of-lay hens', 'bird', 250_000, 3_500, { payer: 'aid', month: 0 }),
      line('cages', 'Cages', 'place', { formula: 'hens' }, 2_400, { payer: 'aid', month: 0 }),
      line('well', 'Share of a well', 'piece', 1000, 330_000, { payer: 'own', month: 0 }),
    ],
    sales: [line('eggs', 'Eggs', 'tray of 30', 200_000, 1_900, { from: 2, seasons: [...usual.slice(1), 130] })],
    variableCosts: [line('trays', 'Trays', 'piece', 1000, 60, { per: 'eggs' })],
    fixedCosts: [
      line('feed', 'Layer feed', 'bag of 50 kg', { formula: 'hens * 0.066' }, 14_500, { from: 1 }),
      line('helper', 'Helper', 'month', 1000, 35_000, { from: 1 }),
    ],
    wage: { amount: 40_000, from: 4 },
    money: { aid: 3_100_000, own: 400_000, family: 150_000 },
    loan: { amount: 300_000, interest: 1_200, months: 18, grace: 3 },
    ...changes,
  }
}

function line<M extends object>(name: string, title: string, unit: string, quantity: Figure, price: Figure, more: M) {
  return { line: name, title, unit, quantity, price, ...more }
}

const quantity = fc.integer({ min: 0, max: 400 }).map((units) => units * 250)
const price = fc.integer({ min: 0, max: 60_000 })
const season = fc.constantFrom(0, 50, 80, 100, 100, 120, 175)

/** The poultry project saved, between the idea's approval and its study. */
export const savedProject: Deed = {
  command: 'save-project',
  by: 'adviser',
  day: '2026-03-20',
  input: { project: poultryProject() },
}

/** Any plan that people could mean: a few lines of each kind, money, sometimes a loan, sometimes formulas. */
export function anyProject(): fc.Arbitrary<Project> {
  const lists = fc.record({
    investments: fc.array(fc.record({ quantity, price, payer: fc.constantFrom(...payers), month: fc.nat(24) }), {
      maxLength: 4,
    }),
    sales: fc.array(
      fc.record({
        quantity,
        price,
        from: fc.integer({ min: 1, max: 24 }),
        seasons: fc.array(season, { minLength: 12, maxLength: 12 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    variableCosts: fc.array(
      fc.record({ quantity: fc.integer({ min: 0, max: 2_000 }), price: fc.nat(800), per: fc.nat(2) }),
      {
        maxLength: 3,
      },
    ),
    fixedCosts: fc.array(fc.record({ quantity, price, from: fc.integer({ min: 1, max: 24 }), follows: fc.boolean() }), {
      maxLength: 3,
    }),
  })
  const money = fc.record({ aid: fc.nat(6_000_000), own: fc.nat(900_000), family: fc.nat(900_000) })
  const loan = fc.option(
    fc.record({
      amount: fc.nat(2_000_000),
      interest: fc.nat(3_000),
      months: fc.integer({ min: 7, max: 48 }),
      grace: fc.nat(6),
    }),
  )
  const wage = fc.record({ amount: fc.nat(90_000), from: fc.integer({ min: 1, max: 24 }) })
  return fc.record({ lists, money, loan, wage }).map(({ lists, ...rest }) => {
    const named = (list: string, at: number) => ({ line: `${list}_${at}`, title: `${list} ${at}`, unit: 'piece' })
    return poultryProject({
      ...rest,
      investments: lists.investments.map((each, at) => ({ ...named('thing', at), ...each })),
      sales: lists.sales.map((each, at) => ({ ...named('sale', at), ...each })),
      variableCosts: lists.variableCosts.map(({ per, ...each }, at) => ({
        ...named('use', at),
        ...each,
        per: `sale_${per % lists.sales.length}`,
      })),
      fixedCosts: lists.fixedCosts.map(({ follows, ...each }, at) => ({
        ...named('cost', at),
        ...each,
        ...(follows && at > 0 ? { price: { formula: 'cost_0 * 1.5' } } : {}),
      })),
    })
  })
}
