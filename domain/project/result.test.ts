import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { anyProject, poultryProject } from '#tests/kit/project.ts'

import { instalmentsOf } from './flow.ts'
import type { Project } from './project.ts'
import { projectSchema } from './project.ts'
import type { ProjectResult } from './result.ts'
import { projectResult } from './result.ts'

function resultOf(project: Project): ProjectResult {
  const outcome = projectResult(project)
  if (outcome.refused) throw new Error(`${outcome.code} ${JSON.stringify(outcome.facts)}`)
  return outcome.value
}

function refusalFor(changes: Partial<Project>) {
  const outcome = projectResult(poultryProject(changes))
  return outcome.refused ? outcome : undefined
}

describe('the poultry project', () => {
  const result = resultOf(poultryProject())

  test('what must be paid before the first egg is sold', () => {
    expect(result.startUp).toMatchObject({
      investments: 1_150_000 + 875_000 + 600_000 + 330_000,
      legal: 41_500,
      byPayer: { aid: 2_625_000, own: 330_000, loan: 0, family: 0 },
      money: { total: 3_950_000 },
    })
    expect(result.opening).toBe(3_950_000 - 2_955_000 - 41_500)
  })

  test('the first month costs feed, a helper and interest; sales begin in the second', () => {
    expect(result.months[0]).toMatchObject({
      calendar: '2026-06',
      sales: 0,
      fixedCosts: 16.5 * 14_500 + 35_000,
      interest: 3_000,
      principal: 0,
    })
    expect(result.months[1]).toMatchObject({ calendar: '2026-07', sales: 380_000, variableCosts: 12_000 })
  })

  test('December sells more, as its season says', () => {
    expect(result.months[6]).toMatchObject({ calendar: '2026-12', sales: 494_000 })
  })

  test('the second year covers its costs with fewer eggs than planned', () => {
    const [eggs] = result.breakEven.quantities
    expect(eggs?.quantity).toBeLessThan(eggs?.planned ?? 0)
    expect(result.marginOfSafety).toBeGreaterThan(0)
    expect(result.firstShort).toBeNull()
  })
})

describe('for any project', () => {
  test('cash adds up: what came in less what went out is what is left', () => {
    fc.assert(
      fc.property(anyProject(), (project) => {
        const { opening, months, startUp } = resultOf(project)
        expect(opening).toBe(startUp.money.total - startUp.investments - startUp.legal)
        let cash = opening
        for (const month of months) {
          const { variableCosts, fixedCosts, wage, investments, interest, principal } = month
          expect(month.outs).toBe(variableCosts + fixedCosts + wage + investments + interest + principal)
          cash += month.ins - month.outs
          expect(month.cash).toBe(cash)
        }
      }),
    )
  })

  test('money is missing just when some month runs out of cash, and it is the lowest month that says how much', () => {
    fc.assert(
      fc.property(anyProject(), (project) => {
        const { startUp, lowest, firstShort, opening, months } = resultOf(project)
        expect(startUp.gap).toBe(-lowest.cash)
        expect(firstShort !== null).toBe(startUp.gap > 0)
        expect(Math.min(opening, ...months.map(({ cash }) => cash))).toBe(lowest.cash)
      }),
    )
  })

  test('with exactly the missing money no month is short, with one franc less one is', () => {
    fc.assert(
      fc.property(anyProject(), (project) => {
        const { gap } = resultOf(project).startUp
        fc.pre(gap > 0)
        const aided = (more: number) => ({ ...project, money: { ...project.money, aid: project.money.aid + more } })
        expect(resultOf(aided(gap)).firstShort).toBeNull()
        expect(resultOf(aided(gap - 1)).firstShort).not.toBeNull()
      }),
    )
  })

  test('counted in a currency of a thousandth, everything is a thousand times as much', () => {
    const whole = anyProject().map(wholeUnits)
    fc.assert(
      fc.property(whole, (project) => {
        const small = resultOf(project)
        const large = resultOf(times(project, 1000))
        expect(large.months.map(({ cash }) => cash)).toEqual(small.months.map(({ cash }) => cash * 1000))
        expect(large.startUp.total).toBe(small.startUp.total * 1000)
        expect(large.breakEven.month).toBe(small.breakEven.month)
      }),
    )
  })

  test('a higher price of any cost never improves the cash of any month', () => {
    fc.assert(
      fc.property(anyProject(), fc.nat(400), (project, more) => {
        const before = resultOf(project).months
        for (const list of ['investments', 'variableCosts', 'fixedCosts'] as const) {
          const dearer = project[list].map((line) =>
            typeof line.price === 'number' ? { ...line, price: line.price + more } : line,
          )
          const after = resultOf({ ...project, [list]: dearer }).months
          for (const [at, { cash }] of after.entries()) expect(cash).toBeLessThanOrEqual(before[at]?.cash ?? 0)
        }
      }),
    )
  })

  test('selling just the quantities of the break-even covers the second year', () => {
    fc.assert(
      fc.property(anyProject(), (project) => {
        const { breakEven, months } = resultOf(project)
        fc.pre(breakEven.sales !== null)
        const year = months.slice(12)
        const sum = (of: (month: (typeof year)[number]) => number) => year.reduce((total, each) => total + of(each), 0)
        const sold = sum((each) => each.sales)
        const margin = sold - sum((each) => each.variableCosts)
        const fixed = sum((each) => each.fixedCosts + each.wage + each.interest)
        // The margin of the covering sales, to within the one franc that was rounded up.
        expect(((breakEven.sales ?? 0) / sold) * margin).toBeGreaterThanOrEqual(fixed - 1)
        expect((((breakEven.sales ?? 0) - 1) / sold) * margin).toBeLessThan(fixed + 1)
      }),
    )
  })

  test('the shape reads it back as it is', () => {
    fc.assert(
      fc.property(anyProject(), (project) => {
        expect(projectSchema.safeParse(JSON.parse(JSON.stringify(project)))).toMatchObject({
          success: true,
          data: project,
        })
      }),
    )
  })
})

