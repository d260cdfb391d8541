import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { lineName, lineLists, newProject, type Project } from '#domain/project/project.ts'
import { anyProject, poultryProject } from '#tests/kit/project.ts'

import { emptyLine, lineDifferences, nameFor, withChange, withLine, withMove, withoutLine } from './edit.ts'
import { readPrice, readQuantity, typedPrice, typedQuantity } from './figures.ts'

const empty = newProject({ activity: 'other', country: 'CM', region: null, currency: 'XAF', firstMonth: '2027-01' })

describe('lines of a project', () => {
  test('get a name for formulas from what they are called, and never one that is taken', () => {
    expect(nameFor('Aliment ponte (50 kg)', empty)).toBe('aliment_ponte_50_kg')
    expect(nameFor('علف', empty)).toBe('line_1')
    expect(nameFor('2 chèvres', empty)).toBe('chevres')
    expect(nameFor('Hens', poultryProject())).toBe('hens_2')
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 8 }), (titles) => {
        const project = titles.reduce<Project>(
          (now, title) => withLine(now, 'investments', emptyLine('investments', now, { title })),
          empty,
        )
        const names = project.investments.map(({ line }) => line)
        expect(new Set(names).size).toBe(names.length)
        for (const name of names) expect(lineName.parse(name)).toBe(name)
      }),
    )
  })

  test('come, go and move without touching the others', () => {
    fc.assert(
      fc.property(anyProject(), fc.constantFrom(...lineLists), fc.nat(5), (project, list, at) => {
        const more = withLine(
          project,
          list,
          emptyLine(list, project, { title: 'New' }),
          Math.min(at, project[list].length),
        )
        expect(withoutLine(more, list, Math.min(at, project[list].length))).toEqual(project)
        const there = withMove(project, list, at, 1)
        if (there !== project) expect(withMove(there, list, at + 1, -1)).toEqual(project)
        expect(withMove(project, list, 0, -1)).toBe(project)
      }),
    )
  })

  test('a cost per unit belongs to what is sold', () => {
    expect(emptyLine('variableCosts', poultryProject())).toMatchObject({ per: 'eggs' })
  })

  test('two versions are compared by the name of each line', () => {
    const before = poultryProject()
    const dearer = withChange(before, 'fixedCosts', 0, { price: 17_000 })
    const after = withoutLine(
      withLine(dearer, 'sales', emptyLine('sales', dearer, { title: 'Litter' })),
      'investments',
      3,
    )
    expect(
      lineDifferences(before, after).map(({ list, before, after }) => [list, before?.title, after?.title]),
    ).toEqual([
      ['investments', 'Share of a well', undefined],
      ['sales', undefined, 'Litter'],
      ['fixedCosts', 'Layer feed', 'Layer feed'],
    ])
    expect(lineDifferences(before, withMove(before, 'investments', 0, 1))).toEqual([])
  })
})

describe('what is typed into a cell', () => {
  test('is a number with at most three decimals, in any digits', () => {
    expect(readQuantity('2,5')).toEqual({ figure: 2500 })
    expect(readQuantity('١٢')).toEqual({ figure: 12_000 })
    expect(readQuantity('1 000')).toEqual({ figure: 1_000_000 })
    expect(readQuantity('')).toEqual({ figure: 0 })
    expect(readQuantity('2.5555')).toEqual({ problem: 'too-many-decimals' })
    expect(readQuantity('-3')).toEqual({ problem: 'negative' })
    expect(readQuantity('ten')).toEqual({ problem: 'not-a-number' })
    expect(readQuantity('99999999999')).toEqual({ problem: 'too-large' })
  })

  test('a price follows the currency', () => {
    expect(readPrice('14 500', 'XAF')).toEqual({ figure: 14_500 })
    expect(readPrice('12,5', 'TND')).toEqual({ figure: 12_500 })
    expect(readPrice('12.5', 'XAF')).toEqual({ problem: 'too-many-decimals' })
    expect(readPrice('-1', 'XAF')).toEqual({ problem: 'negative' })
    expect(readPrice('much', 'XAF')).toEqual({ problem: 'not-a-number' })
  })

  test('is a formula when it begins with an equals sign', () => {
    expect(readQuantity('= hens * 0.8')).toEqual({ figure: { formula: 'hens * 0.8' } })
    expect(readPrice(`=${'1+'.repeat(200)}1`, 'XAF')).toEqual({ problem: 'formula-too-long' })
  })

  test('what was kept is typed the same way again', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), (figure) => {
        expect(readQuantity(typedQuantity(figure))).toEqual({ figure })
        expect(readPrice(typedPrice(figure, 'TND'), 'TND')).toEqual({ figure })
      }),
    )
    expect(readPrice(typedPrice({ formula: 'a + 1' }, 'XAF'), 'XAF')).toEqual({ figure: { formula: 'a + 1' } })
  })
})
