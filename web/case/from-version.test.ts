import { expect, test } from 'vitest'

import { poultryProject } from '#tests/kit/project.ts'

import { answersOf } from './from-version.ts'

const judgements = { relevance: 'good', market: 'fair', budget: null } as const
const project = poultryProject({ words: { idea: 'Layers.', place: 'Mfou.', market: 'Twelve shops.', budget: ' ' } })

test('a study takes over what was judged and why, a plan what was written of the project', () => {
  expect(answersOf('record-feasibility', { judgements }, project)).toEqual({
    relevance: 'good',
    market: 'fair',
    text: 'Twelve shops.',
  })
  expect(answersOf('submit-plan', { judgements }, project)).toEqual({ text: 'Layers.\n\nMfou.' })
})

test('without its words, erased or not reached, the figures and judgements remain', () => {
  expect(answersOf('record-feasibility', { judgements }, undefined)).toEqual({ relevance: 'good', market: 'fair' })
  expect(answersOf('submit-plan', { judgements }, undefined)).toEqual({})
})
