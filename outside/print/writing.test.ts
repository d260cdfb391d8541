import { describe, expect, test } from 'vitest'
import { writingIn } from './writing.ts'

const visible = (text: string) => text.replace(/[\u2066-\u2069]/g, '').replace(/[\u00a0\u202f]/g, ' ')

describe('amounts in letters', () => {
  test('francs have no decimals, dinars have three, in each language', () => {
    const francs = { amount: 4_100_000, currency: 'XAF' }
    const dinars = { amount: 1_250_500, currency: 'TND' }
    expect(visible(writingIn('fr').amount(francs))).toBe('4 100 000 FCFA')
    expect(visible(writingIn('en').amount(francs))).toBe('FCFA 4,100,000')
    expect(visible(writingIn('fr').digits(dinars))).toBe('1 250,500')
    expect(visible(writingIn('ar').amount(dinars))).toBe('1,250.500 دينار تونسي')
  })

  test('are written out in words, as on a cheque', () => {
    const francs = { amount: 4_100_000, currency: 'XAF' }
    expect(visible(writingIn('fr').amountInWords(francs))).toBe('quatre millions cent mille francs CFA (BEAC)')
    expect(visible(writingIn('fr').amountInWords({ amount: 2_000_000, currency: 'XOF' }))).toBe(
      'deux millions de francs CFA (BCEAO)',
    )
    expect(visible(writingIn('en').amountInWords({ amount: 1_250_500, currency: 'TND' }))).toBe(
      'one thousand two hundred and fifty Tunisian dinars 500/1000',
    )
    expect(visible(writingIn('ar').amountInWords(francs))).toBe('أربعة ملايين ومائة ألف فرنك وسط أفريقي')
  })

  test('the digits of an Arabic letter are isolated left to right', () => {
    expect(writingIn('ar').digits({ amount: 4_100_000, currency: 'XAF' })).toBe('\u20664,100,000\u2069')
  })
})

describe('dates in letters', () => {
  test('are written out, the first of the month as the French say it', () => {
    expect(visible(writingIn('fr').date('2026-12-01'))).toBe('1er décembre 2026')
    expect(visible(writingIn('fr').date('2026-12-11'))).toBe('11 décembre 2026')
    expect(visible(writingIn('en').date('2026-12-01'))).toBe('1 December 2026')
    expect(visible(writingIn('ar').date('2026-12-01'))).toBe('1 ديسمبر 2026')
  })

  test('a date known by its year stays a year', () => {
    expect(visible(writingIn('fr').date('1994'))).toBe('1994')
  })
})

describe('typed texts', () => {
  test('cannot carry marks that turn the text around them', () => {
    expect(writingIn('fr').text('Awa \u202e000 5\u202c Ngono\u2069')).toBe('\u2068Awa 000 5 Ngono\u2069')
  })

  test('stay on one line and lose control characters', () => {
    expect(writingIn('en').text(' two\nlines\u0000 and\ta tab ')).toBe('\u2068two lines and a tab\u2069')
  })
})
