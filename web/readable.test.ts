import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

import { smallEdition } from '#tests/kit/small-scheme.ts'

import type { Text } from './i18n.ts'
import type { Language } from './locale.ts'
import { localeOf } from './locale.ts'
import { formatMessage, type Values } from './message.ts'
import { eventText, type Names, refusalWords } from './readable.ts'

const names: Names = {
  running: { edition: smallEdition, scheme: { currency: 'XAF' } as never },
  office: (id) => ({ lyon: 'Lyon', yaounde: 'Yaoundé' })[id],
  user: (id) => (id === 'u' ? 'Awa Ngono' : undefined),
}

function textIn(language: Language): Text {
  const locale = localeOf(language)
  const maybe = (key: string, values?: Values) => {
    const point = key.indexOf('.')
    const file = new URL(`./locales/${language}/${key.slice(0, point)}.json`, import.meta.url)
    const words = (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)[key.slice(point + 1)]
    return words === undefined ? undefined : formatMessage(words, locale, values)
  }
  const read = (key: string, values?: Values) => maybe(key, values) ?? key
  return Object.assign(read, { maybe, language, locale, direction: 'ltr' }) as unknown as Text
}

const french = textIn('fr')

describe('the story in words', () => {
  test('offices and amounts are written as people know them', () => {
    const offered = { type: 'custody-offered', data: { from: 'lyon', to: 'yaounde' }, who: 'Awa Ngono' }
    expect(eventText(french, offered, names)).toBe('Awa Ngono a proposé le dossier à Yaoundé.')
    const decided = {
      type: 'committee-decided',
      data: { outcome: 'select-for-less', amount: 4_100_000 },
      who: 'Paul Essomba',
    }
    expect(eventText(french, decided, names)).toMatch(
      /pour un montant moindre\s: 4\s100\s000\sF.*Noté par Paul Essomba/,
    )
  })

  test('a value that is not there chooses its own words', () => {
    const chosen = { aid: 'x', previous: null }
    expect(eventText(textIn('en'), { type: 'aid-chosen', data: chosen, who: 'Awa' }, names)).toBe(
      'The person chose: x. Recorded by Awa.',
    )
    const consent = { purpose: 'x', given: false }
    expect(eventText(textIn('en'), { type: 'consent-recorded', data: consent, who: 'Awa' }, names)).toContain('did not')
  })

  test('every sentence can be said in every language with what its event holds', () => {
    const words = JSON.parse(readFileSync(new URL('./locales/en/event.json', import.meta.url), 'utf8')) as object
    const data = {
      aid: 'business',
      previous: 'social',
      purpose: 'x',
      given: true,
      paper: 'quote',
      at: '2026-05-01T08:00:00Z',
      step: 'idea',
      instrument: 'i',
      result: 'met',
      departsOn: '2026-05-01',
      on: '2026-05-01',
      to: 'lyon',
      from: 'yaounde',
      arrivedOn: '2026-05-02',
      operator: 'o',
      activity: 'poultry',
      viable: true,
      cost: 10,
      requested: 5,
      number: 2,
      outcome: 'select',
      amount: 5,
      party: 'office',
      attended: 3,
      days: 5,
      tranche: 'first',
      means: 'mobile-money',
      finding: 'not-met',
      report: 'interim',
      until: '2027-05-01',
      dueOn: '2026-05-02',
      reason: 'done',
      quorum: 5,
      members: ['u'],
      member: 'u',
      present: ['u'],
      completed: ['u'],
      by: 'sms',
      proxy: 'u',
      against: '2026-05-01',
    }
    // Nobody does what happens by itself, and it is the party that signs, not whoever holds the screen.
    const nameless = ['deadline-passed', 'designation-ended', 'document-signed', 'signature-declined', 'packs-frozen']
    for (const language of ['fr', 'en', 'ar'] as const)
      for (const type of Object.keys(words)) {
        const sentence = eventText(textIn(language), { type, data, who: 'Awa' }, names)
        expect(sentence?.includes('Awa'), type).toBe(!nameless.includes(type))
        expect(sentence).not.toMatch(/[{}]|undefined/)
      }
  })
})

describe('a refusal in words', () => {
  test('says what happened and what to do', () => {
    const refused = { code: 'step-needs', facts: { step: 'committee', missing: ['idea', 'designation'] } }
    expect(refusalWords(french, refused, names)).toEqual({
      what: 'Il est trop tôt pour cette étape\u00a0: committee.',
      advice: 'Faites d’abord\u00a0: idea et designation.',
    })
  })

  test('writes amounts in the currency of the refusal', () => {
    const facts = { amount: 5_000_000, ceiling: 4_100_000, rule: 'r', currency: 'XAF' }
    const { what } = refusalWords(textIn('en'), { code: 'amount-above-ceiling', facts }, names)
    expect(what).toMatch(/5,000,000.*4,100,000/)
  })

  test('without words of its own still says something', () => {
    expect(refusalWords(french, { code: 'never-heard-of' }, names).what).toContain('never-heard-of')
  })
})
