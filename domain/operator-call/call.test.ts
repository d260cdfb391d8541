import { expect, test } from 'vitest'

import type { Role } from '../role.ts'
import { roles } from '../role.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import type { RecordedCallEvent } from './call.ts'
import { evolveCall, isOpen, noCall } from './call.ts'
import { callCommandNames, callCommands } from './commands/index.ts'
import { attemptCall, mayAttemptCall } from './decide.ts'
import type { CallCircumstances } from './decide.ts'
import type { CallState } from './state.ts'

const edition = { edition: '2026', operators: { lots: ['social', 'business'] } }
const running = { scheme: { scheme: 'small' }, edition } as unknown as RunningEdition
const without = { scheme: { scheme: 'small' }, edition: { edition: '2026' } } as unknown as RunningEdition

type Act = {
  readonly name: string
  readonly input?: object
  readonly role?: Role
  readonly office?: string
  readonly today?: string
  readonly running?: RunningEdition
}

function circumstancesOf(act: Act): CallCircumstances {
  const { role = 'programme-manager', office = 'programme', today = '2026-02-01' } = act
  const offices = { all: [], byRole: { 'programme-manager': ['programme'] } }
  return { actor: { user: 'u', role, office }, today, running: act.running ?? running, offices }
}

function outcomeOf(state: CallState, act: Act) {
  return attemptCall(callCommands[act.name]!, state, act.input ?? {}, circumstancesOf(act))
}

function after(state: CallState, act: Act): CallState {
  const outcome = outcomeOf(state, act)
  if (outcome.refused) throw new Error(outcome.code)
  const at = '2026-02-01T09:00:00.000Z'
  const envelope = { actor: 'u', role: 'programme-manager', office: 'programme', happenedAt: at, recordedAt: at }
  return outcome.value.reduce(
    (now, event) => evolveCall(now, { ...event, ...envelope, version: now.version + 1 } as RecordedCallEvent),
    state,
  )
}

const said = { scheme: 'small', title: 't', text: 'x', from: '2026-02-01', until: '2026-02-28', lots: ['social'] }
const open: Act = { name: 'open-call', input: said }
const opened = after(noCall('one'), open)
const closing: Act = { name: 'close-call', input: { reason: 'r' } }
const changed = (input: object): Act => ({ ...open, input: { ...said, ...input } })

test('a call is open from its first day to its last, unless it is closed before', () => {
  expect(opened).toMatchObject({ office: 'programme', scheme: 'small', edition: '2026', lots: ['social'] })
  const days = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01']
  expect(days.map((day) => isOpen(opened, day))).toEqual([false, true, true, false])
  expect(isOpen(after(opened, closing), '2026-02-02')).toBe(false)
})

test.each<[string, CallState, Act, string, string?]>([
  ['another scheme', noCall('x'), changed({ scheme: 'other' }), 'no-such-scheme', 'scheme'],
  ['an office that does not manage it', noCall('x'), { ...open, office: 'other' }, 'office-may-not'],
  ['an edition without operators', noCall('x'), { ...open, running: without }, 'no-operators', 'scheme'],
  ['an end before its begin', noCall('x'), changed({ until: '2026-01-31' }), 'until-before-from', 'until'],
  ['an end that has passed', noCall('x'), changed({ from: '2026-01-01', until: '2026-01-31' }), 'date-past', 'until'],
  ['no lot', noCall('x'), changed({ lots: [] }), 'lot-needed', 'lots'],
  ['a lot that the edition does not have', noCall('x'), changed({ lots: ['employment'] }), 'unknown-choice', 'lots'],
  ['a second beginning', opened, open, 'already-exists'],
  ['closing nothing', noCall('x'), closing, 'not-found'],
  ['closing for another office', opened, { ...closing, office: 'other' }, 'office-may-not'],
  ['closing twice', after(opened, closing), closing, 'call-closed'],
  ['closing what is over', opened, { ...closing, today: '2026-03-01' }, 'call-closed'],
])('refuses %s', (_name, state, act, code, field) => {
  expect(outcomeOf(state, act)).toMatchObject({ refused: true, code, ...(field ? { field } : {}) })
})

test('calls are for programme managers', () => {
  expect(callCommandNames).toEqual(['open-call', 'close-call'])
  for (const name of callCommandNames)
    for (const role of roles) {
      const code = mayAttemptCall(callCommands[name]!, opened, circumstancesOf({ name, role }))?.code
      expect(code === 'role-may-not', `${name} ${role}`).toBe(role !== 'programme-manager')
    }
})
