import { describe, expect, it } from 'vitest'

import {
  amount,
  choice,
  date,
  facts,
  lines,
  longText,
  number,
  optional,
  picks,
  text as textField,
} from '#domain/field.ts'

import type { Text } from '../i18n.ts'
import { errorsIn, inputOf, isEmpty } from './check.ts'

/** Says the key instead of a sentence, so that the test reads which text was meant. */
const said = Object.assign((key: string) => key, {
  maybe: (key: string, values?: Record<string, unknown>) => `${key}:${String(values?.reason ?? '')}`,
  language: 'en',
  locale: 'en-GB',
  direction: 'ltr',
}) as unknown as Text

const fields = {
  title: textField(),
  note: optional(longText()),
  on: date(),
  days: number(1, 400),
  cost: amount(),
  outcome: choice(['good', 'poor']),
  consents: picks('consents'),
  lines: lines(),
}
const whole = {
  title: 'Cages',
  on: '2026-11-22',
  days: 3,
  cost: 0,
  outcome: 'good',
  consents: [],
  lines: [{ line: 'Cages', amount: 1_250_000 }],
}

describe('a form before it is sent', () => {
  it('has no error when every answer fits, and sends only what was answered', () => {
    expect(errorsIn(said, fields, { ...whole, note: '' })).toEqual({})
    expect(inputOf(fields, { ...whole, note: '', stray: 1 })).toEqual(whole)
  })

  it('asks for what is missing, and not for what is optional', () => {
    expect(errorsIn(said, fields, {})).toEqual(
      Object.fromEntries(Object.keys(whole).map((name) => [name, 'form.missing'])),
    )
  })

  it('says what the schema says about the rest', () => {
    const wrong = { ...whole, on: '2026-02-30', days: 0, cost: -1, outcome: 'other', lines: [{ line: '', amount: 5 }] }
    expect(errorsIn(said, fields, wrong)).toEqual({
      on: 'refusal.invalid-input:invalid-date',
      days: 'refusal.invalid-input:too-small',
      cost: 'refusal.invalid-input:too-small',
      outcome: 'refusal.invalid-input:invalid-value',
      lines: 'refusal.invalid-input:too-small',
    })
  })

  it('takes a reason for having no value as an answer', () => {
    const asked = { facts: facts() }
    expect(errorsIn(said, asked, { facts: { age: { unknown: 'refused' } } })).toEqual({})
    expect(errorsIn(said, asked, { facts: {} })).toEqual({ facts: 'form.missing' })
  })

  it('knows nothing from something', () => {
    expect([undefined, '', {}].map(isEmpty)).toEqual([true, true, true])
    expect([0, false, [], 'a', { a: 1 }].map(isEmpty)).toEqual([false, false, false, false, false])
  })
})
