import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { knownOf, performanceOf, sheetOf, withServices } from '#tests/kit/operators.ts'
import { runningScheme } from '#tests/kit/case.ts'

import { noCase } from '../case/case.ts'
import type { CaseState } from '../case/state.ts'
import type { OperatorSheet } from '../operator/sheet.ts'
import { kilometresBetween, pointOf } from './distance.ts'
import type { OperatorsKnown } from './question.ts'
import { questionOf } from './question.ts'
import { rankOperators } from './rank.ts'

const today = '2026-03-02'
const running = withServices(runningScheme('ofii-cameroon'))
const business = running.edition.aids.find(({ type }) => type === 'business')?.aid ?? ''

const poultryInYaounde: CaseState = {
  ...noCase('case-one'),
  scheme: 'ofii-cameroon',
  aid: business,
  region: 'CM-CE',
  idea: { text: 't', activity: 'poultry', state: 'approved' },
}

function rankedOn(known: OperatorsKnown, state = poultryInYaounde, day = today, scheme = running) {
  return rankOperators(questionOf(state, scheme, known, { today: day }), known.sheets, known.performances)
}

function reasonOf(known: OperatorsKnown, reason: string, state = poultryInYaounde) {
  return rankedOn(known, state).operators[0]?.reasons.find((each) => each.reason === reason)
}

describe('a score', () => {
  test('is the sum of its reasons, out of all weights', () => {
    const [first] = rankedOn(knownOf([sheetOf('a')], [performanceOf('a')])).operators
    const points = first?.reasons.reduce((sum, each) => sum + each.points, 0) ?? 0
    const weights = first?.reasons.reduce((sum, each) => sum + each.weight, 0) ?? 1
    expect(first?.score).toBeCloseTo((points / weights) * 100, 0)
    expect(first?.reasons.map(({ reason, share }) => [reason, share])).toEqual([
      ['lot', 1],
      ['sector', 1],
      ['region', 1],
      ['distance', 1],
      ['languages', 1],
      ['caseload', 0.75],
      ['ceiling', 0.85],
      ['contract-end', 1],
      ['response', 0.7542],
      ['expertise', 1],
    ])
  })

  test('of an operator nearby, that speaks the language and has room, is above that of one far away and nearly full', () => {
    const known = knownOf(
      [sheetOf('far', { regions: ['CM-EN'], languages: ['en'] }), sheetOf('near')],
      [performanceOf('far', { caseload: 19 }), performanceOf('near')],
      {
        candidates: [
          { office: 'far', region: 'CM-EN', cases: 5 },
          { office: 'near', region: 'CM-CE', cases: 5 },
        ],
      },
    )
    expect(rankedOn(known).operators.map(({ office, rank }) => [office, rank])).toEqual([
      ['near', 1],
      ['far', 2],
    ])
  })

  test('counts half where nobody said it, and says that it is not known', () => {
    const silent = sheetOf('a', { languages: [], sectors: [], regions: [], capacity: null, contract: null })
    for (const reason of ['languages', 'sector', 'region', 'caseload', 'ceiling', 'contract-end', 'response'])
      expect(reasonOf(knownOf([silent]), reason)).toMatchObject({ share: 0.5, known: false })
    const noIdea = { ...poultryInYaounde, idea: null, region: null, aid: null }
    for (const reason of ['lot', 'sector', 'region', 'distance'])
      expect(reasonOf(knownOf([sheetOf('a')]), reason, noIdea)).toMatchObject({ share: 0.5, known: false })
  })

  test('follows the weights of the edition, and the assumption of the catalogue where it gives none', () => {
    const { edition } = running
    const weights = { distance: 100, caseload: 0 }
    const own = {
      ...running,
      edition: {
        ...edition,
        operators: { ...edition.operators!, ranking: { weights, farthest: 100, source: 'annexe' } },
      },
    }
    const known = knownOf([sheetOf('a')], [], { candidates: [{ office: 'a', region: 'CM-SU', cases: 5 }] })
    const [first] = rankedOn(known, poultryInYaounde, today, own).operators
    const kilometres = kilometresBetween(pointOf('CM-CE')!, pointOf('CM-SU')!)
    expect(first?.reasons.find(({ reason }) => reason === 'distance')).toMatchObject({ weight: 100, share: 0 })
    expect(kilometres).toBeGreaterThan(100)
    expect(first?.reasons.find(({ reason }) => reason === 'caseload')).toMatchObject({ weight: 0, points: 0 })
    expect(first?.reasons.find(({ reason }) => reason === 'sector')?.weight).toBe(15)
  })

  test('the same score goes to who has fewer cases, then by name of office', () => {
    const sheets = ['c', 'b', 'a'].map((office) => sheetOf(office, { capacity: null }))
    const known = knownOf(sheets, [performanceOf('a'), performanceOf('b'), performanceOf('c', { caseload: 1 })])
    expect(rankedOn(known).operators.map(({ office }) => office)).toEqual(['c', 'a', 'b'])
  })
})

describe('distance', () => {
  test('is that of the great circle: Yaoundé to Douala some 200 km, to Maroua some 800', () => {
    const between = (one: string, other: string) => kilometresBetween(pointOf(one)!, pointOf(other)!)
    expect(between('CM-CE', 'CM-LT')).toBeGreaterThan(195)
    expect(between('CM-CE', 'CM-LT')).toBeLessThan(210)
    expect(between('CM-CE', 'CM-EN')).toBeGreaterThan(780)
    expect(between('CM-CE', 'CM-EN')).toBeLessThan(830)
    expect(between('TN-11', 'TN-11')).toBe(0)
    expect(between('CM-CE', 'CM-EN')).toBe(between('CM-EN', 'CM-CE'))
    expect(pointOf('XX-1')).toBeNull()
  })
})

