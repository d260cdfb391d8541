import { describe, expect, test } from 'vitest'

import { projectResult } from '#domain/project/result.ts'
import { decidingAssumption } from '#domain/project/what-if.ts'
import { poultryProject } from '#tests/kit/project.ts'
import { wordsIn } from '#tests/kit/words.ts'

import type { Text } from '../i18n.ts'
import { localeOf, type Language } from '../locale.ts'
import { assumptionText, changeText, decidingText } from './sentences.ts'

function textIn(language: Language): Text {
  const words = wordsIn(language)
  const read = (key: string, values?: Record<string, string | number>) => words(key, values)
  return Object.assign(read, { language, locale: localeOf(language) }) as unknown as Text
}

function told(language: Language, changes: Parameters<typeof poultryProject>[0] = {}): string {
  const project = poultryProject(changes)
  const [result, deciding] = [projectResult(project), decidingAssumption(project)]
  if (result.refused || deciding.refused) throw new Error('not computed')
  return decidingText(textIn(language), deciding.value, project, result.value)
}

describe('the sentence that decides', () => {
  test('names the assumption, how far it may go, and the month', () => {
    expect(told('en')).toBe('If “Eggs” sells 22% cheaper, month 21 runs out of cash.')
    expect(told('fr')).toMatch(/«\sEggs\s» se vend 22\s% moins cher, la caisse est vide au mois 21/)
    expect(told('ar')).toContain('21')
  })

  test('says that the start is not paid for, or which month is short', () => {
    expect(told('en', { money: { aid: 0, own: 0, family: 0 } })).toBe(
      'The start is not paid for yet: money is missing.',
    )
    expect(told('en', { wage: { amount: 400_000, from: 4 } })).toMatch(/^As it stands, month \d+ runs out of cash\.$/)
  })
})

test('an assumption and how far it is moved, in words', () => {
  const text = textIn('en')
  expect(assumptionText(text, { kind: 'cost-price', line: 'feed' }, poultryProject())).toBe('Price: Layer feed')
  expect(changeText(text, 'cost-price', 18)).toBe('+18%')
  expect(changeText(text, 'sales-price', -20)).toBe('-20%')
  expect(changeText(text, 'delay', 2)).toBe('2 months')
})
