/**
 * What holds whatever is done to a sitting and in whatever order: random people try random commands, and everything that
 * is accepted is folded like anywhere else.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { grantRefusal, sittingRefusal, voteRefusal } from '../case/committee.ts'
import type { CaseState } from '../case/state.ts'
import type { Circumstances } from '../command.ts'
import type { Mandate } from '../committee/state.ts'
import type { Role } from '../role.ts'
import { circumstancesOf, noDeeds } from '#tests/kit/case.ts'
import { business } from '#tests/kit/roads.ts'

import { sittingCommands } from './commands/index.ts'
import { attemptSitting } from './decide.ts'
import { mayReadPack, sittingFor } from './reader.ts'
import { evolveSitting, noSitting } from './sitting.ts'
import type { SittingState } from './state.ts'
import { summaryOf } from './summary.ts'
import { recusedFrom, votersOf } from './voters.ts'
import { wordsOf } from './words-of.ts'

const members = ['chair', 'first', 'second', 'third', 'fourth']
const submitted = business('submitted').state
const files = [submitted.case, 'file-two', 'file-three']
const quorum = 3
const day = '2026-05-12'

type Move = { readonly command: string; readonly user: string; readonly role: Role; readonly input: object }
type Played = { readonly state: SittingState; readonly accepted: readonly Accepted[] }
type Accepted = { readonly before: SittingState; readonly after: SittingState; readonly move: Move }

const roleOf = (user: string): Role =>
  user === 'secretary' ? 'committee-secretary' : user === 'chair' ? 'committee-chair' : 'committee-member'
const member = fc.constantFrom(...members)
const user = fc.constantFrom(...members, ...Array.from({ length: 6 }, () => 'secretary'), 'stranger')
const file = fc.constantFrom(...files)
const some = fc.subarray(members, { minLength: 2 })
const amount = fc.integer({ min: 0, max: 9_000_000 })
const outcome = fc.constantFrom('select', 'select-for-less', 'postpone', 'refuse', 'absent')
/** Which of the votes: the last, or the first. Their ids come to be while it is played. */
const which = fc.constantFrom(-1, -1, -1, 0)

/** What can be tried, with its weight: a meeting is mostly voting. */
const inputs: readonly (readonly [weight: number, command: string, input: fc.Arbitrary<object>])[] = [
  [
    2,
    'set-voting-rule',
    fc.record({
      decides: fc.constantFrom('consensus', 'unanimity', 'two-thirds', 'majority'),
      casting: fc.boolean(),
      reason: fc.constant('r'),
    }),
  ],
  [2, 'open-sitting', fc.record({ present: some })],
  [2, 'change-presence', fc.record({ present: some })],
  [2, 'declare-interest', fc.record({ case: file, member, reason: fc.constant('r') })],
  [1, 'lift-interest', fc.record({ case: file, member, reason: fc.constant('r') })],
  [1, 'name-proxy', fc.record({ member, proxy: member, letter: fc.constant('l') })],
  [1, 'set-agenda', fc.record({ cases: fc.shuffledSubarray(files, { minLength: 1 }) })],
  [4, 'open-file', fc.record({ case: file })],
  [
    1,
    'record-hearing',
    fc.record({ case: file, how: fc.constantFrom('in-the-room', 'not-heard'), text: fc.constant('heard') }),
  ],
  [2, 'ask-question', fc.record({ case: file, text: fc.constant('question') })],
  [4, 'open-vote', fc.record({ case: file, outcome, amount })],
  [
    9,
    'cast-vote',
    fc.record({
      vote: which,
      says: fc.constantFrom('for', 'against', 'abstain', 'objection'),
      member: fc.option(member, { nil: undefined }),
      change: fc.boolean(),
    }),
  ],
  [3, 'close-vote', fc.record({ vote: which })],
  [1, 'withdraw-vote', fc.record({ vote: which, reason: fc.constant('r') })],
  [1, 'write-minutes', fc.record({ case: file, text: fc.constant('words') })],
  [1, 'close-sitting', fc.constant({})],
  [1, 'sign-minutes', fc.constant({})],
]

const move: fc.Arbitrary<Move> = fc
  .oneof(
    ...inputs.map(([weight, command, input]) => ({
      weight,
      arbitrary: fc.record({ command: fc.constant(command), user, input }),
    })),
  )
  .map((each) => ({ ...each, role: roleOf(each.user) }))
