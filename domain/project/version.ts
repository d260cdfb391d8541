import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

import { canonicalJson } from '../canonical.ts'
import type { BudgetLine } from '../field.ts'
import type { Outcome } from '../outcome.ts'
import { accept } from '../outcome.ts'
import type { Project, ProjectJudgement } from './project.ts'
import { figuresOf, sheetOf } from './figures.ts'
import { investmentRow, lookIn } from './flow.ts'
import type { ProjectResult } from './result.ts'
import { projectResult } from './result.ts'
import type { Threshold } from './what-if.ts'
import { decidingAssumption } from './what-if.ts'

/** What a project came to when it was saved, minor units: figures only, no word of a person. */
export type VersionFigures = {
  /** Start-up lines, legal steps, working capital and reserve together. */
  readonly cost: number
  readonly workingCapital: number
  readonly reserve: number
  /** Own money, family and loan. */
  readonly ownContribution: number
  /** What is asked of the scheme. */
  readonly requested: number
  readonly gap: number
  readonly lowestMonth: number
  readonly lowestCash: number
  readonly firstShort: number | null
  readonly breakEvenMonth: number | null
  readonly paidBackMonth: number | null
  /** Basis points. */
  readonly marginOfSafety: number | null
  readonly deciding: Threshold | null
}

export type VersionContent = {
  /** The content as text, always the same for the same project. */
  readonly body: string
  /** SHA-256 of that text, hexadecimal. */
  readonly fingerprint: string
  readonly figures: VersionFigures
  /** The start-up budget line by line; it sums to the cost. */
  readonly lines: readonly BudgetLine[]
}

const titles = {
  workingCapital: { fr: 'Fonds de roulement', en: 'Working capital', ar: 'رأس المال العامل' },
  reserve: { fr: 'Réserve pour imprévus', en: 'Reserve for the unforeseen', ar: 'احتياطي للطوارئ' },
}

/** A project as a version is made of it. Refusals as for `projectResult`. */
export function versionContent(project: Project): Outcome<VersionContent> {
  const result = projectResult(project)
  if (result.refused) return result
  const deciding = decidingAssumption(project)
  if (deciding.refused) return deciding
  const { startUp, lowest, firstShort, breakEven, marginOfSafety } = result.value
  const { money } = startUp
  const body = canonicalJson(project)
  return accept({
    body,
    fingerprint: bytesToHex(sha256(utf8ToBytes(body))),
    figures: {
      cost: startUp.total + startUp.reserve,
      workingCapital: startUp.workingCapital,
      reserve: startUp.reserve,
      ownContribution: money.own + money.family + money.loan,
      requested: money.aid,
      gap: startUp.gap,
      lowestMonth: lowest.month,
      lowestCash: lowest.cash,
      firstShort,
      breakEvenMonth: breakEven.month,
      paidBackMonth: breakEven.paidBackMonth,
      marginOfSafety,
      deciding: deciding.value.deciding,
    },
    lines: budgetLines(project, startUp),
  })
}

function budgetLines(project: Project, startUp: ProjectResult['startUp']): readonly BudgetLine[] {
  const sheet = sheetOf(project)
  const figures = sheet.refused ? sheet : figuresOf(sheet.value)
  if (figures.refused) return []
  const look = lookIn(figures.value)
  const bought = project.investments.map((each) => ({
    line: each.title,
    amount: investmentRow(each, look)[0] ?? 0,
  }))
  const legal = project.legal.map(({ title, cost, state }) => ({
    line: title,
    amount: state === 'not-needed' ? 0 : (cost ?? 0),
  }))
  const language = project.language ?? 'fr'
  const rest = (['workingCapital', 'reserve'] as const).map((key) => ({
    line: titles[key][language],
    amount: startUp[key],
  }))
  return [...bought, ...legal, ...rest].filter(({ amount }) => amount > 0)
}

/** A saved version as the case knows it. */
export type ProjectVersion = {
  readonly project: string
  /** 1 = the first. */
  readonly number: number
  readonly on: string
  readonly by: string
  /** What changed, in its author's words: a text reference. */
  readonly note?: string
  readonly activity: string
  readonly currency: string
  readonly fingerprint: string
  readonly judgements: Readonly<Record<'relevance' | 'market' | 'budget', ProjectJudgement | null>>
  readonly figures: VersionFigures
  readonly lines: readonly BudgetLine[]
}
