import { describe, expect, test } from 'vitest'

import type { PersonAnswer } from '#contract/answers.ts'
import { noHolidays } from '#domain/holidays.ts'
import { newProject } from '#domain/project/project.ts'
import { versionContent } from '#domain/project/version.ts'
import type { Deed, Played } from '#tests/kit/case.ts'
import { after, noDeeds } from '#tests/kit/case.ts'
import { businessRoad } from '#tests/kit/roads.ts'

import type { PackFacts } from './pack-paper.ts'
import { packData } from './pack-paper.ts'
import { languages } from './ports.ts'

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
  email: 'aline@example.org',
  language: 'fr',
  erased: false,
}

function upTo(command: string): Played {
  const deeds: Deed[] = Object.values(businessRoad)
  const at = deeds.findIndex((deed) => deed.command === command)
  return after(noDeeds(), ...deeds.slice(0, at + 1))
}

function factsOf({ state, running }: Played, more: Partial<PackFacts> = {}): PackFacts {
  return {
    state,
    running,
    calendar: noHolidays,
    today: '2026-06-01',
    beneficiary: null,
    people: [aline],
    texts: {},
    offices: { yaounde: { name: 'Bureau de Yaoundé', place: 'Yaoundé' } },
    documents: [],
    sitting: { id: '00000000-0000-4000-8000-0000000000aa', office: 'yaounde', committee: null, on: '2026-06-11' },
    number: 7,
    files: 60,
    ...more,
  }
}

describe('the pack of a file', () => {
  const submitted = upTo('submit-to-committee')

  test.each(languages)('says in %s what is asked, the three questions, the budget and the opinion', (language) => {
    const { state } = submitted
    const pack = packData(factsOf(submitted), language)
    expect(pack.request.requested?.amount).toBe(state.plan?.requested)
    expect(pack.questions.map(({ question }) => question)).toEqual(['relevance', 'market', 'budget'])
    expect(pack.questions[2]?.judgement).toBeNull()
    expect(pack.budget.reduce((sum, line) => sum + line.amount.amount, 0)).toBe(state.feasibility?.cost)
    expect(pack.opinion?.viable).toBe(state.feasibility?.viable)
    expect(pack).toMatchObject({ number: 7, files: 60, earlier: [], person: { name: 'Aline Mballa' } })
    expect(pack.committee).not.toBe('')
  })

  test('holds nothing that the case knows about the person and the decision does not need', () => {
    const whole = JSON.stringify(packData(factsOf(submitted), 'fr'))
    for (const secret of [aline.phone, aline.email, aline.birth, 'fin-etudes', 'Junior']) {
      expect(whole).not.toContain(secret)
    }
  })

  test('names the plan and what Homeward wrote, and no paper about the person', () => {
    const paper = (document: string, kind: string) => ({
      document,
      name: `${kind}.pdf`,
      paper: kind,
      mediaType: 'application/pdf',
      size: 1,
      fingerprint: 'a'.repeat(64),
      createdAt: '2026-05-02T10:00:00.000Z',
      parts: null,
    })
    const documents = [paper('one', 'identity'), paper('two', 'project-sheet'), paper('three', 'visit-photo')]
    const { papers } = packData(factsOf(submitted, { documents }), 'en')
    expect(papers).toEqual([{ title: 'Project sheet', on: '2026-05-02', fingerprint: 'a'.repeat(64) }])
  })

  test('shows the project that was worked out: its three judgements, 24 months, and what decides', () => {
    const plan = {
      ...newProject({ activity: 'other', country: 'CM', region: null, currency: 'XAF', firstMonth: '2026-07' }),
      judgements: { relevance: 'fair', market: 'poor', budget: 'good' },
      words: { market: 'Trois acheteurs.' },
      money: { aid: 0, own: 500_000, family: 0 },
      wage: { amount: 40_000, from: 1 },
    } as const
    const content = versionContent(plan)
    if (content.refused) throw new Error(content.code)
    const version = { ...content.value, project: 'p', number: 1, on: '2026-05-01', by: 'x', ...plan }
    const pack = packData(factsOf(submitted, { project: { version, plan } }), 'fr')
    expect(pack.questions).toEqual([
      { question: 'relevance', judgement: 'fair' },
      { question: 'market', judgement: 'poor', text: 'Trois acheteurs.' },
      { question: 'budget', judgement: 'good' },
    ])
    expect(pack.cashFlow?.months).toHaveLength(24)
    expect(pack.cashFlow?.months[0]?.balance.amount).toBe(460_000)
    expect(pack.cashFlow?.deciding).toEqual({ short: 13 })
  })

  test('tells of decisions of other sittings, not of its own', () => {
    const decided = upTo('record-decision')
    const sitting = decided.state.decisions[0]?.sitting ?? ''
    const own = factsOf(decided, { sitting: { ...factsOf(decided).sitting, id: sitting } })
    expect(packData(factsOf(decided), 'fr').earlier).toHaveLength(1)
    expect(packData(own, 'fr').earlier).toEqual([])
  })

  test('the same facts give the same data, so that its fingerprint can be taken again', () => {
    expect(packData(factsOf(submitted), 'ar')).toEqual(packData(factsOf(submitted), 'ar'))
  })
})