describe('who is left out', () => {
  const contract = sheetOf('a').contract!
  type Performance = Partial<ReturnType<typeof performanceOf>> & { readonly cases?: number }
  const rows: readonly [string, Partial<OperatorSheet>, Performance, Partial<CaseState>][] = [
    ['operator-not-accredited', { state: 'refused' }, {}, {}],
    ['operator-suspended', { state: 'suspended' }, {}, {}],
    ['accreditation-not-begun', { from: '2026-03-03' }, {}, {}],
    ['accreditation-over', { until: '2026-03-01' }, {}, {}],
    ['accreditation-over', { state: 'ended' }, {}, {}],
    ['contract-not-begun', { contract: { ...contract, from: '2026-03-03' } }, {}, {}],
    ['contract-over', { contract: { ...contract, until: '2026-03-01' } }, {}, {}],
    ['contract-ceiling-passed', {}, { committed: 9_750_001 }, {}],
    ['contract-cases-reached', {}, { cases: 40 }, {}],
    ['capacity-reached', {}, { caseload: 20 }, {}],
    ['capacity-reached', { contract: null, capacity: 0 }, {}, {}],
    ['lot-not-covered', { lots: ['social'] }, {}, {}],
    ['sector-not-covered', { sectors: ['fishing'] }, {}, {}],
    ['interest-declared', { interests: [{ case: 'case-one', party: 'p', reason: 'r' }] }, {}, {}],
    ['operator-already-refused', {}, {}, { operatorsRefused: [{ office: 'a', reason: 'r', on: today }] }],
    ['same-operator', {}, {}, { operator: { office: 'a', accepted: false, since: today, reason: 'r' } }],
  ]
  test.each(rows)('%s: %j %j %j', (code, sheet, { cases = 5, ...performance }, state) => {
    const candidates = [{ office: 'a', region: 'CM-CE', cases }]
    const known = knownOf([sheetOf('a', sheet)], [performanceOf('a', performance)], { candidates })
    const ranking = rankedOn(known, { ...poultryInYaounde, ...state })
    expect(ranking.operators).toEqual([])
    expect(ranking.excluded.map(({ office, refusals }) => [office, refusals.map((each) => each.code)])).toEqual([
      ['a', [code]],
    ])
  })

  test('nobody on the last day, with the last place and the last franc', () => {
    const known = knownOf(
      [sheetOf('a', { until: today, from: today, contract: { ...contract, from: today, until: today } })],
      [performanceOf('a', { committed: 9_750_000, caseload: 19 })],
      { candidates: [{ office: 'a', region: 'CM-CE', cases: 39 }] },
    )
    expect(rankedOn(known).excluded).toEqual([])
  })

  test('every reason is told, not only the first', () => {
    const known = knownOf(
      [sheetOf('a', { state: 'suspended', lots: ['social'], contract: { ...contract, until: '2026-01-01' } })],
      [performanceOf('a', { caseload: 20 })],
    )
    expect(rankedOn(known).excluded[0]?.refusals.map(({ code }) => code)).toEqual([
      'operator-suspended',
      'contract-over',
      'capacity-reached',
      'lot-not-covered',
    ])
  })

  test('an office without an accreditation on record, only where the edition asks for one', () => {
    const unknown = knownOf([], [], { candidates: [{ office: 'a', region: 'CM-CE', cases: 0 }] })
    const applied = knownOf([sheetOf('a', { state: 'applied', from: null, until: null, contract: null })])
    const asking = (accreditation: 'required' | undefined) => ({
      ...running,
      edition: { ...running.edition, operators: { ...running.edition.operators!, accreditation } },
    })
    for (const known of [unknown, applied]) {
      expect(rankedOn(known, poultryInYaounde, today, asking(undefined)).operators).toMatchObject([{ onRecord: false }])
      const { operators, excluded } = rankedOn(known, poultryInYaounde, today, asking('required'))
      expect(operators).toEqual([])
      expect(excluded[0]?.refusals[0]).toMatchObject({ code: 'operator-not-accredited', facts: { state: 'none' } })
    }
  })

  test('who took the case on before takes no new place in its contract', () => {
    const known = knownOf([sheetOf('a')], [], { candidates: [{ office: 'a', region: 'CM-CE', cases: 40 }] })
    const before = { office: 'a', on: '2026-01-05', answeredOn: '2026-01-06', accepted: true, endedOn: '2026-02-01' }
    const designations = [{ ...before, metOn: null, plannedOn: null }]
    expect(rankedOn(known).excluded).toHaveLength(1)
    expect(rankedOn(known, { ...poultryInYaounde, designations }).excluded).toEqual([])
  })
})

test('the order and the fingerprint are the same in whatever order the operators are known', () => {
  const offices = Array.from({ length: 12 }, (_, index) => `office-${index}`)
  const sheets = offices.map((office, index) =>
    sheetOf(office, { capacity: 10 + (index % 3), regions: index % 2 ? ['CM-LT'] : ['CM-CE'] }),
  )
  const performances = offices.map((office, index) => performanceOf(office, { caseload: index % 4 }))
  const ranking = rankedOn(knownOf(sheets, performances))
  fc.assert(
    fc.property(
      fc.shuffledSubarray(sheets, { minLength: 12 }),
      fc.shuffledSubarray(performances, { minLength: 12 }),
      (one, other) => {
        expect(rankedOn(knownOf(one, other))).toEqual(ranking)
      },
    ),
    { numRuns: 50 },
  )
  const scores = ranking.operators.map(({ score }) => score)
  expect(scores).toEqual(scores.toSorted((one, other) => other - one))
})
