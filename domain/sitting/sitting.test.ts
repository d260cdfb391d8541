import { describe, expect, test } from 'vitest'

import type { Circumstances } from '../command.ts'
import type { Committee } from '../scheme/committee.ts'
import { circumstancesOf, noDeeds } from '#tests/kit/case.ts'
import type { Act } from '#tests/kit/sitting.ts'
import { emptySitting, refusalIn, sittingAfter } from '#tests/kit/sitting.ts'

import { presenceRefusal } from './decide.ts'
import { summaryOf } from './summary.ts'
import type { SittingState } from './state.ts'

const members = ['chair', 'first', 'second', 'third']
const secretary = (command: string, input: Act['input'] = {}, day = '2026-05-12'): Act => ({
  command,
  by: 'committee-secretary',
  day,
  input,
})
const member = (user: string, command: string, input: Act['input'] = {}): Act => ({
  command,
  by: 'committee-member',
  user,
  day: '2026-05-12',
  input,
})

const plan = secretary(
  'plan-sitting',
  { scheme: 'ofii-cameroon', on: '2026-05-12', place: 'embassy', members },
  '2026-04-01',
)
/** The committee of the scheme, if it met in this way. */
function sittingOf(presence: Committee['presence']): Circumstances {
  const circumstances = circumstancesOf(noDeeds(), { command: '', by: 'committee-secretary', day: '2026-05-12' })
  const { running } = circumstances
  const committees = running.edition.committees?.map((each) => ({ ...each, presence }))
  return { ...circumstances, running: { ...running, edition: { ...running.edition, committees } } }
}

const planned = sittingAfter(emptySitting(), plan)
const open = sittingAfter(planned, secretary('open-sitting', { present: ['chair', 'first', 'second'] }))
const closed = sittingAfter(open, secretary('close-sitting', { minutes: 'two files' }))
const cancelled = sittingAfter(planned, secretary('cancel-sitting', { reason: 'strike' }))
const interest = { case: 'a-case', reason: 'my cousin' }

describe('a sitting', () => {
  test('is planned, opened, closed and signed', () => {
    expect(planned).toMatchObject({
      status: 'planned',
      scheme: 'ofii-cameroon',
      edition: '2025-11',
      office: 'committee',
      quorum: null,
      members,
    })
    expect(open).toMatchObject({
      status: 'open',
      present: ['chair', 'first', 'second'],
      openedAt: '2026-05-12T09:00:00.000Z',
    })
    expect(closed).toMatchObject({ status: 'closed', minutes: 'two files' })
    const signed = sittingAfter(closed, member('first', 'sign-minutes'), {
      ...member('chair', 'sign-minutes'),
      by: 'committee-chair',
    })
    expect(signed.signatures.map((each) => each.member)).toEqual(['first', 'chair'])
    expect(cancelled.status).toBe('cancelled')
  })

  test('gives a case what its decision needs, with those who stepped aside from it', () => {
    const state = sittingAfter(
      planned,
      secretary('set-quorum', { quorum: 3, reason: 'letter of the embassy' }),
      member('first', 'declare-interest', interest),
      secretary('declare-interest', { ...interest, member: 'second' }),
      secretary('lift-interest', { ...interest, member: 'second' }),
      secretary('open-sitting', { present: members }),
      secretary('change-presence', { present: ['chair', 'first'] }),
    )
    const simple = { vote: null, pack: null }
    expect(summaryOf(state, ['a-case', 'another'])).toEqual({
      sitting: 'sitting-one',
      scheme: 'ofii-cameroon',
      committee: 'selection-committee',
      office: 'committee',
      state: 'open',
      on: '2026-05-12',
      quorum: 3,
      present: ['chair', 'first'],
      files: [
        { case: 'a-case', recused: ['first'], voting: ['chair'], ...simple },
        { case: 'another', recused: [], voting: ['chair', 'first'], ...simple },
      ],
      procedure: 'meeting',
      openFile: null,
      votes: false,
      frozen: false,
      next: null,
    })
  })

  test('moves, and names other members, as long as it is planned', () => {
    const state = sittingAfter(
      planned,
      secretary('move-sitting', { on: '2026-06-01', place: 'residence', reason: 'strike' }),
      secretary('name-members', { members: ['chair', 'fourth', 'chair'] }),
    )
    expect(state).toMatchObject({ on: '2026-06-01', place: 'residence', members: ['chair', 'fourth'] })
  })

  test('says who of those present takes part at a distance, as far as its committee meets so', () => {
    const remote = sittingAfter(planned, secretary('open-sitting', { present: ['chair', 'first'], remote: ['first'] }))
    expect(remote).toMatchObject({ present: ['chair', 'first'], remote: ['first'] })
    const back = sittingAfter(remote, secretary('change-presence', { present: ['chair', 'first'] }))
    expect(back.remote).toEqual([])
    const stranger = secretary('change-presence', { present: ['chair'], remote: ['second'] })
    expect(refusalIn(remote, stranger)).toMatchObject({ code: 'remote-not-present', field: 'remote' })
  })

  test.each([
    ['in-the-room', ['first'], 'presence-not-possible'],
    ['in-the-room', [], undefined],
    ['remote', ['first'], 'presence-not-possible'],
    ['remote', ['chair', 'first'], undefined],
    ['both', ['first'], undefined],
  ] as const)('of a committee that meets %s', (presence, remote, code) => {
    const here = { present: ['chair', 'first'], remote }
    expect(presenceRefusal(here, planned, sittingOf(presence))?.code).toBe(code)
  })

  test('survives JSON', () => {
    for (const state of [planned, open, closed, cancelled]) expect(JSON.parse(JSON.stringify(state))).toEqual(state)
  })
})

