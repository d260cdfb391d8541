import { describe, expect, test } from 'vitest'

import type { PersonAnswer } from '#contract/answers.ts'
import { noHolidays } from '#domain/holidays.ts'
import { sum } from '#domain/money.ts'
import { after, noDeeds, runningScheme } from '#tests/kit/case.ts'
import type { Deed, Played } from '#tests/kit/case.ts'
import { businessRoad, socialRoad } from '#tests/kit/roads.ts'

import { missingFor, paperToPrint, printablePapers } from './paper-ready.ts'
import { letterData } from './papers.ts'
import type { PaperFacts } from './papers.ts'
import { languages, letterKinds } from './ports.ts'

const aline: PersonAnswer = {
  person: '00000000-0000-4000-8000-000000000001',
  relation: 'principal',
  givenName: 'Aline',
  familyName: 'Mballa',
  chosenName: null,
  birth: '1999',
  birthEstimated: false,
  sex: 'female',
  nationality: 'CM',
  phone: '+237 6 99 00 00 00',
  email: null,
  language: 'fr',
  erased: false,
}

const offices = {
  yaounde: { name: 'Bureau de Yaoundé', place: 'Yaoundé' },
  'operator-one': { name: 'Terre Nouvelle', place: 'Mfou' },
}

/** The road up to and including a deed of this command. */
function upTo(road: Readonly<Record<string, Deed>>, command: string): Played {
  const deeds = Object.values(road)
  const at = deeds.findIndex((deed) => deed.command === command)
  return after(noDeeds(), ...deeds.slice(0, at + 1))
}

function factsOf({ state, running }: Played, texts: Readonly<Record<string, string>> = {}): PaperFacts {
  return {
    state,
    running,
    calendar: noHolidays,
    today: '2026-06-01',
    beneficiary: null,
    people: [aline],
    texts,
    offices,
  }
}

describe('which papers a case is ready for', () => {
  const running = runningScheme('ofii-cameroon')

  test('every letter of the edition is one that the printer knows, and every letter is offered', () => {
    const letters = running.edition.papers.flatMap(({ letter }) => letter ?? [])
    expect(printablePapers(noDeeds().state, running).map(({ letter }) => letter)).toEqual(letters)
    expect(letters.toSorted()).toEqual([...letterKinds].sort())
  })

  test('each comes when the case gets there, and says before what is missing', () => {
    const ready = (command: string) => {
      const { state } = upTo(businessRoad, command)
      return letterKinds.filter((letter) => missingFor(letter, state, running).length === 0)
    }
    expect(ready('register-case')).toEqual([])
    expect(ready('submit-idea')).toEqual(['project-sheet'])
    expect(ready('record-decision')).toEqual(['decision-letter', 'commitment-contract', 'project-sheet'])
    const { state } = upTo(businessRoad, 'submit-idea')
    expect(paperToPrint('decision-letter', state, running)).toMatchObject({
      code: 'paper-not-ready',
      facts: { missing: ['committee-decision'] },
    })
    expect(paperToPrint('identity', state, running)).toMatchObject({ code: 'unknown-choice', field: 'paper' })
  })
})

describe('the decision letter', () => {
  const played = upTo(businessRoad, 'record-decision')
  const [made] = played.state.decisions

  test('grants what the committee granted, in the tranches of the award', () => {
    const { decision, committee, sittingOn } = letterData('decision-letter', factsOf(played), 'en')
    expect([committee, sittingOn]).toEqual([played.running.edition.committees?.[0]?.title.en, made?.on])
    expect(decision.outcome).toBe(made?.outcome)
    if (decision.outcome !== 'select' && decision.outcome !== 'select-for-less') throw new Error('nothing granted')
    expect(decision.award).toEqual({ amount: played.state.award?.amount, currency: 'XAF' })
    const parts = decision.tranches?.map(({ amount }) => amount) ?? []
    expect(sum(parts, 'XAF')).toEqual(decision.award)
    expect(decision.tranches?.every(({ conditions, title }) => conditions.length > 0 && title !== '')).toBe(true)
  })

  test.each(['postpone', 'refuse', 'absent'] as const)('says what was said: %s', (outcome) => {
    const decision = { ...made!, outcome, amount: null, tranches: [], text: 't', conditions: ['c'] }
    const facts = factsOf(
      { ...played, state: { ...played.state, decisions: [decision] } },
      { t: 'The land is not free.\n\nA second quote.', c: 'Before March.' },
    )
    const letter = letterData('decision-letter', facts, 'en')
    const words = ['The land is not free.', 'A second quote.', 'Before March.']
    const expected = {
      postpone: { outcome, asked: words },
      refuse: { outcome, grounds: words },
      absent: { outcome },
    }
    expect(letter.decision).toEqual(expected[outcome])
    expect(letter.next).toBeUndefined()
  })

  test('leaves out words that were erased instead of printing their reference', () => {
    const decision = { ...made!, text: 'gone.text', conditions: ['gone.conditions'] }
    const facts = factsOf({ ...played, state: { ...played.state, decisions: [decision] } })
    expect(JSON.stringify(letterData('decision-letter', facts, 'fr'))).not.toContain('gone.')
  })

  test('says until when and how it can be contested, where the scheme does, and when an absent person is examined', () => {
    const { decided } = businessRoad
    const without = { ...decided.input, amount: undefined, conditions: undefined }
    const refuse = { ...decided, input: { ...without, outcome: 'refuse', text: 'why' } }
    const refused = after(upTo(businessRoad, 'submit-to-committee'), refuse)
    expect(letterData('decision-letter', factsOf(refused), 'en')).not.toHaveProperty('appeal')
    const how = { fr: 'Écrivez-nous.', en: 'Write to us.', ar: 'اكتبوا إلينا.' }
    const { running } = refused
    const committees = running.edition.committees?.map((each) => ({
      ...each,
      ...(each.rules ? { rules: { ...each.rules, appeal: { days: 30, how } } } : {}),
    }))
    const ruled = { ...refused, running: { ...running, edition: { ...running.edition, committees } } }
    expect(letterData('decision-letter', factsOf(ruled), 'ar')).toMatchObject({
      appeal: 'اكتبوا إلينا.',
      appealUntil: '2026-06-11',
    })
    const absent = { ...decided, input: { ...without, outcome: 'absent' } }
    const away = factsOf(after(upTo(businessRoad, 'submit-to-committee'), absent))
    const letter = letterData('decision-letter', { ...away, nextSittingOn: '2026-09-01' }, 'fr')
    expect(letter.decision).toEqual({ outcome: 'absent', nextSittingOn: '2026-09-01' })
  })
})

