import { describe, expect, test } from 'vitest'

import { after } from '#tests/kit/case.ts'
import type { Deed, Played } from '#tests/kit/case.ts'
import { business, businessRoad } from '#tests/kit/roads.ts'
import { expectRefusals } from '#tests/kit/refusals.ts'

function correction(played: Played, type: string, values: Record<string, unknown>, more: Partial<Deed> = {}): Deed {
  const event = played.events.find((each) => each.type === type)?.version ?? 0
  return {
    command: 'correct-event',
    by: 'coordinator',
    day: '2027-07-01',
    input: { event: String(event), values, reason: 'misread' },
    ...more,
  }
}

function row(
  name: string,
  played: Played,
  type: string,
  values: Record<string, unknown>,
  code: string,
  field = 'values',
) {
  return [name, played, correction(played, type, values), code, field] as [string, Played, Deed, string, string]
}

describe('correct-event', () => {
  test('the event stays, the case counts the corrected value', () => {
    const before = business('taken')
    const corrected = after(before, correction(before, 'first-contact-made', { arrivedOn: '2026-02-12' }))
    expect(corrected.events.slice(0, before.events.length)).toEqual(before.events)
    expect(corrected.events.at(-1)).toMatchObject({
      type: 'event-corrected',
      data: { values: { arrivedOn: '2026-02-12' }, reason: 'misread' },
    })
    expect(corrected.state.marks['arrival']).toBe('2026-02-12')
    expect(corrected.state.version).toBe(before.state.version + 1)
  })

  test('the last correction counts, and one value may go back to what it was', () => {
    const before = business('taken')
    const once = after(before, correction(before, 'first-contact-made', { arrivedOn: '2026-02-12' }))
    const twice = after(once, correction(before, 'first-contact-made', { arrivedOn: '2026-02-11', region: 'CM-LT' }))
    expect(twice.state.marks['arrival']).toBe('2026-02-11')
    expect(twice.state.region).toBe('CM-LT')
  })

  test('a correction of a study is a study of the corrected figures', () => {
    const before = business('studied')
    const corrected = after(before, correction(before, 'feasibility-recorded', { requested: 4_000_000 }))
    expect(corrected.state.feasibility?.requested).toBe(4_000_000)
  })

  test('what another office recorded is corrected by it or by the office with custody', () => {
    const before = business('visitOne')
    const byOperator = { by: 'adviser' } as const
    expect(
      after(before, correction(before, 'visit-recorded', { income: 90_000 }, byOperator)).state.visits,
    ).toMatchObject([{ income: 90_000 }])
  })

  const visited = business('visitOne')
  const taken = business('taken')
  const missed = after(business('firstPaid'), {
    ...businessRoad.visitOne,
    input: { ...businessRoad.visitOne.input, finding: 'not-met' },
  })

  expectRefusals([
    [
      'an event that is not there',
      taken,
      {
        ...correction(taken, 'case-registered', { on: '2026-01-04' }),
        input: { event: '99', values: { on: '2026-01-04' }, reason: 'r' },
      },
      'no-such-event',
      'event',
    ],
    row('money that was paid', visited, 'payment-recorded', { amount: 1 }, 'cannot-correct'),
    row('a decision', visited, 'committee-decided', { amount: 1 }, 'cannot-correct'),
    row('who had custody', taken, 'custody-accepted', { to: 'lyon' }, 'cannot-correct'),
    row('a value that is not correctable', taken, 'first-contact-made', { step: 'x' }, 'cannot-correct'),
    row('no value at all', taken, 'first-contact-made', {}, 'cannot-correct'),
    row('a value of another shape', taken, 'first-contact-made', { arrivedOn: 'in spring' }, 'invalid-input'),
    row(
      'a choice that there is not',
      business('thought'),
      'idea-submitted',
      { activity: 'wizardry' },
      'unknown-choice',
      'activity',
    ),
    row('the value it has', taken, 'first-contact-made', { arrivedOn: '2026-02-11' }, 'nothing-changes'),
    row('a day to come', taken, 'first-contact-made', { on: '2027-07-02' }, 'date-ahead'),
    row('a registration after what followed it', taken, 'case-registered', { on: '2026-01-07' }, 'date-too-early'),
    row('an arrival before the departure', taken, 'departure-confirmed', { on: '2026-02-12' }, 'date-too-early'),
    row(
      'an arrival after the contact',
      taken,
      'first-contact-made',
      { arrivedOn: '2026-02-17' },
      'arrival-after-contact',
    ),
    row('a study that was decided on', visited, 'feasibility-recorded', { requested: 1 }, 'already-decided'),
    row(
      'a request above the need',
      business('studied'),
      'feasibility-recorded',
      { requested: 4_500_001 },
      'amount-above-need',
    ),
    row(
      'a contribution above the cost',
      business('studied'),
      'feasibility-recorded',
      { ownContribution: 5_000_001 },
      'contribution-above-cost',
    ),
    row(
      'more days attended than there were',
      business('trained'),
      'training-recorded',
      { attended: 9 },
      'attended-above-days',
    ),
    row('the finding of a visit that met nobody', missed, 'visit-recorded', { finding: 'on-course' }, 'cannot-correct'),
    [
      "another office's words",
      visited,
      correction(visited, 'first-contact-made', { region: 'CM-LT' }, { by: 'adviser' }),
      'not-yours-to-correct',
      'event',
    ],
    [
      'an office that left the case',
      visited,
      correction(visited, 'first-contact-made', { region: 'CM-LT' }, { by: 'counsellor' }),
      'office-may-not',
    ],
  ])

  test('a request above the ceiling is refused when the study is corrected', () => {
    const lines = [{ line: 'all', amount: 9_000_000 }]
    const big = after(business('agreed'), {
      ...businessRoad.studied,
      input: { ...businessRoad.studied.input, lines, requested: 4_591_699 },
    })
    const deed = correction(big, 'feasibility-recorded', { requested: 4_591_700 })
    expect(() => after(big, deed)).toThrow(/amount-above-ceiling/)
  })
})
