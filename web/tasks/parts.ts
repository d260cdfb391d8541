import type { OwedAnswer } from '#contract/answers.ts'
import { addDays } from '#domain/calendar.ts'

export const parts = ['late', 'soon', 'later', 'open'] as const
export type Part = (typeof parts)[number]

const week = 7

/** Tasks by how urgent they are, in their order: late, within a week, later, without a date. Empty parts are left out. */
export function partsOf(
  rows: readonly OwedAnswer[],
  today: string,
): readonly { readonly part: Part; readonly rows: readonly OwedAnswer[] }[] {
  const soon = addDays(today, week)
  const partOf = ({ dueOn }: OwedAnswer): Part =>
    dueOn === null ? 'open' : dueOn < today ? 'late' : dueOn <= soon ? 'soon' : 'later'
  const grouped = Map.groupBy(rows, partOf)
  return parts.flatMap((part) => {
    const owed = grouped.get(part)
    return owed ? [{ part, rows: owed }] : []
  })
}
