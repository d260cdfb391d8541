import { describe, expect, test } from 'vitest'

import { noHolidays } from '#domain/holidays.ts'
import { obligationsOf } from '#domain/case/obligations.ts'
import { roadOf, roadStrip } from '#domain/case/road.ts'

import type { Deed, Played } from '../kit/case.ts'
import { after, noDeeds, officeOf } from '../kit/case.ts'
import { businessRoad, employmentRoad, socialRoad } from '../kit/roads.ts'

const roads: readonly (readonly [string, Readonly<Record<string, Deed>>])[] = [
  ['business', businessRoad],
  ['employment', employmentRoad],
  ['social', socialRoad],
]

/** Every moment of a road, with the case before the deed that leads to it. */
function moments(
  road: Readonly<Record<string, Deed>>,
): { name: string; deed: Deed; before: Played; outcome: Played }[] {
  let before = noDeeds()
  return Object.entries(road).map(([name, deed]) => {
    const moment = { name, deed, before, outcome: after(before, deed) }
    before = moment.outcome
    return moment
  })
}

function owed({ state, running }: Played) {
  return obligationsOf(state, running, noHolidays)
}

describe.each(roads)('the %s road of OFII Cameroon', (_, road) => {
  test('every deed was owed by the one who did it', () => {
    for (const { name, deed, before } of moments(road)) {
      if (before.events.length === 0 || deed.command === 'record-training') continue
      const owing = owed(before).map(({ role, office }) => `${role}@${office ?? officeOf(role)}`)
      expect(owing, name).toContain(`${deed.by}@${officeOf(deed.by)}`)
    }
  })

  test('until it is closed somebody owes the next act, and it lies in one stage', () => {
    for (const { name, deed, outcome } of moments(road)) {
      const strip = roadStrip(roadOf(outcome.state, outcome.running, deed.day, noHolidays))
      const isClosed = outcome.state.status === 'closed'
      expect(owed(outcome).length > 0, name).toBe(!isClosed)
      expect(strip.replaceAll(/[^nlw]/g, '').length, `${name} ${strip}`).toBe(isClosed ? 0 : 1)
    }
  })
})

describe('the business road as letters', () => {
  const letters: Readonly<Record<string, string>> = {
    registered: 'nauaa',
    chosen: 'naaaa',
    departed: 'dnaaa',
    offered: 'dwaaa',
    received: 'dnaaa',
    designated: 'dwaaa',
    taken: 'ddwaa',
    thought: 'ddnaa',
    submitted: 'ddwaa',
    decided: 'dddna',
    firstRequested: 'dddwa',
    firstPaid: 'ddddw',
    secondRequested: 'ddddw',
    ownVisit: 'ddddw',
    visitTwo: 'ddddn',
    visitFive: 'ddddw',
    final: 'ddddn',
    closed: 'ddddd',
  }

  test.each(Object.entries(letters))('%s: %s', (name, strip) => {
    const moment = moments(businessRoad).find((each) => each.name === name)
    const { state, running } = moment?.outcome ?? noDeeds()
    expect(roadStrip(roadOf(state, running, moment?.deed.day ?? '', noHolidays))).toBe(strip)
  })
})
