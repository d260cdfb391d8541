import { addDays } from '../calendar.ts'
import type { OperatorSheet } from './sheet.ts'

/** Days before its end from which something is worth a warning. */
export const warnedDays = 60

export type Warning = {
  readonly what: 'accreditation' | 'contract' | 'insurance'
  readonly on: string
  /** It has ended already. */
  readonly isOver: boolean
}

/** What ends soon, or has ended, of an operator that can be designated; the first end first. */
export function warningsOf(
  sheet: Pick<OperatorSheet, 'state' | 'until' | 'contract'>,
  insuredUntil: string | null,
  today: string,
): readonly Warning[] {
  if (sheet.state !== 'accredited' && sheet.state !== 'suspended') return []
  const ends = [
    { what: 'accreditation', on: sheet.until },
    { what: 'contract', on: sheet.contract?.until ?? null },
    { what: 'insurance', on: insuredUntil },
  ] as const
  const soon = addDays(today, warnedDays)
  return ends
    .flatMap(({ what, on }) => (on !== null && on <= soon ? [{ what, on, isOver: on < today }] : []))
    .toSorted((one, other) => (one.on < other.on ? -1 : 1))
}
