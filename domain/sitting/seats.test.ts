import { describe, expect, test } from 'vitest'

import type { CommitteeSheet } from '../command.ts'
import type { Mandate } from '../committee/state.ts'
import { committeeOf } from '../scheme/committee.ts'
import { circumstancesOf, noDeeds } from '#tests/kit/case.ts'
import { emptySitting, refusalIn, sittingAfter } from '#tests/kit/sitting.ts'
import type { Act } from '#tests/kit/sitting.ts'
import {
  cast,
  day,
  file,
  member,
  members,
  plan,
  planned,
  proposal,
  rule,
  secretary,
  voting,
} from '#tests/kit/voting.ts'

import { summaryOf } from './summary.ts'
import type { SittingState } from './state.ts'
import { votersOf } from './voters.ts'

describe('a seat', () => {
  const held = (
    mandate: string,
    seat: string,
    who: string,
    as: Mandate['as'],
    until: string | null = null,
  ): Mandate => ({
    mandate,
    seat,
    member: who,
    as,
    from: '2026-01-01',
    until,
  })
  const seats = [
    held('m1', 'ofii', 'chair', 'holder'),
    held('m2', 'afd', 'first', 'holder'),
    held('m3', 'afd', 'second', 'alternate'),
    held('m4', 'cooperation', 'third', 'holder', '2026-05-11'),
  ]
  const sitting = (present: readonly string[]): SittingState => ({ ...voting, present })
  const ground = { mandates: seats, today: day }
  const who = (state: SittingState) => votersOf(state, file, ground).map(({ member: each }) => each)

  test('votes through its alternate only while its holder is absent, and never after its mandate', () => {
    expect(who(sitting(members))).toEqual(['chair', 'first'])
    expect(who(sitting(['chair', 'second', 'third']))).toEqual(['chair', 'second'])
    const aside = { case: file, member: 'first', reason: 'r' }
    expect(who({ ...sitting(members), interests: [aside] })).toEqual(['chair'])
  })

  test('votes once: not through a proxy beside its alternate', () => {
    const named = { ...sitting(['chair', 'second']), proxies: [{ member: 'first', proxy: 'chair', letter: 'l' }] }
    expect(votersOf(named, file, ground)).toEqual([
      { member: 'chair', by: 'chair' },
      { member: 'second', by: 'second' },
    ])
    expect(votersOf({ ...named, present: ['chair'] }, file, ground)).toContainEqual({ member: 'first', by: 'chair' })
  })

  test('has no vote, no alternate and no proxy where the committee’s rules say so', () => {
    const { edition } = circumstancesOf(noDeeds(), { command: '', by: 'committee-secretary', day }).running
    const known = committeeOf(edition, 'selection-committee')!
    const rules = { ...known.rules!, alternates: 'no', proxies: 'no' } as const
    const without = { ...ground, committee: { ...known, rules } }
    expect(votersOf(sitting(['chair', 'second']), file, without)).toEqual([{ member: 'chair', by: 'chair' }])
    const silent = known.seats.map((seat) => (seat.seat === 'ofii' ? { ...seat, votes: 'no' as const } : seat))
    expect(votersOf(sitting(members), file, { ...ground, committee: { ...known, seats: silent } })).toEqual([
      { member: 'first', by: 'first' },
    ])
  })

  test('is asked for when somebody is named, comes in or votes', () => {
    const committee: CommitteeSheet = { files: [], mandates: seats, chairs: ['chair'], minutesHash: null }
    const late = secretary('open-sitting', { present: ['chair', 'third'] })
    expect(refusalIn(planned, late, committee)).toMatchObject({
      code: 'mandate-over',
      facts: { member: 'third', until: '2026-05-11' },
      field: 'present',
    })
    expect(
      refusalIn(planned, secretary('name-members', { members: ['chair', 'nobody', 'first'] }), committee),
    ).toMatchObject({
      code: 'no-mandate',
      facts: { member: 'nobody' },
    })
    expect(refusalIn({ ...voting, present: members }, cast('second', 'for'), committee)?.code).toBe('may-not-vote')
  })
})

describe('without a meeting', () => {
  const written = { ...plan, procedure: 'urgent', answerBy: '2026-05-15' }
  const asked = sittingAfter(
    emptySitting(),
    secretary('plan-sitting', written, '2026-05-10'),
    secretary('set-voting-rule', rule, '2026-05-10'),
    secretary('open-sitting', { present: [] }),
    secretary('open-vote', proposal),
    secretary('open-vote', { ...proposal, case: 'file-two' }),
  )
  const [first, second] = asked.ballots.map((ballot) => ballot.vote) as [string, string]
  const says = (user: string, on = day, ballot = first) => member(user, 'cast-vote', { vote: ballot, says: 'for' }, on)

  test('members answer within a term; it counts once all have answered', () => {
    const three = sittingAfter(asked, says('chair'), says('first'), says('second', '2026-05-14'))
    expect(refusalIn(three, secretary('close-vote', { vote: first }, '2026-05-14'))).toMatchObject({
      code: 'term-running',
      facts: { until: '2026-05-15', missing: 1 },
    })
    const all = sittingAfter(three, says('third', '2026-05-15'), secretary('close-vote', { vote: first }, '2026-05-15'))
    expect(all.ballots[0]).toMatchObject({ result: 'adopted', present: members })
    expect(summaryOf(all, [file]).files[0]).toMatchObject({ voting: members, vote: { result: 'adopted' } })
  })

  test('or once the term is over and enough have answered; later answers are refused', () => {
    const late = '2026-05-18'
    const two = sittingAfter(asked, says('chair'), says('first'))
    expect(refusalIn(two, secretary('close-vote', { vote: first }, late))).toMatchObject({
      code: 'no-quorum',
      facts: { quorum: 3, voting: 2 },
    })
    expect(refusalIn(two, says('second', late))).toMatchObject({ code: 'term-over', facts: { until: '2026-05-15' } })
    const three = sittingAfter(two, says('second'), secretary('close-vote', { vote: first }, late))
    expect(three.ballots[0]).toMatchObject({ result: 'adopted', present: ['chair', 'first', 'second'] })
    expect(sittingAfter(two, says('first', day, second)).ballots[1]?.cast).toHaveLength(1)
  })

  test.each<[string, Act['input'], string, string]>([
    ['no term', { ...plan, procedure: 'restricted' }, 'term-needed', 'answerBy'],
    ['a term before its day', { ...plan, procedure: 'urgent', answerBy: '2026-05-11' }, 'term-before-day', 'answerBy'],
    ['a cut-off after the sitting', { ...plan, cutOffOn: '2026-05-13' }, 'cut-off-after-sitting', 'cutOffOn'],
  ])('%s is refused', (_name, input, code, field) => {
    expect(refusalIn(emptySitting(), secretary('plan-sitting', input, '2026-05-10'))).toMatchObject({ code, field })
  })

  test('no file lies on the table alone', () => {
    expect(refusalIn(asked, secretary('open-file', { case: file }))?.code).toBe('only-in-meeting')
  })
})
