import type { Project } from '#domain/project/project.ts'
import { linesOf } from '#domain/project/project.ts'
import type { ProjectResult } from '#domain/project/result.ts'
import type { Assumption, Deciding, Threshold } from '#domain/project/what-if.ts'

import type { Text } from '../i18n.ts'
import { formatDay, formatNumber } from '../locale.ts'

/** What an assumption is about, in words: `Price of feed`. */
export function assumptionText(text: Text, assumption: Assumption, project: Project): string {
  if (assumption.kind === 'delay') return text('workshop.assume-delay')
  return text(`workshop.assume-${assumption.kind}`, { title: titleOf(assumption.line, project) })
}

/** `+18 %`, `-20 %`, or so many months. */
export function changeText(text: Text, kind: Assumption['kind'], by: number): string {
  if (kind === 'delay') return text('workshop.months-count', { count: by })
  return formatNumber(by / 100, text.locale, { style: 'percent', signDisplay: 'exceptZero' })
}

/** `If the price of feed rises 18 %, month 9 runs out of cash.` */
export function thresholdText(text: Text, threshold: Threshold, project: Project): string {
  const { assumption, by, month } = threshold
  return text(`workshop.deciding-${assumption.kind}`, {
    title: assumption.kind === 'delay' ? '' : titleOf(assumption.line, project),
    by: assumption.kind === 'delay' ? by : formatNumber(Math.abs(by) / 100, text.locale, { style: 'percent' }),
    month,
  })
}

/**
 * The sentence that names the assumption that decides; or that the plan is short as it stands, or that nothing breaks it.
 * A plan that comes down to nothing says so first: then the least of everything decides.
 */
export function decidingText(text: Text, deciding: Deciding, project: Project, result: ProjectResult): string {
  if (deciding.short === 0) return text('workshop.deciding-start')
  if (deciding.short !== null) return text('workshop.deciding-short', { month: deciding.short })
  if (deciding.deciding) {
    const sentence = thresholdText(text, deciding.deciding, project)
    return result.lowest.cash === 0 ? `${text('workshop.no-reserve')} ${sentence}` : sentence
  }
  return text('workshop.deciding-none')
}

/** The leanest month by its number and its name: `month 9, September 2027`. */
export function monthText(text: Text, month: number, result: ProjectResult): string {
  if (month === 0) return text('workshop.at-start')
  const calendar = result.months[month - 1]?.calendar ?? ''
  return text('workshop.month-number', { number: month, month: formatDay(calendar, text.locale, 'short') })
}

function titleOf(name: string, project: Project): string {
  return linesOf(project).find(({ line }) => line.line === name)?.line.title ?? name
}
