import { expect, test } from 'vitest'

import { summaryOf } from '#domain/sitting/sitting.ts'

import { after, refusalOf } from '../kit/case.ts'
import type { Deed } from '../kit/case.ts'
import { business, businessRoad } from '../kit/roads.ts'
import type { Act } from '../kit/sitting.ts'
import { emptySitting, sittingAfter } from '../kit/sitting.ts'

const members = ['chair', 'first', 'second', 'third']

function secretary(command: string, input: Act['input'], day = '2026-05-12'): Act {
  return { command, by: 'committee-secretary', day, input }
}

test('a file is decided by the sitting it was handed to, with its quorum, without who stepped aside', () => {
  const file = business('planned').state.case
  const planned = sittingAfter(
    emptySitting(),
    secretary('plan-sitting', { scheme: 'ofii-cameroon', on: '2026-05-12', place: 'embassy', members }, '2026-04-01'),
  )
  const submitted = after(business('planned'), {
    ...businessRoad.submitted,
    sitting: summaryOf(planned, []),
  })
  const stepsAside = secretary('declare-interest', { case: file, member: 'first', reason: 'a cousin' })
  const decide = (sitting: Deed['sitting']): Deed => ({ ...businessRoad.decided, sitting: sitting ?? {} })

  const opened = sittingAfter(planned, stepsAside, secretary('open-sitting', { present: ['chair', 'first', 'second'] }))
  expect(refusalOf(submitted, decide(summaryOf(planned, [file])))?.code).toBe('sitting-not-open')
  expect(refusalOf(submitted, decide(summaryOf(opened, [])))?.code).toBe('not-on-agenda')
  expect(refusalOf(submitted, decide(summaryOf(opened, [file])))?.code).toBe('quorum-not-set')

  const withQuorum = sittingAfter(
    planned,
    secretary('set-quorum', { quorum: 3, reason: 'letter of the embassy' }),
    stepsAside,
    secretary('open-sitting', { present: ['chair', 'first', 'second'] }),
  )
  expect(refusalOf(submitted, decide(summaryOf(withQuorum, [file])))).toMatchObject({
    code: 'no-quorum',
    facts: { quorum: 3, voting: 2, present: 3, recused: 1 },
  })

  const allThere = sittingAfter(withQuorum, secretary('change-presence', { present: members }))
  const decided = after(submitted, decide(summaryOf(allThere, [file])))
  expect(decided.state.award?.amount).toBe(4_100_000)
  expect(decided.state.submission).toBeNull()
})
