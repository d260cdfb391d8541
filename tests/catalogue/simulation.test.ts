import { describe, expect, test } from 'vitest'

import { loadSchemes } from '#catalogue/load.ts'
import { foldCase } from '#domain/case/case.ts'
import { paidOn } from '#domain/case/state.ts'
import { beneficiaryOf } from '#domain/scheme/beneficiary.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import type { Edition, Step } from '#domain/scheme/scheme.ts'
import { compileRules } from '#domain/scheme/verdict.ts'
import { reportOf } from '#domain/simulation/report.ts'
import { simulate } from '#domain/simulation/simulate.ts'

const editions = loadSchemes('catalogue/schemes').flatMap((scheme) =>
  scheme.editions.map((edition): RunningEdition => ({ scheme, edition, rules: compileRules(scheme, edition) })),
)

describe.each(editions.map((running) => [`${running.scheme.scheme} ${running.edition.edition}`, running] as const))(
  'forty invented people in %s',
  (_name, running) => {
    const lives = simulate(running, 40, 7)

    test('find no dead end, and do every step', () => {
      const { deadEnds, neverDone, people } = reportOf(running, lives)
      expect(deadEnds).toEqual([])
      expect(neverDone).toEqual([])
      expect(people).toBe(40)
    })

    test('are never paid more than they were granted', () => {
      for (const { state } of lives)
        for (const tranche of state.award?.tranches ?? []) expect(paidOn(tranche)).toBeLessThanOrEqual(tranche.amount)
    })

    test('end in more ways than one, some of them at the end of the road', () => {
      const { endings } = reportOf(running, lives)
      expect(endings.completed).toBeGreaterThan(0)
      // A group is held, or it is not: nobody is refused, and nobody's leaving ends it.
      const ways = beneficiaryOf(running.edition) === 'group' ? 1 : 2
      expect(Object.keys(endings).length).toBeGreaterThanOrEqual(ways)
    })
  },
)

const cameroon = editions.find(({ scheme }) => scheme.scheme === 'ofii-cameroon')

/** The newest edition of OFII Cameroon with one step changed. */
function changed(stepId: string, change: Partial<Step>): RunningEdition {
  const running = cameroon
  if (!running) throw new Error('OFII Cameroon is not in the catalogue')
  const journey = running.edition.journey.map((stage) => ({
    ...stage,
    steps: stage.steps.map((step) => (step.step === stepId ? { ...step, ...change } : step)),
  }))
  const edition: Edition = { ...running.edition, journey }
  return { ...running, edition }
}

describe('a simulation', () => {
  test('is the same for the same seed and another for another', () => {
    const running = changed('idea', {})
    const told = (seed: number) => JSON.stringify(simulate(running, 5, seed).map(({ state }) => state))
    expect(told(3)).toBe(told(3))
    expect(told(3)).not.toBe(told(4))
  })

  test('finds the step whose role may not do it', () => {
    const running = changed('verdict', { by: 'funder' })
    const { deadEnds, neverDone } = reportOf(running, simulate(running, 10, 1))
    expect(deadEnds).toEqual([expect.objectContaining({ step: 'verdict', code: 'role-may-not', count: 10 })])
    expect(neverDone).toContain('departure')
  })

  test('finds the step that comes before what it needs', () => {
    const running = changed('agreement', { needs: ['final-report'] })
    const { deadEnds } = reportOf(running, simulate(running, 10, 1))
    expect(deadEnds).toContainEqual(expect.objectContaining({ step: 'agreement', code: 'never-open' }))
  })

  test('begins from nothing', () => {
    expect(foldCase('x', [])).toMatchObject({ version: 0, status: 'open' })
    expect(simulate(changed('idea', {}), 0, 1)).toEqual([])
  })
})