/** A sitting under way, as far as this goes; most runs would not come to a vote by chance alone. */
const opening: readonly Move[] = [
  { command: 'set-voting-rule', input: { decides: 'majority', casting: true, reason: 'r' } },
  { command: 'open-sitting', input: { present: members.filter((each) => each !== 'third') } },
  { command: 'open-file', input: { case: submitted.case } },
  { command: 'open-vote', input: { case: submitted.case, outcome: 'select', amount: 4_000_000 } },
].map((each) => ({ ...each, user: 'secretary', role: 'committee-secretary' }))
const moves = fc
  .tuple(fc.nat({ max: opening.length }), fc.array(move, { minLength: 5, maxLength: 60 }))
  .map(([length, list]) => [...opening.slice(0, length), ...list])

const seats: readonly Mandate[] = [
  { mandate: 'm1', seat: 'ofii', member: 'chair', as: 'holder', from: '2020-01-01', until: null },
  { mandate: 'm2', seat: 'afd', member: 'first', as: 'holder', from: '2020-01-01', until: null },
  { mandate: 'm3', seat: 'afd', member: 'second', as: 'alternate', from: '2020-01-01', until: null },
  { mandate: 'm4', seat: 'cooperation', member: 'third', as: 'holder', from: '2020-01-01', until: '2026-05-11' },
  { mandate: 'm5', seat: 'campus-france', member: 'fourth', as: 'holder', from: '2020-01-01', until: null },
]

function circumstances(
  { user: who, role }: Pick<Move, 'user' | 'role'>,
  turn: number,
  mandates: readonly Mandate[],
): Circumstances {
  const { sitting: _other, ...base } = circumstancesOf(noDeeds(), { command: `turn ${turn}`, by: role, day, user: who })
  return {
    ...base,
    id: (purpose) => `${purpose}-${turn}`,
    committee: { files: [], mandates, chairs: ['chair'], minutesHash: null },
  }
}

/** The members' list carries a mandate that is over when they were planned: only those who may sit are named. */
function begun(mandates: readonly Mandate[]): SittingState {
  const named = mandates.length === 0 ? members : members.filter((each) => each !== 'third')
  const planned = {
    scheme: 'ofii-cameroon',
    edition: '2025-11',
    committee: 'selection-committee',
    office: 'committee',
    on: day,
    place: 'p',
    quorum,
    members: named,
  }
  return { ...noSitting('sitting-one'), ...planned, version: 1 }
}

function play(list: readonly Move[], mandates: readonly Mandate[]): Played {
  return list.reduce<Played>(
    ({ state, accepted }, tried, turn) => {
      const { vote, ...rest } = tried.input as { vote?: number }
      const ballot = vote === undefined ? undefined : (state.ballots.at(vote)?.vote ?? 'none')
      const input = ballot === undefined ? tried.input : { ...rest, vote: ballot }
      const command = sittingCommands[tried.command]!
      const outcomeOf = attemptSitting(command, state, input, circumstances(tried, turn, mandates))
      if (outcomeOf.refused) return { state, accepted }
      const envelope = { actor: tried.user, role: tried.role, office: 'committee', happenedAt: '', recordedAt: '' }
      const after = outcomeOf.value.events.reduce(
        (last, event) => evolveSitting(last, { ...event, ...envelope, version: last.version + 1 }),
        state,
      )
      return { state: after, accepted: [...accepted, { before: state, after, move: { ...tried, input } }] }
    },
    { state: begun(mandates), accepted: [] },
  )
}

/** Every run, with and without a list of mandates. */
function always(check: (played: Played, mandates: readonly Mandate[]) => void): void {
  fc.assert(
    fc.property(moves, fc.constantFrom([], seats), (list, mandates) => check(play(list, mandates), mandates)),
    { numRuns: 1200 },
  )
}

