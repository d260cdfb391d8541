import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { anyProject, poultryProject } from '#tests/kit/project.ts'

import type { Project } from './project.ts'
import { projectResult } from './result.ts'
import type { Assumption } from './what-if.ts'
import { assumptionsOf, decidingAssumption, farthest, whatIf } from './what-if.ts'

/** The first month that runs out of cash if one assumption is otherwise; undefined = none does. */
function shortIf(project: Project, assumption: Assumption, by: number): number | undefined {
  const outcome = whatIf(project, [{ assumption, by }])
  if (outcome.refused) throw new Error(outcome.code)
  return outcome.value.firstShort ?? undefined
}

function decidingOf(project: Project) {
  const outcome = decidingAssumption(project)
  if (outcome.refused) throw new Error(outcome.code)
  return outcome.value
}

/** Enough money that the plan holds. */
function carried(project: Project, spare: number): Project {
  const outcome = projectResult(project)
  const gap = outcome.refused ? 0 : outcome.value.startUp.gap
  return { ...project, money: { ...project.money, aid: Math.max(0, project.money.aid + gap) + spare } }
}

describe('the poultry project', () => {
  test('what decides is a sentence: how much of what, and which month it breaks', () => {
    const { deciding, short } = decidingOf(poultryProject())
    expect(short).toBeNull()
    expect(deciding).not.toBeNull()
    expect(shortIf(poultryProject(), deciding!.assumption, deciding!.by)).toBe(deciding!.month)
  })

  test('dearer feed breaks it in one month, and a point less does not', () => {
    const feed = decidingOf(poultryProject()).thresholds.find(
      ({ assumption }) => assumption.kind === 'cost-price' && assumption.line === 'feed',
    )
    expect(feed?.by).toBeGreaterThan(0)
    expect(shortIf(poultryProject(), feed!.assumption, feed!.by - 1)).toBeUndefined()
  })

  test('a plan that is short already names its month and nothing else', () => {
    const poor = poultryProject({ money: { aid: 2_800_000, own: 100_000, family: 0 } })
    expect(decidingOf(poor)).toMatchObject({ deciding: null, thresholds: [] })
    expect(decidingOf(poor).short).not.toBeNull()
  })
})

describe('for any project', () => {
  test('each threshold is the threshold: at it a month breaks, one step less holds', () => {
    fc.assert(
      fc.property(anyProject(), fc.nat(900_000), (any, spare) => {
        const project = carried(any, spare)
        for (const { assumption, by, month } of decidingOf(project).thresholds) {
          expect(shortIf(project, assumption, by)).toBe(month)
          const less = by - Math.sign(by)
          if (less !== 0) expect(shortIf(project, assumption, less)).toBeUndefined()
        }
      }),
      { numRuns: 60 },
    )
  })

  test('an assumption without a threshold breaks nothing, however far it goes', () => {
    fc.assert(
      fc.property(anyProject(), fc.nat(3_000_000), fc.nat(), (any, spare, part) => {
        const project = carried(any, spare)
        const known = decidingOf(project).thresholds.map(({ assumption }) => JSON.stringify(assumption))
        for (const assumption of assumptionsOf(project)) {
          if (known.includes(JSON.stringify(assumption))) continue
          const end = farthest[assumption.kind]
          for (const by of [end, Math.sign(end) * (part % (Math.abs(end) + 1))])
            expect(shortIf(project, assumption, by), JSON.stringify(assumption)).toBeUndefined()
        }
      }),
      { numRuns: 40 },
    )
  })

  test('the deciding one is the first of them, and worst first means worst first', () => {
    fc.assert(
      fc.property(anyProject(), fc.nat(900_000), (any, spare) => {
        const { deciding, thresholds } = decidingOf(carried(any, spare))
        expect(deciding).toEqual(thresholds[0] ?? null)
        const weights = thresholds.map(({ assumption, by }) =>
          assumption.kind === 'delay' ? (by * 100) / 12 : Math.abs(by),
        )
        expect(weights).toEqual(weights.toSorted((one, other) => one - other))
      }),
      { numRuns: 40 },
    )
  })

  test('no change changes nothing', () => {
    fc.assert(
      fc.property(anyProject(), (project) => {
        const changes = assumptionsOf(project).map((assumption) => ({ assumption, by: 0 }))
        expect(whatIf(project, changes)).toEqual(projectResult(project))
      }),
    )
  })
})