describe('the commitment contract', () => {
  test('names the parties that sign, and shows who has signed', () => {
    const before = letterData('commitment-contract', factsOf(upTo(businessRoad, 'record-decision')), 'fr')
    expect(before.parties.map(({ party, name }) => [party, name])).toEqual([
      ['beneficiary', 'Aline Mballa'],
      ['operator', 'Terre Nouvelle'],
      ['office', 'Bureau de Yaoundé'],
    ])
    const beneficiary = { kind: 'organisation', name: 'Afaak Kébili', phone: '+216 75 490 100' } as const
    const named = { ...beneficiary, registration: null, place: null, email: null, erased: false }
    const signed = { ...factsOf(upTo(businessRoad, 'record-decision')), beneficiary: named }
    const [association] = letterData('commitment-contract', signed, 'fr').parties
    expect(association).toMatchObject({ name: 'Afaak Kébili', details: expect.arrayContaining(['+216 75 490 100']) })
    expect(before.signatures.every(({ signed }) => signed === undefined)).toBe(true)
    const once = letterData('commitment-contract', factsOf(upTo(businessRoad, 'sign-commitment')), 'fr')
    expect(once.signatures.filter(({ signed }) => signed).map(({ party }) => party)).toEqual(['beneficiary'])
    expect(once.monitoring?.visits).toEqual(
      once.monitoring && runningScheme('ofii-cameroon').edition.monitoring?.visits.at,
    )
  })

  test('of an aid without a project is about the aid', () => {
    const played = upTo(socialRoad, 'grant-award')
    const aid = played.running.edition.aids.find((each) => each.aid === played.state.aid)
    const contract = letterData('commitment-contract', factsOf(played), 'ar')
    expect(contract.project).toBe(aid?.title.ar)
    expect(contract.decided).toEqual({ by: 'Bureau de Yaoundé', on: played.state.award?.on })
  })
})

describe('the project sheet', () => {
  test('shows the money as far as it has got: asked, decided, released, paid', () => {
    const states = (command: string) =>
      letterData('project-sheet', factsOf(upTo(businessRoad, command)), 'fr').funding.map(({ state }) => state)
    expect(states('submit-idea')).toEqual([])
    expect(states('record-feasibility')).toEqual(['pledged', 'asked'])
    expect(states('record-decision')).toEqual(['pledged', 'decided'])
    expect(states('record-payment')).toEqual(['pledged', 'paid', 'released', 'decided'])
  })

  test('says in each language where and what, and that something is not known', () => {
    const { state, running } = upTo(businessRoad, 'submit-idea')
    const sheets = languages.map((language) =>
      letterData('project-sheet', factsOf({ state, running, events: [] }), language),
    )
    expect(sheets.map(({ project }) => project)).toEqual(['Aviculture', 'Poultry', 'تربية الدواجن'])
    expect(sheets.map(({ place }) => 'known' in place)).toEqual([true, true, true])
    expect(new Set(sheets.map(({ place }) => JSON.stringify(place))).size).toBeGreaterThan(1)
    const nowhere = { ...state, region: null }
    expect(letterData('project-sheet', factsOf({ state: nowhere, running, events: [] }), 'fr').place).toEqual({
      unknown: 'not-asked',
    })
  })
})
