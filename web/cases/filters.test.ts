import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { changed, countBehind, countsOf, listPath, narrowing, readFilters, sameFilters } from './filters.ts'

const rows = [
  { region: 'CM-CE', stage: 'project', count: 3 },
  { region: 'CM-CE', stage: 'closed', count: 2 },
  { region: 'CM-LT', stage: 'project', count: 5 },
]

describe('the filters of the list', () => {
  it('are read from the address, and what means nothing is left out', () => {
    expect(readFilters({ stage: 'project', late: 1, status: 'lost', sort: 'name', page: 3, region: '' })).toEqual({
      stage: 'project',
      late: '1',
    })
  })

  it('never fail, whatever the address says', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), (search) => {
        const filters = readFilters(search)
        expect(readFilters(filters)).toEqual(filters)
        expect(() => new URL(listPath(filters), 'http://x')).not.toThrow()
      }),
    )
  })

  it('give the same address in any order', () => {
    expect(listPath({ stage: 'project', region: 'CM-CE' })).toBe(listPath({ region: 'CM-CE', stage: 'project' }))
  })

  it('change one at a time', () => {
    expect(changed({ stage: 'project', sort: 'due' }, 'stage', undefined)).toEqual({ sort: 'due' })
    expect(changed({ stage: 'project' }, 'region', 'CM-CE')).toEqual({ stage: 'project', region: 'CM-CE' })
  })

  it('know when they are the same, and what narrows', () => {
    expect(sameFilters({ late: '1' }, { late: '1' })).toBe(true)
    expect(sameFilters({ late: '1' }, {})).toBe(false)
    expect(narrowing({ sort: 'due', late: '1' })).toEqual(['late'])
  })
})

describe('the counts', () => {
  it('of stages are those within the region, and the other way round', () => {
    const { byStage, byRegion } = countsOf(rows, { region: 'CM-CE', stage: 'project' })
    expect([...byStage]).toEqual([
      ['project', 3],
      ['closed', 2],
    ])
    expect([...byRegion]).toEqual([
      ['CM-CE', 3],
      ['CM-LT', 5],
    ])
  })

  it('are said only where they are true', () => {
    expect(countBehind(rows, {})).toBe(10)
    expect(countBehind(rows, { stage: 'project' })).toBe(8)
    expect(countBehind(rows, { stage: 'project', late: '1' })).toBeUndefined()
    // By date, cases without one are left out.
    expect(countBehind(rows, { sort: 'due' })).toBeUndefined()
  })
})
