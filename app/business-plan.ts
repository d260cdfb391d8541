import { loadActivities } from '#catalogue/load-activities.ts'
import type { Project } from '#domain/project/project.ts'
import { figuresOf, scaled, sheetOf } from '#domain/project/figures.ts'
import type { Figures } from '#domain/project/figures.ts'
import { investmentRow, lookIn } from '#domain/project/flow.ts'
import type { PlanLine, PlanPaper } from '#domain/project/plan-paper.ts'
import { priceUnits } from '#domain/project/price.ts'
import { payers } from '#domain/project/project.ts'
import type { ProjectLine } from '#domain/project/project.ts'
import type { ProjectResult } from '#domain/project/result.ts'
import { projectResult } from '#domain/project/result.ts'
import type { ProjectVersion } from '#domain/project/version.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept } from '#domain/outcome.ts'

import { paperBase, placeName, projectTitle } from './papers.ts'
import type { PaperFacts } from './papers.ts'
import type { BusinessPlan, Language } from './ports.ts'

/** A saved version of a project as the data of a business plan. Refusals as for `projectResult`. */
export function businessPlan(
  facts: PaperFacts,
  version: ProjectVersion,
  project: Project,
  language: Language,
): Outcome<BusinessPlan> {
  const plan = planPaper(version, project, projectTitle(facts, language), language)
  if (plan.refused) return plan
  const base = paperBase(facts, language)
  return accept({ ...base, reference: `${base.person.file}/P${version.number}`, ...plan.value })
}

/** What the plan says, whoever it is of. */
export function planPaper(
  version: ProjectVersion,
  project: Project,
  title: string,
  language: Language,
): Outcome<PlanPaper> {
  const result = projectResult(project)
  if (result.refused) return result
  const sheet = sheetOf(project)
  const figures = sheet.refused ? sheet : figuresOf(sheet.value)
  if (figures.refused) return figures
  const template = loadActivities().find(({ activity }) => activity === project.activity)
  const { startUp, months, opening, loan } = result.value
  return accept({
    title: template?.title[language] ?? title,
    place: project.region === null ? null : placeName(project.region, language),
    version: { number: version.number, on: version.on, fingerprint: version.fingerprint },
    currency: project.currency,
    words: project.words,
    judgements: project.judgements,
    figures: {
      ...version.figures,
      breakEvenSales: result.value.breakEven.sales,
      loanInterest: loan?.interest ?? null,
    },
    deciding: decidingOf(version, project, result.value),
    legal: project.legal.map(({ title, state, cost }) => ({ title, state, cost })),
    ...linesOnPaper(project, figures.value, language),
    wage: project.wage.amount === 0 ? null : project.wage,
    budget: version.lines,
    money: payers.map((payer) => ({ payer, amount: startUp.money[payer] })).filter(({ amount }) => amount > 0),
    opening,
    months,
  })
}

/** The assumption that decides, with the title of its line; or the month that is short already; null = nothing breaks it. */
export function decidingOf(
  { figures }: ProjectVersion,
  project: Project,
  { firstShort }: ProjectResult,
): PlanPaper['deciding'] {
  if (firstShort !== null) return { short: firstShort }
  const { deciding } = figures
  if (deciding === null) return null
  const line = deciding.assumption.kind === 'delay' ? '' : deciding.assumption.line
  const lines: readonly ProjectLine[] = [
    ...project.investments,
    ...project.sales,
    ...project.variableCosts,
    ...project.fixedCosts,
  ]
  return { ...deciding, title: lines.find((each) => each.line === line)?.title ?? line }
}

function linesOnPaper(
  project: Project,
  figures: Figures,
  language: Language,
): Pick<PlanPaper, 'investments' | 'sales' | 'variableCosts' | 'fixedCosts'> {
  const look = lookIn(figures)
  const shown = ({ line, title, unit }: ProjectLine): PlanLine => {
    const [quantity, price] = [look(`${line}.quantity`), look(`${line}.price`)]
    const amount = scaled([quantity, price], 1000)
    return { title, unit: priceUnits[unit]?.[language] ?? unit, quantity, price, amount }
  }
  const soldAs = (name: string) => project.sales.find(({ line }) => line === name)?.title ?? name
  return {
    investments: project.investments.map((each) => ({
      ...shown(each),
      amount: investmentRow(each, look)[each.month] ?? 0,
      payer: each.payer,
    })),
    sales: project.sales.map((each) => ({ ...shown(each), from: each.from })),
    variableCosts: project.variableCosts.map((each) => ({ ...shown(each), per: soldAs(each.per) })),
    fixedCosts: project.fixedCosts.map((each) => ({ ...shown(each), from: each.from })),
  }
}