/** Whole units, whole seasons and no loan: nothing is rounded. */
function wholeUnits(project: Project): Project {
  const whole = <L extends { readonly quantity: unknown }>(lines: readonly L[]) =>
    lines.map((line) => ({ ...line, quantity: typeof line.quantity === 'number' ? line.quantity * 4 : line.quantity }))
  const even = Array.from({ length: 12 }, (_, at) => (at % 3) * 100)
  return {
    ...project,
    investments: whole(project.investments),
    sales: whole(project.sales).map((sale) => ({ ...sale, seasons: even })),
    variableCosts: project.variableCosts.map((cost) => ({ ...cost, quantity: 2_000 })),
    fixedCosts: whole(project.fixedCosts).map((cost) => ({
      ...cost,
      price: typeof cost.price === 'number' ? cost.price : 500,
    })),
    loan: null,
  } as Project
}

/** The same amounts in a currency with three decimals. */
function times(project: Project, by: number): Project {
  const dearer = <L extends { readonly price: unknown }>(lines: readonly L[]) =>
    lines.map((line) => ({ ...line, price: typeof line.price === 'number' ? line.price * by : line.price }))
  const { aid, own, family } = project.money
  return {
    ...project,
    currency: 'TND',
    legal: project.legal.map((step) => ({ ...step, cost: step.cost === null ? null : step.cost * by })),
    investments: dearer(project.investments),
    sales: dearer(project.sales),
    variableCosts: dearer(project.variableCosts),
    fixedCosts: dearer(project.fixedCosts),
    wage: { ...project.wage, amount: project.wage.amount * by },
    money: { aid: aid * by, own: own * by, family: family * by },
  } as Project
}

test('a loan is repaid to the last unit, whatever its terms', () => {
  const terms = fc.record({
    amount: fc.nat(5_000_000),
    interest: fc.nat(10_000),
    months: fc.integer({ min: 1, max: 120 }),
    grace: fc.nat(60),
  })
  fc.assert(
    fc.property(terms, (loan) => {
      const instalments = instalmentsOf(loan)
      expect(instalments.reduce((sum, { principal }) => sum + principal, 0)).toBe(loan.amount)
      expect(instalments.at(-1)?.left).toBe(0)
      expect(instalments.slice(0, loan.grace).every(({ principal }) => principal === 0)).toBe(true)
    }),
  )
})

describe('formulas', () => {
  const { investments, fixedCosts } = poultryProject()
  const cages = (quantity: string) =>
    investments.map((line) => (line.line === 'cages' ? { ...line, quantity: { formula: quantity } } : line))

  test.each([
    ['hens', 600_000],
    ['hens * 2', 1_200_000],
    ['(hens + 50) / 3', 240_000],
    ['hens * 0,5 - 25', 240_000],
    ['٢٥٠ ÷ 2', 300_000],
    ['hens.price / 100', 84_000],
  ])('%s cages cost %i', (formula, cost) => {
    const { startUp } = resultOf(poultryProject({ investments: cages(formula) }))
    expect(startUp.investments - (1_150_000 + 875_000 + 330_000)).toBe(cost)
  })

  test.each([
    ['cages', 'formula-circular', { chain: ['cages', 'cages'] }],
    ['goats', 'formula-unknown-line', { line: 'goats' }],
    ['hens *', 'formula-invalid', { at: 7 }],
    ['hens ^ 2', 'formula-invalid', { at: 5 }],
    ['(hens', 'formula-invalid', { at: 6 }],
    ['process.exit()', 'formula-invalid', {}],
    ['hens / (hens - 250)', 'formula-divides-by-zero', {}],
    ['hens - 251', 'formula-negative', {}],
    ['hens * 1000000 * 1000000', 'amount-too-large', {}],
  ])('%s is refused: %s', (formula, code, facts) => {
    expect(refusalFor({ investments: cages(formula) })).toMatchObject({ code, facts, field: 'investments.2.quantity' })
  })

  test('a circle over several lists names the whole chain', () => {
    const circle = fixedCosts.map((line) =>
      line.line === 'helper' ? { ...line, quantity: { formula: 'cages' } } : line,
    )
    expect(refusalFor({ investments: cages('helper + 1'), fixedCosts: circle })).toMatchObject({
      code: 'formula-circular',
      facts: { chain: ['cages', 'helper', 'cages'] },
    })
  })

  test('a line that stands twice', () => {
    expect(refusalFor({ investments: [...investments, ...investments.slice(0, 1)] })).toMatchObject({
      code: 'line-twice',
      field: 'investments.4.line',
    })
  })

  test('amounts beyond counting', () => {
    const dear = investments.map((line) => ({ ...line, quantity: 9_000_000_000, price: 900_000_000 }))
    expect(refusalFor({ investments: dear })).toMatchObject({ code: 'amount-too-large', field: 'investments' })
  })
})
