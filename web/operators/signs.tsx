import type { AccreditationStatus, OperatorContract, OperatorSheet } from '#domain/operator/sheet.ts'
import { warningsOf } from '#domain/operator/warnings.ts'
import { formatAmount } from '#domain/money.ts'

import { useText } from '../i18n.ts'
import { useToday } from '../local/clock.ts'
import { formatDay, readableAmount } from '../locale.ts'
import { join } from '../ui/classes.ts'
import { RoadMark } from '../ui/RoadMark.tsx'

const marks = {
  applied: 'ahead',
  accredited: 'done',
  refused: 'skipped',
  suspended: 'waiting',
  ended: 'skipped',
  none: 'unknown',
} as const

/** Where an organisation stands, as a sign and a word, with the last day where there is one. */
export function StateMark({ state, until }: { state: AccreditationStatus | 'none'; until: string | null }) {
  const text = useText()
  return (
    <span className="inline-flex items-start gap-2">
      <span className="mt-0.5">
        <RoadMark state={marks[state]} />
      </span>
      <span>
        {text(`operators.state-${state}`)}
        {until !== null && (state === 'accredited' || state === 'suspended') && (
          <span className="block text-small text-ink-soft">
            {text('operators.until')} <bdi className="whitespace-nowrap">{formatDay(until, text.locale)}</bdi>
          </span>
        )}
      </span>
    </span>
  )
}

/** What ends soon or has ended: a line each. */
export function Warnings({ sheet, insuredUntil }: { sheet: OperatorSheet; insuredUntil: string | null }) {
  const text = useText()
  const today = useToday()
  return warningsOf(sheet, insuredUntil, today).map(({ what, on, isOver }) => (
    <span key={what} className="block text-small text-clay-deep">
      {text(`operators.${isOver ? 'over' : 'warn'}-${what}`, { date: formatDay(on, text.locale) })}
    </span>
  ))
}

type ContractUseProps = {
  readonly contract: OperatorContract | null
  /** Minor units. */
  readonly used: number
  readonly currency: string
}

/** How much of a contract's ceiling is given out, as a bar and in words. */
export function ContractUse({ contract, used, currency }: ContractUseProps) {
  const text = useText()
  if (!contract) return <span className="text-ink-soft">{text('operators.contract-none')}</span>
  const said = (amount: number): string => readableAmount(formatAmount({ amount, currency }, text.locale))
  const { ceiling, until } = contract
  const part = ceiling === null || ceiling === 0 ? 0 : Math.min(used / ceiling, 1)
  return (
    <span className="block min-w-0">
      <span className="tabular-nums">
        {ceiling === null
          ? text('operators.used', { used: said(used) })
          : text('operators.of-ceiling', { used: said(used), ceiling: said(ceiling) })}
      </span>
      {ceiling !== null && (
        <span className="mt-1 block h-1.5 w-full max-w-48 overflow-hidden rounded bg-sand-soft" aria-hidden="true">
          <span
            className={join('block h-full', part >= 0.9 ? 'bg-clay' : 'bg-river')}
            style={{ inlineSize: `${Math.round(part * 100)}%` }}
          />
        </span>
      )}
      <span className="block text-small text-ink-soft">
        {text('operators.until')} <bdi className="whitespace-nowrap">{formatDay(until, text.locale)}</bdi>
      </span>
    </span>
  )
}
