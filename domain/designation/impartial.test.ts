/** Ranking never rests on who the person is: every fact about them is changed, and the proposal stays byte for byte. */
import { describe, expect, test } from 'vitest'

import { after, noDeeds, runningScheme } from '#tests/kit/case.ts'
import { knownOf, performanceOf, sheetOf, withServices } from '#tests/kit/operators.ts'
import { at, business, employmentRoad, socialRoad } from '#tests/kit/roads.ts'

import { canonicalJson } from '../canonical.ts'
import { caseCommands } from '../case/commands/index.ts'
import type { CaseState } from '../case/state.ts'
import type { FactAnswer } from '../field.ts'
import { personSchema } from '../field.ts'
import type { RankingQuestion } from './question.ts'
import { questionOf } from './question.ts'
import { rankOperators } from './rank.ts'

const running = withServices(runningScheme('ofii-cameroon'))
const today = '2026-06-01'

const known = knownOf(
  [
    sheetOf('operator-one', { lots: ['business', 'social', 'employment'] }),
    sheetOf('operator-two', { regions: ['CM-LT'], languages: ['en'], sectors: [] }),
    sheetOf('operator-three', { lots: ['social'], capacity: 3 }),
  ],
  [performanceOf('operator-one', { caseload: 9 }), performanceOf('operator-two'), performanceOf('operator-three')],
)

/** Cases at every point at which an operator is sought. */
const cases: Readonly<Record<string, CaseState>> = {
  'a business, newly home': business('met').state,
  'a business with its idea': business('agreed').state,
  'a job': at('met', employmentRoad).state,
  'a social aid': at('met', socialRoad).state,
  'a case without anything': { ...noDeeds().state, scheme: 'ofii-cameroon' },
}

type Rank = (state: CaseState) => string

const proposed: Rank = (state) =>
  canonicalJson(rankOperators(questionOf(state, running, known, { today }), known.sheets, known.performances))

/** Every other thing that the case could say of the person, one at a time, under a name. */
function mutants(state: CaseState): readonly (readonly [string, CaseState])[] {
  const facts = running.edition.facts.flatMap(({ fact, options = [] }) => {
    const values: FactAnswer[] = [
      { known: true },
      { known: false },
      { known: 0 },
      { known: 90 },
      { known: '1950-01-01' },
      { unknown: 'refused' },
      ...options.map(({ option }) => ({ known: option })),
    ]
    return values.map((value) => [`fact ${fact}`, { ...state, facts: { ...state.facts, [fact]: value } }] as const)
  })
  // Facts that a scheme may ask one day.
  const asked = ['sexe', 'âge', 'nationalité', 'handicap', 'vulnérabilité', 'grossesse', 'santé'].map(
    (fact) => [`fact ${fact}`, { ...state, facts: { ...state.facts, [fact]: { known: true } } }] as const,
  )
  const years = [null, 1940, 1999, 2012].map(
    (birthYear) => ['age', { ...state, members: state.members.map((each) => ({ ...each, birthYear })) }] as const,
  )
  const person = { person: 'p', relation: 'child' as const, birthYear: 2020 }
  const screened = state.assessments.flatMap((assessment) =>
    [0, 0.5, 1, null].map(
      (score) =>
        [
          'score',
          { ...state, assessments: [...state.assessments, { ...assessment, score, band: String(score) }] },
        ] as const,
    ),
  )
  return [
    ...facts,
    ...asked,
    ...years,
    ...screened,
    ['children', { ...state, members: [...state.members, person] }],
    ['alone', { ...state, members: state.members.slice(0, 1) }],
    ['another person', { ...state, members: state.members.map((each) => ({ ...each, person: 'other' })) }],
    ['another case of the person', { ...state, samePerson: ['other'] }],
    ['consents', { ...state, consents: {} }],
    ['assessments', { ...state, assessments: [] }],
    ['verdict', { ...state, verdict: null }],
    ['journey', { ...state, travel: null, marks: {} }],
    [
      'difficulty',
      { ...state, difficulties: [{ difficulty: 'd', about: 'health', text: 't', on: today, resolvedOn: null }] },
    ],
    ['documents', { ...state, documents: [{ document: 'd', paper: 'medical', title: null }] }],
  ]
}