const quorum = sittingAfter(planned, secretary('set-quorum', { quorum: 3, reason: 'r' }))

test.each<[string, SittingState, Act, string, string?]>([
  ['a sitting that is there', planned, plan, 'already-exists'],
  [
    'another scheme',
    emptySitting(),
    { ...plan, input: { ...plan.input, scheme: 'other' } },
    'no-such-scheme',
    'scheme',
  ],
  ['a day that is over', emptySitting(), { ...plan, day: '2026-05-13' }, 'date-past', 'on'],
  ['nobody', emptySitting(), { ...plan, input: { ...plan.input, members: [] } }, 'nobody-sits', 'members'],
  [
    'a quorum above the members',
    emptySitting(),
    { ...plan, input: { ...plan.input, quorum: 5 } },
    'quorum-above-members',
    'quorum',
  ],
  ['an office that is no committee', emptySitting(), { ...plan, office: 'lyon' }, 'office-may-not'],
  ['a coordinator', emptySitting(), { ...plan, by: 'coordinator' }, 'role-may-not'],
  ['an act on nothing', emptySitting(), secretary('cancel-sitting', { reason: 'r' }), 'not-found'],
  [
    "another committee's sitting",
    planned,
    { ...secretary('cancel-sitting', { reason: 'r' }), office: 'other' },
    'office-may-not',
  ],
  [
    'a quorum above its members',
    planned,
    secretary('set-quorum', { quorum: 5, reason: 'r' }),
    'quorum-above-members',
    'quorum',
  ],
  ['the same quorum', quorum, secretary('set-quorum', { quorum: 3, reason: 'r' }), 'nothing-changes', 'quorum'],
  ['a quorum in the middle of the meeting', open, secretary('set-quorum', { quorum: 2, reason: 'r' }), 'sitting-is'],
  [
    'fewer members than the quorum',
    quorum,
    secretary('name-members', { members: ['chair'] }),
    'quorum-above-members',
    'members',
  ],
  ['no members', planned, secretary('name-members', { members: [] }), 'nobody-sits', 'members'],
  [
    'a move into the past',
    planned,
    secretary('move-sitting', { on: '2026-05-11', place: 'p', reason: 'r' }),
    'date-past',
    'on',
  ],
  [
    'an interest of somebody else',
    planned,
    member('first', 'declare-interest', { ...interest, member: 'second' }),
    'only-for-yourself',
    'member',
  ],
  ['an interest of a stranger', planned, member('stranger', 'declare-interest', interest), 'no-such-member', 'member'],
  [
    'an interest twice',
    sittingAfter(planned, member('first', 'declare-interest', interest)),
    member('first', 'declare-interest', interest),
    'already-declared',
    'case',
  ],
  [
    'lifting what was not declared',
    planned,
    secretary('lift-interest', { ...interest, member: 'first' }),
    'not-declared',
    'member',
  ],
  [
    'opening before the day',
    planned,
    secretary('open-sitting', { present: ['chair'] }, '2026-05-11'),
    'sitting-not-yet',
  ],
  ['opening with nobody', planned, secretary('open-sitting', { present: [] }), 'nobody-sits', 'present'],
  [
    'opening with a stranger',
    planned,
    secretary('open-sitting', { present: ['stranger'] }),
    'no-such-member',
    'present',
  ],
  ['opening twice', open, secretary('open-sitting', { present: ['chair'] }), 'sitting-is'],
  [
    'a stranger who comes in',
    open,
    secretary('change-presence', { present: ['stranger'] }),
    'no-such-member',
    'present',
  ],
  ['everybody leaving', open, secretary('change-presence', { present: [] }), 'nobody-sits', 'present'],
  ['closing what was not opened', planned, secretary('close-sitting', { minutes: 'm' }), 'sitting-is'],
  ['cancelling what is open', open, secretary('cancel-sitting', { reason: 'r' }), 'sitting-is'],
  ['signing before the end', open, member('first', 'sign-minutes'), 'sitting-is'],
  ['a signature of somebody absent', closed, member('third', 'sign-minutes'), 'not-present'],
  [
    'a second signature',
    sittingAfter(closed, member('first', 'sign-minutes')),
    member('first', 'sign-minutes'),
    'already-signed',
  ],
])('a sitting refuses %s', (_name, state, act, code, field) => {
  expect(refusalIn(state, act)).toMatchObject(field === undefined ? { code } : { code, field })
})
