import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { duplicateScore, type PersonLikeness } from './duplicate.ts'

const aminata: PersonLikeness = {
  givenName: 'Aminata',
  familyName: 'Diallo',
  birth: '1995-03-12',
  sex: 'female',
  country: 'CM',
  phone: '+237 699 12 34 56',
  documentNumber: 'AB 123456',
}
const nameAndBirth = { ...aminata, phone: undefined, documentNumber: undefined }

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined })
const person: fc.Arbitrary<PersonLikeness> = fc.record({
  givenName: fc.constantFrom('Aminata', 'Amina', 'Mohamed', 'محمد', 'Abou', '', '😀'),
  familyName: fc.constantFrom('Diallo', 'Jallow', 'Ben Salem', 'Bensalem', 'Mbarga', ''),
  otherNames: maybe(fc.constantFrom('Marie', 'Jeanne')),
  birth: maybe(fc.constantFrom('1995', '1995-03', '1995-03-12', '1995-12-03', '1996', '1980-01-01')),
  sex: maybe(fc.constantFrom('female', 'male')),
  country: maybe(fc.constantFrom('CM', 'TN')),
  phone: maybe(fc.constantFrom('699123456', '+237699123456', '21622333444', '')),
  documentNumber: maybe(fc.constantFrom('AB123456', 'AB-123456', 'X99999', '')),
})

describe('bands', () => {
  test('the same in everything is certain', () => {
    expect(duplicateScore(aminata, aminata)).toMatchObject({ score: 1, band: 'certain' })
    const written = {
      ...aminata,
      givenName: 'DIALLO',
      familyName: 'aminata',
      phone: '699123456',
      documentNumber: undefined,
    }
    expect(duplicateScore(aminata, written).band).toBe('certain')
  })

  test('name and day of birth are likely, with the year only still likely, the name alone possible', () => {
    expect(duplicateScore(nameAndBirth, nameAndBirth).band).toBe('likely')
    expect(duplicateScore(nameAndBirth, { ...nameAndBirth, birth: '1995' }).band).toBe('likely')
    const nameOnly = { givenName: 'Aminata', familyName: 'Diallo' }
    expect(duplicateScore(nameOnly, nameOnly)).toEqual({ score: 0.6, band: 'possible', reasons: ['same-name'] })
  })

  test('another spelling is likely, never certain without a document', () => {
    const other = { ...aminata, givenName: 'Amina', familyName: 'Jallow', documentNumber: undefined }
    expect(duplicateScore(aminata, other).band).toBe('likely')
  })

  test('a sister with the same phone and birth year is no more than possible', () => {
    const sister = { ...aminata, givenName: 'Mariam', documentNumber: undefined }
    expect(duplicateScore(aminata, sister).band).toBe('possible')
  })

  test('the same document under another name must be looked at', () => {
    const other = { ...aminata, givenName: 'Paul', familyName: 'Mbarga', phone: undefined }
    expect(duplicateScore(aminata, other).band).toBe('likely')
    expect(duplicateScore(aminata, other).reasons).toContain('same-document')
  })

  test('what contradicts is said', () => {
    const other = { ...nameAndBirth, birth: '1960-01-01', sex: 'male', country: 'TN' }
    const { band, reasons } = duplicateScore(nameAndBirth, other)
    expect(band).toBe('none')
    expect(reasons).toEqual(['same-name', 'birth-differs', 'sex-differs', 'country-differs'])
  })

  test('day and month swapped, or a year that was guessed', () => {
    expect(duplicateScore(nameAndBirth, { ...nameAndBirth, birth: '1995-12-03' }).reasons).toContain('close-birth')
    expect(duplicateScore(nameAndBirth, { ...nameAndBirth, birth: '1996' }).reasons).toContain('close-birth')
    expect(duplicateScore(nameAndBirth, { ...nameAndBirth, birth: '1999' }).reasons).toContain('birth-differs')
  })
})

test('symmetric, between 0 and 1, and nobody is certain by name alone', () => {
  fc.assert(
    fc.property(person, person, (left, right) => {
      const result = duplicateScore(left, right)
      expect(duplicateScore(right, left)).toEqual(result)
      expect(result.score >= 0 && result.score <= 1).toBe(true)
      if (result.band === 'certain') {
        expect(result.reasons.some((reason) => reason === 'same-document' || reason === 'same-phone')).toBe(true)
      }
      if (result.band !== 'none') expect(result.reasons).not.toEqual([])
    }),
    { numRuns: 500 },
  )
})
