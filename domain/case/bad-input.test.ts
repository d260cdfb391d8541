import fc from 'fast-check'
import { expect, test } from 'vitest'

import { enrolled, groupOpened } from '#tests/kit/beneficiaries.ts'
import { after, caseId, circumstancesOf, commandOf, noDeeds, outcomeOf, runningScheme } from '#tests/kit/case.ts'
import type { Played } from '#tests/kit/case.ts'
import { droppedCase } from '#tests/kit/dropped.ts'
import { at, business, businessRoad, socialRoad } from '#tests/kit/roads.ts'
import { emptySitting } from '#tests/kit/sitting.ts'

import { sittingCommandNames, sittingCommands } from '../sitting/commands/index.ts'
import { attemptSitting } from '../sitting/decide.ts'
import { caseCommandNames } from './commands/index.ts'
import { attempt, mayAttempt } from './decide.ts'

const moments = Object.keys(businessRoad) as (keyof typeof businessRoad)[]
const troubled = after(business('visitOne'), {
  command: 'raise-difficulty',
  by: 'adviser',
  day: '2026-07-03',
  input: { about: 'market', text: 'words' },
})
const linked = after(business('visitOne'), {
  command: 'link-person',
  by: 'coordinator',
  day: '2026-07-03',
  input: { known: '00000000-0000-4000-8000-0000000000f1', reason: 'words' },
})
const own = { counsellor: ['lyon'], coordinator: ['yaounde'], 'employment-adviser': ['yaounde'] }
const group = after(
  noDeeds(runningScheme('unhcr-anpe-workshop'), own),
  groupOpened('unhcr-anpe-workshop', 'x', 'coordinator', '2026-06-01'),
  enrolled('unhcr-anpe-workshop', 'coordinator', '2026-06-02', 1, 2),
)
const gathered = after(group, {
  command: 'record-session',
  by: 'coordinator',
  day: '2026-06-03',
  input: { title: 'x', present: [] },
})
const alone = [...moments.map((moment) => business(moment)), at('taken', socialRoad), troubled, linked]
const paused = after(business('agreed'), {
  command: 'pause-deadline',
  by: 'coordinator',
  day: '2026-03-20',
  input: { step: 'feasibility', reason: 'words' },
})
const unselected = after(business('submitted'), {
  ...businessRoad.decided,
  input: { ...businessRoad.decided.input, outcome: 'refuse', amount: undefined, conditions: undefined, text: 'words' },
})
const cases: readonly Played[] = [...alone, group, gathered, paused, unselected, droppedCase()]

/** What people and machines send: nothing, the wrong type, too much, too long, other scripts, signs of control. */
const anyValue = fc.oneof(
  fc.anything(),
  fc.string({ maxLength: 40 }),
  fc.constantFrom<unknown>(
    '',
    ' ',
    'x'.repeat(10_001),
    'اسم طويل '.repeat(50),
    '\u202Eabc\u0000',
    '👩🏽‍🌾'.repeat(100),
    '2026-02-30',
    '0000-00-00',
    '9999-12-31',
    '2026-06-01',
    -1,
    0.1,
    1e308,
    Number.NaN,
    Number.MAX_SAFE_INTEGER,
    [],
    [null],
    {},
    { __proto__: null },
    null,
    true,
    '__proto__',
    'constructor',
  ),
)

function anyInput(fields: readonly string[]): fc.Arbitrary<unknown> {
  const known = fc.dictionary(fc.constantFrom(...fields, 'stray', '__proto__'), anyValue, { maxKeys: 8 })
  return fc.oneof({ weight: 6, arbitrary: known }, { weight: 1, arbitrary: fc.anything() })
}

function expectRefusalOrEvents(outcome: ReturnType<typeof outcomeOf>, command: string): void {
  if (!outcome.refused) return expect(outcome.value.events.length, command).toBeGreaterThan(0)
  expect(outcome.code, command).toMatch(/^[a-z][a-z-]+$/)
  expect(JSON.parse(JSON.stringify(outcome.facts)), command).toBeTypeOf('object')
}

test.each(caseCommandNames)('%s answers anything with a refusal or with events', (name) => {
  const command = commandOf(name)
  const doers = cases.flatMap((played) =>
    command.roles.flatMap((by) =>
      ['lyon', 'yaounde', 'operator-one', 'committee', 'finance'].map((office) => {
        const circumstances = circumstancesOf(played, { command: name, by, day: '2027-07-01', office })
        return { state: played.state, circumstances }
      }),
    ),
  )
  const able = doers.filter(({ state, circumstances }) => !mayAttempt(command, state, circumstances))
  const opening = { state: { ...cases[0]!.state, case: caseId, version: 0 }, circumstances: doers[0]!.circumstances }
  const settings = command.kind === 'opens' ? [opening] : able
  expect(settings.length).toBeGreaterThan(0)
  fc.assert(
    fc.property(
      fc.constantFrom(...settings),
      anyInput(Object.keys(command.fields)),
      ({ state, circumstances }, input) => {
        expectRefusalOrEvents(attempt(command, state, input, circumstances), name)
      },
    ),
    { numRuns: 60 },
  )
})

test.each(sittingCommandNames)('%s answers anything with a refusal or with events', (name) => {
  const command = sittingCommands[name]!
  const by = command.roles[0]!
  const circumstances = circumstancesOf(cases[0]!, { command: name, by, day: '2026-05-12' })
  const sitting = { ...emptySitting(), version: 1, office: 'committee', on: '2026-05-12', members: ['chair'] }
  const states = command.kind === 'opens' ? [emptySitting()] : command.states.map((status) => ({ ...sitting, status }))
  fc.assert(
    fc.property(fc.constantFrom(...states), anyInput([...Object.keys(command.fields), 'none']), (state, input) => {
      expectRefusalOrEvents(attemptSitting(command, state, input, circumstances) as never, name)
    }),
    { numRuns: 60 },
  )
})
