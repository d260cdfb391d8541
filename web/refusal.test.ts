import { describe, expect, it } from 'vitest'

import type { Text } from './i18n.ts'
import { factValues } from './refusal.ts'

const french = Object.assign((key: string) => key, {
  maybe: () => undefined,
  language: 'fr',
  locale: 'fr-FR',
  direction: 'ltr',
}) as unknown as Text

describe('the facts of a refusal', () => {
  it('are written as people read them', () => {
    const values = factValues(french, {
      ceiling: { amount: 4_100_000, currency: 'XAF' },
      due: '2026-11-27',
      days: 5,
      aid: { fr: 'aide sociale', en: 'social aid', ar: 'مساعدة اجتماعية' },
      places: ['Bafoussam', 'Édéa'],
      note: null,
    })
    expect(values).toMatchObject({
      due: '27 novembre 2026',
      days: 5,
      aid: 'aide sociale',
      places: 'Bafoussam et Édéa',
      note: '—',
    })
    expect(values.ceiling).toMatch(/^4\u00a0100\u00a0000\u00a0F/)
  })
})
