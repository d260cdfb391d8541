import words from '#catalogue/letters/plan-sheet.json' with { type: 'json' }

import { minorUnits } from '../money.ts'
import type { Outcome } from '../outcome.ts'
import { accept } from '../outcome.ts'
import type { Figures } from './figures.ts'
import { figuresOf, sheetOf } from './figures.ts'
import { cashSheet } from './spreadsheet-cash.ts'
import { projectSheet } from './spreadsheet-project.ts'
import { resultSheet } from './spreadsheet-results.ts'
import type { Project } from './project.ts'
import type { ProjectResult } from './result.ts'
import { projectResult, rowsOf } from './result.ts'
import type { CellSheet } from './sheet-cells.ts'

export type SheetLanguage = keyof typeof words
export type SheetWords = (typeof words)['fr']

/** What every sheet of the plan is written from. */
export type PlanGround = {
  readonly project: Project
  readonly figures: Figures
  readonly result: ProjectResult
  readonly rows: ReturnType<typeof rowsOf>
  readonly language: SheetLanguage
  readonly words: SheetWords
  readonly decimals: number
  /** Minor units as whole units of the currency. */
  units(amount: number): number
}

/**
 * A project as three sheets: what was typed, 24 months of cash, and what it comes to. Every figure that is computed is a
 * formula of the typed ones, with the value that this program computed. Refusals as for `projectResult`.
 */
export function planSheets(project: Project, language: SheetLanguage): Outcome<readonly CellSheet[]> {
  const result = projectResult(project)
  if (result.refused) return result
  const sheet = sheetOf(project)
  if (sheet.refused) return sheet
  const figures = figuresOf(sheet.value)
  if (figures.refused) return figures
  const decimals = minorUnits(project.currency)
  const ground: PlanGround = {
    project,
    figures: figures.value,
    result: result.value,
    rows: rowsOf(project, figures.value, 0),
    language,
    words: words[language],
    decimals,
    units: (amount) => amount / 10 ** decimals,
  }
  const typed = projectSheet(ground)
  const cash = cashSheet(ground, typed.places)
  const results = resultSheet(ground, typed.places, cash.places)
  return accept([typed.sheet, cash.sheet, results])
}
