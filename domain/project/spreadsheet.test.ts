import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { anyProject, poultryProject } from '#tests/kit/project.ts'
import { sheetValues } from '#tests/kit/sheet-values.ts'
import type { Value, Workbook } from '#tests/kit/sheet-values.ts'

import type { Project } from './project.ts'
import type { CellSheet } from './sheet-cells.ts'
import { planSheets } from './spreadsheet.ts'
import type { SheetLanguage } from './spreadsheet.ts'

function sheetsOf(project: Project, language: SheetLanguage = 'en'): readonly CellSheet[] {
  const sheets = planSheets(project, language)
  if (sheets.refused) throw new Error(sheets.code)
  return sheets.value
}

function workbook(sheets: readonly CellSheet[]): Workbook {
  return new Map(sheets.map(({ name, cells }) => [name, new Map(cells)]))
}

/** Cells whose formula comes to something else than the value beside it. */
function differences(sheets: readonly CellSheet[]): string[] {
  const valueAt = sheetValues(workbook(sheets))
  return sheets.flatMap(({ name, cells }) =>
    [...cells].flatMap(([place, { value, formula }]) => {
      if (formula === undefined) return []
      const computed: Value = valueAt(name, place)
      const same = isSame(value, computed)
      return same ? [] : [`${name} ${place}: ${String(value)}, but ${formula} is ${String(computed)}`]
    }),
  )
}

/** Binary fractions differ in their last bit. */
function isSame(one: Value, other: Value): boolean {
  return typeof one === 'number' && typeof other === 'number' ? Math.abs(one - other) < 1e-6 : one === other
}

describe('a plan as spreadsheet', () => {
  test.each(['fr', 'en', 'ar'] as const)(
    'every formula of the poultry project computes to our figure, in %s',
    (language) => {
      expect(differences(sheetsOf(poultryProject(), language))).toEqual([])
    },
  )

  test('and those of any project, in a currency with decimals too', () => {
    fc.assert(
      fc.property(anyProject(), fc.constantFrom('XAF', 'TND'), (project, currency) => {
        expect(differences(sheetsOf({ ...project, currency }))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  test('another figure typed into a coloured cell changes what follows, as our own computing does', () => {
    const [before, after] = [
      poultryProject(),
      poultryProject({ money: { aid: 3_000_000, own: 400_000, family: 150_000 } }),
    ]
    const sheets = workbook(sheetsOf(before))
    const typed = sheets.get('Project') as Map<string, { value: Value; formula?: string }>
    const [place] = [...typed].find(([, { value }]) => value === before.money.aid) ?? ['']
    typed.set(place, { value: after.money.aid })
    const valueAt = sheetValues(sheets)
    for (const { name, cells } of sheetsOf(after))
      for (const [at, { value, formula }] of cells)
        if (formula !== undefined) expect(isSame(valueAt(name, at), value), at).toBe(true)
  })

  test('no figure is written where a formula could stand', () => {
    const [, cash, results] = sheetsOf(poultryProject())
    const written = [...(cash?.cells ?? []), ...(results?.cells ?? [])].filter(
      ([, { value, formula, look }]) => typeof value === 'number' && formula === undefined && look !== 'heading',
    )
    expect(written.map(([place]) => place)).toEqual(['2,1'])
  })
})
