import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { noHolidays } from '#domain/holidays.ts'
import { viewOf } from '#db/projections/case.ts'
import { foldCase } from '#domain/case/case.ts'
import type { Edition, Step } from '#domain/scheme/scheme.ts'

import type { Deed, Played } from '../kit/case.ts'
import { after, offices, outcomeOf, runningScheme } from '../kit/case.ts'
import { laterEdition, moved, withRule, withStep } from '../kit/editions.ts'
import { at, businessRoad, employmentRoad } from '../kit/roads.ts'

const now = runningScheme('ofii-cameroon')

const withDeadline = (step: Step, within: number): Step => ({
  ...step,
  deadline: { within, unit: 'days', after: 'designation', source: 'to-confirm' },
})

function played<R extends Readonly<Record<string, Deed>>>(road: R, moments: readonly (keyof R & string)[]) {
  return Object.fromEntries(moments.map((moment) => [moment, at(moment, road)]))
}

describe('at any moment of a road and by any edition', () => {
  const moments: Readonly<Record<string, Played>> = {
    ...played(businessRoad, ['judged', 'met', 'studied', 'planned', 'decided', 'firstPaid', 'secondPaid', 'interim']),
    ...played(employmentRoad, ['chosen', 'thought', 'granted', 'paid', 'visitTwo']),
  }
  const edits: Readonly<Record<string, (edition: Edition) => Edition>> = {
    shorter: (edition) => withStep(edition, 'idea', (step) => [withDeadline(step, 3)]),
    added: (edition) => withStep(edition, 'visits', (step) => [{ ...step, step: 'more-visits' }, step]),
    gone: (edition) => withStep(edition, 'training', () => []),
    required: (edition) => withStep(edition, 'training', (step) => [{ ...step, optional: false }]),
    monitored: (edition) =>
      edition.monitoring ? { ...edition, monitoring: { ...edition.monitoring, months: 6 } } : edition,
    lower: (edition) => withRule(edition, 'plafond documenté', '2000000 XAF'),
  }
  const chosenEdits = fc.subarray(Object.keys(edits), { minLength: 1 })

  test('what a moved case shows is what its events say, and moving back leaves it as it was', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(moments)), chosenEdits, (moment, names) => {
        const before = moments[moment] as Played
        const target = laterEdition(now, (edition) => names.reduce((so, name) => edits[name]?.(so) ?? so, edition))
        const outcome = outcomeOf(before, moved(target, '2027-01-10'))
        if (outcome.refused) {
          expect(outcome.code).toBe('amount-above-ceiling')
          return
        }
        const there = after(before, moved(target, '2027-01-10'))
        const again = foldCase(there.state.case, there.events)
        expect(again).toEqual(there.state)
        expect(viewOf(there.state, target, offices, noHolidays)).toEqual(viewOf(again, target, offices, noHolidays))
        const back = after(there, moved(now, '2027-01-11'))
        const version = before.state.version + 2
        expect(viewOf(back.state, now, offices, noHolidays)).toEqual(
          viewOf({ ...before.state, version }, now, offices, noHolidays),
        )
      }),
      { numRuns: 80 },
    )
  })
})
