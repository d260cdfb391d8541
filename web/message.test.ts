import { describe, expect, it } from 'vitest'

import { formatMessage, isolated } from './message.ts'

describe('formatMessage', () => {
  it('fills in values and leaves plain texts alone', () => {
    expect(formatMessage('Hello, {name}', 'en-GB', { name: 'Awa' })).toBe('Hello, Awa')
    expect(formatMessage('What now?', 'en-GB')).toBe('What now?')
  })

  it('chooses the six Arabic forms', () => {
    const files = '{count, plural, zero {لا ملفات} one {ملف واحد} two {ملفان} few {# ملفات} many {# ملفًا} other {# ملف}}'
    const said = [0, 1, 2, 3, 11, 100].map((count) => formatMessage(files, 'ar-u-nu-latn', { count }))
    expect(said).toEqual(['لا ملفات', 'ملف واحد', 'ملفان', '3 ملفات', '11 ملفًا', '100 ملف'])
  })

  it('isolates what is put into Arabic, so that it keeps its order', () => {
    expect(formatMessage('المبلغ {amount}', 'ar', { amount: '650 000 F CFA' })).toBe(
      `المبلغ ${isolated('650 000 F CFA')}`,
    )
    expect(formatMessage('Montant {amount}', 'fr-FR', { amount: '650 000 F CFA' })).toBe('Montant 650 000 F CFA')
  })

  it('does not isolate what a select compares', () => {
    expect(formatMessage('{sex, select, female {هي} other {هو}}', 'ar', { sex: 'female' })).toBe('هي')
  })

  it('lets a select name our codes, whose hyphens ICU does not know', () => {
    const outcome = '{outcome, select, select_for_less {Less} true {Yes} other {Otherwise}}'
    expect(formatMessage(outcome, 'en-GB', { outcome: 'select-for-less' })).toBe('Less')
    expect(formatMessage(outcome, 'en-GB', { outcome: true })).toBe('Yes')
  })

  it('throws rather than saying something with a hole in it', () => {
    expect(() => formatMessage('Hello, {name}', 'en-GB')).toThrow()
  })
})
