import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import type { Field } from '../field.ts'
import { foldCase } from './case.ts'
import { ceilingOf } from './money-of-case.ts'
import type { CaseState } from './state.ts'
import { paidOn } from './state.ts'
import { caseId, circumstancesOf, commandOf, outcomeOf, withEvents } from '#tests/kit/case.ts'
import type { Deed, Played } from '#tests/kit/case.ts'
import { poultryProject } from '#tests/kit/project.ts'
import { business, businessRoad } from '#tests/kit/roads.ts'

import { choicesOf } from './choices.ts'
import { caseCommandNames } from './commands/index.ts'
import { mayAttempt } from './decide.ts'

const amounts = [0, 1, 2, 400_000, 870_000, 1_230_000, 2_870_000, 4_100_000, 4_591_699, Number.MAX_SAFE_INTEGER]
const days = ['2025-12-31', '2026-01-05', '2026-02-15', '2026-06-03', '2026-12-31', '2027-07-01', '2027-07-02']

function oneOf<T>(values: readonly T[], chance: number): T | undefined {
  return values[chance % values.length]
}

function uuid(chance: number): string {
  return `00000000-0000-4000-8000-${String(chance).padStart(12, '0')}`
}

/** A value for a field, mostly one that the case could take, sometimes none. */
function valueFor(field: Field, chance: number, played: Played, deed: Deed): unknown {
  if (field.optional && chance % 3 === 0) return undefined
  const choices = field.from && choicesOf(field.from, played.state, circumstancesOf(played, deed))
  switch (field.kind) {
    case 'date':
      return chance % 2 === 0 ? deed.day : oneOf(days, chance)
    case 'moment':
      return '2027-08-01T09:00:00Z'
    case 'number':
      return chance % 7
    case 'amount':
      return oneOf(amounts, chance)
    case 'choice':
      return oneOf(field.options ?? [], chance)
    case 'yes-no':
      return chance % 2 === 0
    case 'pick':
      if (field.from === 'sittings') return 'sitting-one'
      return oneOf(choices ?? [String(chance % Math.max(played.events.length, 1))], chance)
    case 'picks':
      return (choices ?? []).filter((_, index) => (chance >> index) % 2 === 0)
    case 'file':
      return uuid(chance)
    case 'person':
      return { person: uuid(chance), givenName: 'Paul', familyName: 'Mballa', relation: 'child' }
    case 'facts':
      return { 'aide déjà reçue': { known: chance % 2 === 0 } }
    case 'scores':
      return {}
    case 'lines':
      return [{ line: 'all', amount: oneOf(amounts, chance) }]
    case 'funding':
      return { france: oneOf(amounts, chance) }
    case 'project':
      return poultryProject({ firstMonth: `2026-${String((chance % 12) + 1).padStart(2, '0')}` })
    case 'correction':
      return oneOf([{ on: oneOf(days, chance) }, { requested: 5 }, { arrivedOn: '2026-02-12' }, { amount: 1 }], chance)
    default:
      return 'words'
  }
}

type Dice = readonly number[]

type Doer = Pick<Deed, 'command' | 'by' | 'day' | 'office' | 'user'>

/** Everybody who might act on the case, one of them wearing several hats. */
function doersOn({ state }: Played, commands: readonly string[], hats: boolean): Doer[] {
  const places = [
    state.custody.office,
    state.custody.offeredTo,
    state.operator?.office,
    'committee',
    'finance',
    'paris',
  ]
  return commands.flatMap((command) =>
    commandOf(command).roles.flatMap((by) =>
      places.flatMap((office) =>
        office == null ? [] : [{ command, by, day: '2027-07-01', office, ...(hats ? { user: 'one-person' } : {}) }],
      ),
    ),
  )
}

/** Mostly a deed that somebody may attempt now, sometimes anybody's at any time. */
function deedFrom(dice: Dice, played: Played): Deed {
  const [first = 0, second = 0, third = 0, ...rest] = dice
  const some = caseCommandNames.filter((_, index) => (index + second) % 4 === 0)
  const everybody = doersOn(played, some, second % 5 === 0)
  const able = everybody.filter(
    (doer) => !mayAttempt(commandOf(doer.command), played.state, circumstancesOf(played, doer)),
  )
  const doer = oneOf(first % 8 === 0 || able.length === 0 ? everybody : able, third)!
  const entries = Object.entries(commandOf(doer.command).fields).map(
    ([name, field], index) => [name, valueFor(field, rest[index] ?? 0, played, doer)] as const,
  )
  return { ...doer, input: Object.fromEntries(entries.filter(([, value]) => value !== undefined)) }
}

const moments = Object.keys(businessRoad) as (keyof typeof businessRoad)[]
const cases = new Map(moments.map((moment) => [moment, business(moment)]))

/** A case at some moment of its road, and whatever then is accepted of a heap of random deeds. */
function play(moment: keyof typeof businessRoad, throws: readonly Dice[]): { played: Played; accepted: number } {
  let played = cases.get(moment)!
  let accepted = 0
  for (const dice of throws) {
    const deed = deedFrom(dice, played)
    const outcome = outcomeOf(played, deed)
    if (outcome.refused) continue
    accepted += 1
    played = withEvents(played, deed, outcome.value.events)
  }
  return { played, accepted }
}

const dice = fc.array(fc.nat({ max: 9999 }), { minLength: 14, maxLength: 14 })
const anyPlay = fc.tuple(fc.constantFrom(...moments), fc.array(dice, { minLength: 10, maxLength: 30 }))

function expectMoneyToHold({ award, status }: CaseState): void {
  if (!award) return
  const parts = award.tranches.reduce((sum, tranche) => sum + tranche.amount, 0)
  expect(parts).toBe(award.amount)
  for (const tranche of award.tranches) {
    expect(paidOn(tranche)).toBeLessThanOrEqual(tranche.amount)
    if (tranche.releasedBy !== null) expect(tranche.releasedBy).not.toBe(tranche.requestedBy)
    if (status === 'closed') expect(tranche.state).not.toBe('released')
  }
}

describe('any sequence of accepted commands', () => {
  test('folds without throwing, survives JSON, and never pays above a tranche or the award', () => {
    let accepted = 0
    fc.assert(
      fc.property(anyPlay, ([moment, throws]) => {
        const result = play(moment, throws)
        const { state, events } = result.played
        accepted += result.accepted
        expect(foldCase(caseId, events)).toEqual(state)
        expect(foldCase(caseId, JSON.parse(JSON.stringify(events)))).toEqual(JSON.parse(JSON.stringify(state)))
        expect(state.version).toBe(events.length)
        expectMoneyToHold(state)
      }),
      { numRuns: 40 },
    )
    // A heap of refusals would prove nothing.
    expect(accepted).toBeGreaterThan(200)
  }, 20_000)

  test('never grants above the ceiling that held when it was granted', () => {
    for (const amount of [1, 2, 4_100_000, 4_100_001, 4_591_700, Number.MAX_SAFE_INTEGER]) {
      const before = business('submitted')
      const input = { sitting: 'sitting-one', outcome: 'select', amount }
      const outcome = outcomeOf(before, { command: 'record-decision', by: 'committee-chair', day: '2026-05-12', input })
      if (outcome.refused) continue
      expect(amount).toBeLessThanOrEqual(ceilingOf(before.state, before.running)!.amount)
    }
  })

  test('an event says its step, never a name or a word of the input', () => {
    for (const { data } of business('closed').events) expect(JSON.stringify(data)).not.toContain('Mballa')
  })
})
