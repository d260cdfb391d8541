import { describe, expect, it } from 'vitest'

import { formatDay, formatDistance, formatNumber, languageFrom, localeOf } from './locale.ts'

describe('languages', () => {
  it('takes the first wish that we speak, else French', () => {
    expect(languageFrom(['de-DE', 'ar-TN', 'en'])).toBe('ar')
    expect(languageFrom(['de', 'es'])).toBe('fr')
  })

  it('lets the country of an office decide digits and months in Arabic', () => {
    expect(formatDay('2026-01-22', localeOf('ar', 'TN'))).toContain('جانفي')
    expect(formatDay('2026-01-22', localeOf('ar', 'TN'))).toContain('22')
    expect(formatDay('2026-01-22', localeOf('ar', 'IQ'))).toContain('٢٢')
    expect(formatNumber(1234, localeOf('ar', 'CM'))).toBe('1,234')
  })
})

describe('dates', () => {
  it('are written without passing through a time zone', () => {
    expect(formatDay('2026-11-22', 'fr-FR')).toBe('22 novembre 2026')
    expect(formatDay('2027-01-01', 'fr-FR')).toBe('1er janvier 2027')
    expect(formatDay('2027-01-01', 'fr-FR', 'whole')).toBe('vendredi 1er janvier 2027')
    expect(formatDay('2026-01-01', 'en-GB', 'short')).toBe('1 Jan 2026')
  })

  it('stay a year or a month when no more is known', () => {
    expect(formatDay('1990', 'fr-FR')).toBe('1990')
    expect(formatDay('1990-06', 'fr-FR')).toBe('juin 1990')
  })

  it('come back as they are when they are not dates', () => {
    expect(formatDay('soon', 'en-GB')).toBe('soon')
  })

  it('say how far they are in a unit that helps', () => {
    expect(formatDistance('2026-11-25', '2026-11-22', 'en-GB')).toBe('in 3 days')
    expect(formatDistance('2026-11-21', '2026-11-22', 'fr-FR')).toBe('hier')
    expect(formatDistance('2026-03-22', '2026-11-22', 'en-GB')).toBe('8 months ago')
  })
})
