import { describe, expect, test } from 'vitest'

import { after, refusalOf } from '#tests/kit/case.ts'
import { knownOf, sheetOf } from '#tests/kit/operators.ts'
import { at, bill, released, requested, socialRoad } from '#tests/kit/roads.ts'

import type { OperatorSheet } from '../operator/sheet.ts'

const billed = at('billed', socialRoad)
const known = (more: Partial<OperatorSheet> = {}) => knownOf([sheetOf('operator-one', more)])
const contract = sheetOf('operator-one').contract!
const asks = (payee: string, more: Partial<OperatorSheet> = {}) => ({
  ...requested('settling-in', [bill], '2026-06-01', payee),
  operators: known(more),
})

const unfit: readonly [string, Partial<OperatorSheet>][] = [
  ['operator-suspended', { state: 'suspended' }],
  ['accreditation-over', { state: 'ended' }],
  ['accreditation-over', { until: '2026-05-31' }],
  ['contract-over', { contract: { ...contract, until: '2026-05-31' } }],
  ['contract-not-begun', { contract: { ...contract, from: '2026-06-02' } }],
]

describe('money into the hands of an operator', () => {
  test.each(unfit)('is refused: %s %j', (code, more) => {
    expect(refusalOf(billed, asks('operator', more))).toMatchObject({ code, field: 'payee' })
    // The supplier, or the person, can be paid all the same.
    expect(refusalOf(billed, asks('supplier', more))).toBeUndefined()
    const prepared = after(billed, asks('operator'))
    const release = { ...released('settling-in', '2026-06-01'), operators: known(more) }
    expect(refusalOf(prepared, release)).toMatchObject({ code, field: 'tranche' })
  })

  test('is given as long as its accreditation and its contract hold, however full they are', () => {
    const full = { capacity: 1, contract: { ...contract, ceiling: 1, cases: 1 } }
    expect(refusalOf(billed, asks('operator', full))).toBeUndefined()
    expect(refusalOf(billed, { ...asks('operator'), operators: knownOf([]) })).toBeUndefined()
  })
})