describe('under any order of commands', () => {
  test('no vote is counted twice: one per member and per seat, by those who could vote, and never after the end', () => {
    let counted = 0
    always(({ accepted, state }, mandates) => {
      for (const { before, move: cast } of accepted.filter((each) => each.move.command === 'cast-vote')) {
        const { vote, member: named } = cast.input as { vote: string; member?: string }
        const ballot = before.ballots.find((each) => each.vote === vote)
        const whose = named ?? cast.user
        const voter = votersOf(before, ballot?.case ?? '', { mandates, today: day }).find(
          (each) => each.member === whose,
        )
        expect(ballot?.closedAt).toBeNull()
        expect(voter).toBeDefined()
        expect([whose, voter?.by, 'secretary']).toContain(cast.user)
        if (cast.user !== whose && cast.user !== 'secretary')
          expect(before.proxies).toContainEqual(expect.objectContaining({ member: whose, proxy: cast.user }))
      }
      for (const { cast, count } of state.ballots) {
        expect(new Set(cast.map((each) => each.member)).size).toBe(cast.length)
        if (!count) continue
        counted += 1
        expect(count.for + count.against + count.abstain + count.objection).toBeLessThanOrEqual(cast.length)
        // The alternate and the holder of one seat never both count, unless one took the other's place meanwhile.
        expect(count.for + count.against + count.abstain + count.objection).toBeLessThanOrEqual(members.length)
      }
    })
    expect(counted).toBeGreaterThan(20)
  })

  test('no vote is decided without its quorum, and nobody makes it who stepped aside, is absent or has no mandate', () => {
    let closed = 0
    always(({ accepted }, mandates) => {
      for (const { before, after, move: made } of accepted.filter((each) => each.move.command === 'close-vote')) {
        const { vote } = made.input as { vote: string }
        const ballot = after.ballots.find((each) => each.vote === vote)
        const recused = recusedFrom(before, ballot?.case ?? '')
        const present = ballot?.present ?? []
        closed += 1
        expect(present.length).toBeGreaterThanOrEqual(quorum)
        expect(present.filter((each) => recused.includes(each) || !before.present.includes(each))).toEqual([])
        if (mandates.length > 0) expect(present).not.toContain('third')
        expect(recused).not.toContain(made.user)
      }
    })
    expect(closed).toBeGreaterThan(20)
  })

  test('no decision is possible below the quorum, against the vote, or on another file than the one on the table', () => {
    let possible = 0
    always(({ state }, mandates) => {
      const sitting = summaryOf(state, files, { mandates, today: day })
      const asked = { ...circumstances({ user: 'secretary', role: 'committee-secretary' }, 0, mandates), sitting }
      for (const sum of [4_100_000, 4_000_000, undefined]) {
        const decision = { outcome: sum === undefined ? 'refuse' : 'select', amount: sum } as const
        const refusal = sittingRefusal('sitting-one', submitted, asked) ?? voteRefusal(decision, submitted, asked)
        if (refusal) continue
        possible += 1
        const voters = votersOf(state, submitted.case, { mandates, today: day })
        expect(voters.filter(({ member: who, by }) => who === by).length).toBeGreaterThanOrEqual(quorum)
        expect(state.status).toBe('open')
        const last = state.ballots.findLast((each) => each.case === submitted.case && each.result !== 'withdrawn')
        if (last) expect(last).toMatchObject({ result: 'adopted', outcome: decision.outcome, amount: sum ?? null })
        else expect(state.rule).toBeNull()
        if (state.openFile !== null) expect(state.openFile).toBe(submitted.case)
      }
    })
    expect(possible).toBeGreaterThan(20)
  })

  test('whoever stepped aside reads nothing of the file, whenever they ask', () => {
    let hidden = 0
    always(({ accepted }) => {
      for (const { after } of accepted)
        for (const { case: about, member: who, reason } of after.interests) {
          const seen = sittingFor(after, { user: who, role: roleOf(who) })
          hidden += 1
          expect(mayReadPack(after, about, who)).toBe(false)
          const own = { case: about, member: who, reason }
          const rest = {
            ...seen,
            interests: seen.interests.filter((each) => JSON.stringify(each) !== JSON.stringify(own)),
          }
          expect(JSON.stringify(rest)).not.toContain(`"${about}"`)
          const theirs = [...after.questions, ...after.hearings].filter((each) => each.case === about)
          const elsewhere = [...after.questions, ...after.hearings].filter((each) => each.case !== about)
          const own_words = theirs.flatMap(({ text }) => (text === null ? [] : [text]))
          if (elsewhere.length === 0) for (const word of own_words) expect(wordsOf(seen)).not.toContain(word)
        }
    })
    expect(hidden).toBeGreaterThan(20)
  })
})

test('no ceiling and no request is passed, whatever amount a vote adopted', () => {
  const { running } = business('submitted')
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000_000 }), fc.boolean(), (sum, less) => {
      const state: CaseState = submitted
      const refusal = grantRefusal(sum, state, running, less)
      if (refusal === undefined) expect(sum).toBeLessThanOrEqual(less ? 4_099_999 : 4_100_000)
      else expect(sum === 0 || sum > 4_100_000 || less).toBe(true)
    }),
  )
})
