import { expect, test } from 'vitest'

import { loadSchemes } from '#catalogue/load.ts'
import { compileRules } from '#domain/scheme/verdict.ts'

import { inputOf, newDraft, questionsFor, stateOf, stillNeeded, type IntakeDraft } from './draft.ts'

const scheme = loadSchemes('catalogue/schemes').find((each) => each.scheme === 'ofii-cameroon')
const edition = scheme?.editions[0]
if (!scheme || !edition) throw new Error('the scheme of the story is missing')
const running = { scheme, edition, rules: compileRules(scheme, edition) }

function draft(more: Partial<IntakeDraft> = {}): IntakeDraft {
  return { ...newDraft('2026-03-02'), scheme: scheme!.scheme, ...more }
}

/** Answers every question that is put, as a person would, and says in which order they came. */
function interview(answers: IntakeDraft['facts']): readonly string[] {
  let now = draft()
  for (let turn = 0; turn < 20; turn++) {
    const open = questionsFor(now, running).find(({ fact }) => !(fact in now.facts))
    if (!open) return now.asked
    const answer = answers[open.fact] ?? { unknown: 'not-asked' as const }
    now = { ...now, asked: [...now.asked, open.fact], facts: { ...now.facts, [open.fact]: answer } }
  }
  throw new Error('the interview does not end')
}

test('one question at a time, and the first is one that eligibility rests on', () => {
  const [first, ...others] = questionsFor(draft(), running)
  expect(others).toEqual([])
  const needed = running.rules.verdict(edition.eligibility, {}).missing
  expect(needed).toContain(first?.fact)
})

test('a student is never asked how long ago she was told to leave', () => {
  const student = interview({
    situation: { known: 'fin-etudes' },
    'mois en France': { known: 30 },
    'aide déjà reçue': { known: false },
  })
  expect(student).not.toContain('mois depuis la notification')
  const told = interview({
    situation: { known: 'obligation' },
    'mois en France': { known: 30 },
    'aide déjà reçue': { known: false },
  })
  expect(told).toContain('mois depuis la notification')
})

test('an honest gap counts as asked: the interview goes on and ends', () => {
  const asked = interview({ situation: { unknown: 'refused' } })
  expect(asked).toContain('situation')
  expect(new Set(asked).size).toBe(asked.length)
})

test('what the family or a later study answers is asked of nobody', () => {
  const later = new Set(edition.facts.filter(({ derived }) => derived !== undefined).map(({ fact }) => fact))
  expect(stillNeeded(draft(), running).filter(({ fact }) => later.has(fact))).toEqual([])
  const withChild = draft({
    people: [
      ...draft().people,
      {
        person: '0195580d-0000-7000-8000-0000000000ab',
        givenName: 'Ada',
        familyName: 'N',
        relation: 'child',
        birth: '2019',
      },
    ],
  })
  expect(stateOf(withChild, running).members.map(({ birthYear }) => birthYear)).toEqual([null, 2019])
})

test('what was not answered is left out of the command', () => {
  expect(inputOf(draft(), 'person')).not.toHaveProperty('facts')
  expect(inputOf(draft(), 'person')).not.toHaveProperty('region')
  expect(inputOf(draft({ facts: { situation: { unknown: 'refused' } } }), 'person')).toHaveProperty('facts')
})

test('an organisation has contacts and a group has nobody yet, whatever was typed before the scheme was chosen', () => {
  const people = newDraft('2026-03-02').people
  const typed = draft({ people, beneficiary: { name: 'Afaak' } })
  expect(inputOf(typed, 'organisation')).toMatchObject({
    beneficiary: { name: 'Afaak' },
    people: [{ relation: 'contact' }],
  })
  expect(inputOf(typed, 'group')['people']).toEqual([])
  expect(inputOf(typed, 'person')).not.toHaveProperty('beneficiary')
})
