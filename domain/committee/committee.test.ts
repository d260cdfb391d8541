import { describe, expect, test } from 'vitest'

import type { Role } from '../role.ts'
import { roles } from '../role.ts'
import type { Refusal } from '../outcome.ts'
import { circumstancesOf, noDeeds } from '#tests/kit/case.ts'

import { committeeCommandNames, committeeCommands } from './commands/index.ts'
import { committeeStream, evolveCommittee, isCurrent, noCommittee } from './committee.ts'
import { attemptCommittee, mayAttemptCommittee } from './decide.ts'
import type { CommitteeState } from './state.ts'

type Act = { readonly name: string; readonly input?: object; readonly by?: Role; readonly office?: string }

const id = committeeStream('ofii-cameroon', 'selection-committee', 'committee')
const seat = {
  scheme: 'ofii-cameroon',
  committee: 'selection-committee',
  office: 'committee',
  seat: 'afd',
  member: 'first',
  as: 'holder',
  from: '2026-01-01',
  until: '2026-12-31',
  reason: 'letter of 3 January',
}
const give = (more: object = {}): Act => ({ name: 'give-mandate', input: { ...seat, ...more } })

function circumstances({ name, by = 'committee-secretary', office }: Act, version: number) {
  const base = circumstancesOf(noDeeds(), { command: name, by, day: '2026-05-12', ...(office ? { office } : {}) })
  return { ...base, id: (purpose: string) => `${purpose}-${version}` }
}

function outcomeOf(state: CommitteeState, act: Act) {
  return attemptCommittee(committeeCommands[act.name]!, state, { ...act.input }, circumstances(act, state.version))
}

function refusalIn(state: CommitteeState, act: Act): Refusal | undefined {
  const outcome = outcomeOf(state, act)
  return outcome.refused ? outcome : undefined
}

function after(state: CommitteeState, ...acts: readonly Act[]): CommitteeState {
  return acts.reduce((before, act) => {
    const outcome = outcomeOf(before, act)
    if (outcome.refused) throw new Error(`${act.name}: ${outcome.code}`)
    const envelope = { actor: 'paul', role: 'committee-secretary', office: 'committee', happenedAt: '', recordedAt: '' }
    return outcome.value.events.reduce(
      (last, event) => evolveCommittee(last, { ...event, ...envelope, version: last.version + 1 }),
      before,
    )
  }, state)
}

const held = after(noCommittee(id), give())

describe('the seats of a committee', () => {
  test('are held and stood in for from one day until another', () => {
    const state = after(held, give({ member: 'second', as: 'alternate', until: undefined }))
    expect(state).toMatchObject({ scheme: 'ofii-cameroon', committee: 'selection-committee', office: 'committee' })
    expect(state.mandates).toMatchObject([
      { seat: 'afd', member: 'first', as: 'holder', until: '2026-12-31' },
      { seat: 'afd', member: 'second', as: 'alternate', until: null },
    ])
    const [first, second] = state.mandates
    const days = ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01']
    expect(days.map((day) => isCurrent(first!, day))).toEqual([false, true, true, false])
    expect(days.map((day) => isCurrent(second!, day))).toEqual([false, true, true, true])
  })

  test('go to somebody else once a mandate has ended', () => {
    const [{ mandate } = { mandate: '' }] = held.mandates
    const ended = after(held, { name: 'end-mandate', input: { mandate, on: '2026-04-30', reason: 'moved away' } })
    expect(ended.mandates).toMatchObject([{ until: '2026-04-30' }])
    expect(after(ended, give({ member: 'third', from: '2026-05-01' })).mandates).toHaveLength(2)
  })

  test.each<[string, Act, string, string]>([
    ['a seat that somebody holds', give({ member: 'second' }), 'seat-taken', 'seat'],
    ['the same seat for the same person', give({ as: 'alternate' }), 'mandate-twice', 'member'],
    ['an end before the beginning', give({ from: '2027-02-01', until: '2027-01-01' }), 'until-before-from', 'until'],
    ['a seat that the committee has not', give({ seat: 'throne' }), 'unknown-choice', 'seat'],
    ['a committee that the scheme has not', give({ committee: 'other' }), 'unknown-choice', 'committee'],
    ['an office where no committee sits', give({ office: 'lyon' }), 'unknown-choice', 'office'],
    ['another scheme', give({ scheme: 'other' }), 'no-such-scheme', 'scheme'],
    [
      'the end of no mandate',
      { name: 'end-mandate', input: { mandate: 'x', on: '2026-05-01', reason: 'r' } },
      'no-such-mandate',
      'mandate',
    ],
    [
      'an end after the end',
      { name: 'end-mandate', input: { mandate: 'mandate-0', on: '2027-05-01', reason: 'r' } },
      'mandate-over',
      'on',
    ],
    [
      'an end before it began',
      { name: 'end-mandate', input: { mandate: 'mandate-0', on: '2025-05-01', reason: 'r' } },
      'until-before-from',
      'on',
    ],
  ])('refuse %s', (_name, act, code, field) => {
    expect(refusalIn(held, act)).toMatchObject({ code, field })
  })
})

/** Every role is allowed or forbidden: committee secretary and programme manager keep the list, nobody else. */
test.each(committeeCommandNames)('%s is for those who keep the list, of this committee and this programme', (name) => {
  const command = committeeCommands[name]!
  for (const by of roles) {
    const code = mayAttemptCommittee(command, held, circumstances({ name, by }, 1))?.code
    const isKeeper = by === 'committee-secretary' || by === 'programme-manager'
    expect(code, by).toBe(isKeeper ? undefined : 'role-may-not')
  }
  const elsewhere = mayAttemptCommittee(command, held, circumstances({ name, office: 'elsewhere' }, 1))
  expect(elsewhere?.code).toBe('office-may-not')
})
