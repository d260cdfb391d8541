import { describe, expect, test } from 'vitest'

import { loadSchemes } from '#catalogue/load.ts'
import { caseCommands } from '#domain/case/commands/index.ts'
import { mayAttempt } from '#domain/case/decide.ts'
import type { CaseState } from '#domain/case/state.ts'
import { noHolidays } from '#domain/holidays.ts'
import type { Actor } from '#domain/role.ts'
import { compileRules } from '#domain/scheme/verdict.ts'

import type { Ground } from '../local/edition.ts'
import { emptyFile } from '../local/foresee.ts'
import { circumstancesOf, judge } from '../local/judge.ts'
import { actGroups, fieldOf, givenBy, groupOfAct, impossibleActs, possibleActs, type Attempts } from './acts.ts'
import { owedOn } from './next.ts'

const scheme = loadSchemes('catalogue/schemes').find((each) => each.scheme === 'ofii-cameroon')
const edition = scheme?.editions[0]
if (!scheme || !edition) throw new Error('the scheme of the story is missing')
const ground: Ground = {
  running: { scheme, edition, rules: compileRules(scheme, edition) },
  editions: [edition.edition],
  calendar: noHolidays,
  offices: {
    all: ['lyon', 'yaounde'],
    byRole: { counsellor: ['lyon'], coordinator: ['yaounde'], 'finance-officer': ['paris'] },
  },
  officeNames: {},
}
const now = '2026-03-02T09:00:00Z'
const claire: Actor = { user: 'claire', role: 'counsellor', office: 'lyon' }
const serge: Actor = { user: 'serge', role: 'coordinator', office: 'yaounde' }

/** What the case looks like after these commands, each by its own seat. */
function after(...acts: readonly [Actor, string, Record<string, unknown>][]): CaseState {
  const start = emptyFile('0195580d-0000-7000-8000-000000000001')
  return acts.reduce((file, [actor, name, input], index) => {
    const outcome = judge(caseCommands[name]!, file, input, { ground, actor, command: `c${index}`, now })
    if (outcome.refused) throw new Error(`${name}: ${JSON.stringify(outcome)}`)
    return outcome.value.answer
  }, start).case
}

function seenBy(actor: Actor, state: CaseState) {
  const circumstances = circumstancesOf({ ground, actor, command: 'asked', now })
  const attempts: Attempts = new Map(
    Object.values(caseCommands).map((command) => [command.name, mayAttempt(command, state, circumstances)]),
  )
  return { owed: owedOn(state, attempts, circumstances), acts: possibleActs(attempts, state, circumstances), attempts }
}

const person = {
  person: '0195580d-0000-7000-8000-0000000000aa',
  givenName: 'Awa',
  familyName: 'N',
  relation: 'principal',
}
const consents = edition.consents.filter(({ required }) => required).map(({ purpose }) => purpose)
const registered: [Actor, string, Record<string, unknown>] = [
  claire,
  'register-case',
  { scheme: scheme.scheme, people: [person], consents, on: '2026-03-02' },
]

describe('the next act', () => {
  test('is the one this seat owes and can do, with the step it is about', () => {
    const [first] = seenBy(claire, after(registered)).owed
    expect(first).toMatchObject({ isMine: true, isAhead: false })
    expect(first?.ways[0]).toEqual({ command: 'complete-step', of: first?.obligation.step })
  })

  test('says who owes it to whoever cannot do it', () => {
    const [first] = seenBy(serge, after(registered)).owed
    expect(first).toMatchObject({ isMine: false, ways: [], obligation: { role: 'counsellor', office: 'lyon' } })
  })

  test('nothing is offered that would be refused', () => {
    for (const actor of [claire, serge]) {
      const { owed, acts, attempts } = seenBy(actor, after(registered))
      for (const { command } of [...acts, ...owed.flatMap(({ ways }) => ways)])
        expect(attempts.get(command)).toBeUndefined()
    }
  })
})

describe('the menu of acts', () => {
  test('has a command that goes step by step once for each step that is open', () => {
    const { acts } = seenBy(claire, after(registered))
    const steps = acts.filter(({ command }) => command === 'complete-step').map(({ of }) => of)
    expect(steps).toEqual(['first-interview'])
    expect(acts.map(({ command }) => command)).toContain('add-note')
    expect(acts.map(({ command }) => command)).not.toContain('register-case')
  })

  test('explains what the role could do later, and is silent about what is not its own', () => {
    const { attempts } = seenBy(claire, after(registered))
    const told = impossibleActs(attempts)
    expect(told.map(({ command }) => command)).toContain('confirm-departure')
    expect(told.map(({ command }) => command)).not.toContain('release-tranche')
  })

  test('every command has a place in it, and what it is about is one of its own fields', () => {
    for (const { name, fields } of Object.values(caseCommands)) {
      expect(actGroups).toContain(groupOfAct(name))
      const field = fieldOf(name)
      if (field !== undefined) expect(Object.keys(fields)).toContain(field)
    }
    expect(givenBy({ command: 'record-payment', of: 'first' })).toEqual({ tranche: 'first' })
    expect(givenBy({ command: 'add-note', of: 'first' })).toEqual({})
  })
})
