import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { OtherProject } from './similar.ts'
import { similarProjects, smallestCount } from './similar.ts'

const here = {
  activity: 'poultry',
  sector: 'poultry',
  region: 'CM-CE',
  today: '2026-11-01',
  threshold: { starts: 2, months: 12 },
}

function other(changes: Partial<OtherProject> = {}): OtherProject {
  return {
    case: 'a',
    seen: false,
    sector: 'poultry',
    activity: 'poultry',
    region: 'CM-CE',
    startedOn: '2026-05-01',
    aliveAt6: true,
    aliveAt12: null,
    closedOn: null,
    closedFor: null,
    ...changes,
  }
}

const anyOther = fc
  .record({
    seen: fc.boolean(),
    region: fc.constantFrom('CM-CE', 'CM-LT', 'CM-EN', null),
    startedOn: fc.constantFrom('2024-01-01', '2026-05-01', null),
    aliveAt6: fc.constantFrom(true, false, null),
    aliveAt12: fc.constantFrom(true, false, null),
    closedFor: fc.constantFrom('completed', 'withdrew', null),
  })
  .map(other)

describe('similar projects', () => {
  test('are told by how near they are, with what became of them', () => {
    const { groups } = similarProjects(
      [1, 2, 3, 4, 5, 6].map((n) => other({ aliveAt6: n > 3 })),
      here,
    )
    expect(groups[0]).toMatchObject({ near: 'same-region', projects: 6, aliveAt6: { seen: 6, alive: 3 } })
    expect(groups[2]).toMatchObject({ near: 'elsewhere', projects: 0, aliveAt6: null })
  })

  test('fewer than three are not told of strangers, and are of one’s own cases', () => {
    expect(similarProjects([other(), other()], here).groups[0]).toMatchObject({ projects: null, aliveAt6: null })
    const own = [other({ seen: true }), other({ seen: true, aliveAt6: false })]
    expect(similarProjects(own, here).groups[0]).toMatchObject({ projects: 2, aliveAt6: { seen: 2, alive: 1 } })
  })

  test('what is left of a count without one’s own cases is never one or two', () => {
    fc.assert(
      fc.property(fc.array(anyOther, { maxLength: 14 }), (others) => {
        const own = similarProjects(
          others.filter(({ seen }) => seen),
          here,
        ).groups
        similarProjects(others, here).groups.forEach((group, at) => {
          const mine = own[at]!
          const left = [
            [group.projects, mine.projects],
            [group.started, mine.started],
            ...(['aliveAt6', 'aliveAt12'] as const).flatMap((of) => [
              [group[of]?.seen ?? null, mine[of]?.seen ?? 0],
              [group[of]?.alive ?? null, mine[of]?.alive ?? 0],
            ]),
            ...group.closed.map(({ reason, projects }) => [
              projects,
              mine.closed.find((each) => each.reason === reason)?.projects ?? 0,
            ]),
          ].flatMap(([all, known]) => (all === null || all === undefined ? [] : [all - (known ?? 0)]))
          expect(left.filter((count) => count > 0 && count < smallestCount)).toEqual([])
        })
      }),
    )
  })

  test('only cases that the reader may open are listed', () => {
    const { cases } = similarProjects([other({ case: 'mine', seen: true }), other({ case: 'theirs' })], here)
    expect(cases.map((each) => each.case)).toEqual(['mine'])
  })
})

describe('too many of one trade in one place', () => {
  const three = [other(), other(), other()]

  test('is a warning above the threshold of the activity', () => {
    expect(similarProjects(three, here).saturation).toEqual({
      activity: 'poultry',
      region: 'CM-CE',
      starts: 3,
      threshold: 2,
      months: 12,
    })
  })

  test.each([
    ['at the threshold', three.slice(1), {}],
    ['of another trade', three.map((each) => ({ ...each, activity: 'broilers' })), {}],
    ['elsewhere', three.map((each) => ({ ...each, region: 'CM-LT' })), {}],
    ['long ago', three.map((each) => ({ ...each, startedOn: '2025-10-01' })), {}],
    ['not begun', three.map((each) => ({ ...each, startedOn: null })), {}],
    ['without a threshold', three, { threshold: undefined }],
    ['without a place', three, { region: null }],
  ])('is none %s', (_, others, changes) => {
    expect(similarProjects(others, { ...here, ...changes }).saturation).toBeNull()
  })
})