/** What a ranking rests on, of all that it should not. */
function restsOn(rank: Rank, state: CaseState): readonly string[] {
  const before = rank(state)
  return [...new Set(mutants(state).flatMap(([name, mutant]) => (rank(mutant) === before ? [] : [name])))]
}

describe('the proposal', () => {
  test.each(Object.entries(cases))('of %s rests on nothing of who the person is', (_, state) => {
    expect(mutants(state).length).toBeGreaterThan(40)
    expect(restsOn(proposed, state)).toEqual([])
  })

  test('would be caught if it did: by age, by a sensitive fact, by a score of vulnerability, by children', () => {
    const state = business('met').state
    const peeking: Readonly<Record<string, Rank>> = {
      age: (each) => proposed(each) + String(each.members[0]?.birthYear),
      'fact situation': (each) => proposed(each) + canonicalJson(each.facts['situation']),
      'fact handicap': (each) => proposed(each) + canonicalJson(each.facts['handicap']),
      score: (each) => proposed(each) + String(each.assessments.at(-1)?.score),
      children: (each) => proposed(each) + String(each.members.filter(({ relation }) => relation === 'child').length),
    }
    for (const [what, rank] of Object.entries(peeking)) expect(restsOn(rank, state)).toContain(what)
  })

  test('does rest on what it says: the aid, the trade, the place, the language, who refused', () => {
    const state = business('agreed').state
    const before = proposed(state)
    const others: readonly CaseState[] = [
      { ...state, aid: 'social' },
      { ...state, idea: { text: 't', activity: 'fishing', state: 'approved' } },
      { ...state, region: 'CM-LT' },
      { ...state, operatorsRefused: [{ office: 'operator-one', reason: 'r', on: today }] },
    ]
    for (const other of others) expect(proposed(other)).not.toBe(before)
    const english = { ...known, languages: ['en'] }
    const question = questionOf(state, running, english, { today })
    expect(canonicalJson(rankOperators(question, known.sheets, known.performances))).not.toBe(before)
  })
})

describe('the question', () => {
  test('has no place for anything else', () => {
    const fields: Readonly<Record<keyof RankingQuestion, true>> = {
      case: true,
      today: true,
      lot: true,
      sector: true,
      region: true,
      languages: true,
      expertise: true,
      accreditationRequired: true,
      refusedBy: true,
      designated: true,
      counted: true,
      services: true,
      candidates: true,
      weighing: true,
      currency: true,
    }
    const asked = questionOf(business('agreed').state, running, known, { today })
    expect(Object.keys(asked).sort()).toEqual(Object.keys(fields).sort())
    // Of all that is written down about a person, one thing alone may be asked: how to speak with them.
    const { shape } = personSchema
    const personal = Object.keys(shape).filter((field) => field !== 'language')
    expect(personal.filter((field) => field in asked)).toEqual([])
    expect(personal).toContain('sex')
    expect(personal).toContain('nationality')
  })

  test('takes nothing personal from the choice either', () => {
    const { fields } = caseCommands['designate-operator']!
    expect(Object.keys(fields).sort()).toEqual(['expertise', 'on', 'operator', 'reason'])
  })

  test('a registration with other people leads to the same proposal', () => {
    const played = business('met')
    const registration = played.events[0]!
    expect(registration.type).toBe('case-registered')
    const other = after(noDeeds(), {
      command: 'register-case',
      by: 'counsellor',
      day: '2026-01-05',
      input: {
        scheme: 'ofii-cameroon',
        consents: ['case-handling', 'share-with-country-office'],
        people: [
          {
            person: '00000000-0000-4000-8000-0000000000aa',
            givenName: 'Ousmane',
            familyName: 'Bello',
            birth: '1950',
            sex: 'male',
            nationality: 'NG',
            relation: 'principal',
          },
        ],
      },
    })
    const { members } = other.state
    expect(proposed({ ...played.state, members })).toBe(proposed(played.state))
  })
})
