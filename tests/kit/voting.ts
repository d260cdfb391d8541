import type { SittingState } from '#domain/sitting/state.ts'

import { business } from './roads.ts'
import { emptySitting, sittingAfter } from './sitting.ts'
import type { Act } from './sitting.ts'

// A sitting of four members with one file on the table and a proposal put to the vote; three of them are there.

export const members = ['chair', 'first', 'second', 'third']
export const submitted = business('submitted')
export const file = submitted.state.case
export const day = '2026-05-12'

export const secretary = (command: string, input: Act['input'] = {}, on = day): Act => ({
  command,
  by: 'committee-secretary',
  user: 'secretary',
  day: on,
  input,
})
export const member = (user: string, command: string, input: Act['input'] = {}, on = day): Act => ({
  command,
  by: user === 'chair' ? 'committee-chair' : 'committee-member',
  user,
  day: on,
  input,
})

export const plan = { scheme: 'ofii-cameroon', on: day, place: 'embassy', members, quorum: 3 }
export const rule = { decides: 'majority', casting: true, reason: 'letter of the embassy' }
export const planned = sittingAfter(
  emptySitting(),
  secretary('plan-sitting', plan, '2026-04-01'),
  secretary('set-voting-rule', rule, '2026-04-01'),
)
export const proposal = { case: file, outcome: 'select', amount: 4_000_000 }
export const voting = sittingAfter(
  planned,
  secretary('open-sitting', { present: ['chair', 'first', 'second'], chair: 'chair' }),
  secretary('open-file', { case: file }),
  secretary('open-vote', proposal),
)
export const vote = voteOf(voting)
export const cast = (user: string, says: string, more: Act['input'] = {}) =>
  member(user, 'cast-vote', { vote, says, ...more })

export function voteOf({ ballots }: SittingState): string {
  return ballots.at(-1)?.vote ?? ''
}
