import { expect, test } from 'vitest'

import { roles } from '../role.ts'
import { circumstancesOf, noDeeds } from '#tests/kit/case.ts'
import { sittingAfter } from '#tests/kit/sitting.ts'
import { planned, secretary, voting } from '#tests/kit/voting.ts'

import { sittingCommandNames, sittingCommands } from './commands/index.ts'
import { mayAttemptSitting } from './decide.ts'
import { sittingStates } from './state.ts'

const open = voting
const closed = sittingAfter(open, secretary('close-sitting'))
const cancelled = sittingAfter(planned, secretary('cancel-sitting', { reason: 'strike' }))

/**
 * Who may do what and when: committee member, secretary, chair, the system, and every other role; planned, open, closed,
 * cancelled.
 */
const classified = `
plan-sitting      .x...  ....
set-quorum        .xx..  x...
set-voting-rule   .xx..  xx..
name-members      .x...  x...
name-proxy        .x...  xx..
move-sitting      .x...  x...
call-members      .xx..  x...
set-agenda        .xx..  xx..
move-file         .xx..  xx..
freeze-packs      .xxx.  xx..
record-packs      ...x.  xx..
declare-interest  xxx..  xx..
lift-interest     .xx..  x...
open-sitting      .xx..  x...
change-presence   .xx..  .x..
open-file         .xx..  .x..
record-hearing    .xx..  .x..
ask-question      xxx..  .x..
record-answer     .xx..  .x..
open-vote         .xx..  .x..
cast-vote         xxx..  .x..
close-vote        .xx..  .x..
withdraw-vote     .xx..  .x..
close-sitting     .xx..  .x..
write-minutes     .xx..  .xx.
sign-minutes      xxx..  ..x.
produce-letters   .xx..  .xx.
cancel-sitting    .xx..  x...
`

test('every role and every state of a sitting is allowed or forbidden for every command', () => {
  const lines = classified
    .trim()
    .split('\n')
    .map((line) => line.split(/ +/))
  expect(lines.map(([name]) => name)).toEqual(sittingCommandNames)
  const states = { planned, open, closed, cancelled }
  for (const [name = '', allowedRoles = '', allowedStates = ''] of lines) {
    const command = sittingCommands[name]!
    for (const role of roles) {
      const column = ['committee-member', 'committee-secretary', 'committee-chair', 'system'].indexOf(role)
      expect(command.roles.includes(role), `${name} ${role}`).toBe(allowedRoles.at(column) === 'x')
    }
    for (const [column, status] of sittingStates.entries()) {
      const circumstances = circumstancesOf(noDeeds(), { command: name, by: command.roles[0]!, day: '2026-05-12' })
      const code = mayAttemptSitting(command, states[status], circumstances)?.code
      const expected = command.kind === 'opens' ? 'already-exists' : 'sitting-is'
      if (allowedStates[column] === 'x') expect(code, `${name} ${status}`).not.toBe(expected)
      else expect(code, `${name} ${status}`).toBe(expected)
    }
  }
})
