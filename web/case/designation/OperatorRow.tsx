import { Link } from '@tanstack/react-router'
import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'

import type { RankedOperator } from '#domain/designation/rank.ts'
import type { Reason } from '#domain/designation/reason.ts'

import { formatNumber } from '../../locale.ts'
import { join } from '../../ui/classes.ts'
import type { CaseView } from '../view.ts'
import { amountIn, reasonSentence, type Titles } from './reason-words.ts'

type OperatorRowProps = {
  readonly operator: RankedOperator
  readonly view: CaseView
  readonly expertise: Titles
  /** Its standing, where it has one: that is its page. */
  readonly standing: string | undefined
  readonly group: string
  readonly chosen: boolean
  readonly invalid: boolean
  readonly onChoose: () => void
}

/** One operator of the ranking: its place, its score as a bar, what it has in hand, and its reasons when asked. */
export function OperatorRow({
  operator,
  view,
  expertise,
  standing,
  group,
  chosen,
  invalid,
  onChoose,
}: OperatorRowProps) {
  const { words } = view
  const { text } = words
  const [open, setOpen] = useState(false)
  const id = useId()
  const { office, rank, score, reasons, onRecord } = operator
  return (
    <li
      className={join(
        'rounded border transition-colors has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-river',
        chosen ? 'border-river bg-river-wash' : 'border-edge bg-paper',
      )}
    >
      <label className="touch grid cursor-pointer grid-cols-[auto_minmax(0,1fr)] gap-x-3 px-3 pt-2.5">
        <input
          type="radio"
          name={group}
          checked={chosen}
          aria-invalid={invalid || undefined}
          aria-describedby={`${id}figures`}
          onChange={onChoose}
          className="mt-1 size-5 accent-river outline-none"
        />
        <span className="min-w-0">
          <span className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className="min-w-0 font-strong">
              <span className="figures me-2 text-ink-soft">{formatNumber(rank, text.locale)}</span>
              <bdi>{words.office(office)}</bdi>
            </span>
            <span className="figures text-small text-ink-soft">{text('designation.score', { score })}</span>
          </span>
          <span className="mt-1.5 block h-1.5 overflow-hidden rounded bg-sand" aria-hidden="true">
            <span className="block h-full rounded bg-river" style={{ inlineSize: `${score}%` }} />
          </span>
        </span>
      </label>
      <div className="ps-11 pe-3 pb-2.5">
        <p id={`${id}figures`} className="mt-1.5 text-small text-ink-soft">
          {figuresOf(operator, view).join(text.direction === 'rtl' ? '، ' : ', ')}
        </p>
        {!onRecord && <p className="mt-1 text-small text-clay-deep">{text('designation.off-record')}</p>}
        {standing !== undefined && (
          <Link
            to="/operators/$accreditation"
            params={{ accreditation: standing }}
            className="touch me-4 inline-flex items-center text-small"
          >
            <span className="sr-only">
              <bdi>{words.office(office)}</bdi>,{' '}
            </span>
            {text('designation.page')}
          </Link>
        )}
        <button
          type="button"
          className="why-button -ms-1 mt-1"
          aria-expanded={open}
          aria-controls={`${id}reasons`}
          onClick={() => setOpen(!open)}
        >
          {text('designation.why')}
          <ChevronDown className="why-arrow size-4 stroke-[1.75]" aria-hidden="true" />
        </button>
        <div id={`${id}reasons`} className="why-fold" data-open={open || undefined} inert={!open}>
          <div className="why-inner">
            <ul className="mt-2 grid gap-2.5 border-t border-line pt-3">
              {reasons.map((reason) => (
                <ReasonRow key={reason.reason} reason={reason} view={view} expertise={expertise} />
              ))}
            </ul>
          </div>
        </div>
      </div>
    </li>
  )
}

/** What the reason gave of what it could give, and the sentence that says why. */
function ReasonRow({ reason, view, expertise }: { reason: Reason; view: CaseView; expertise: Titles }) {
  const { words } = view
  const { text } = words
  const { known, share, points, weight } = reason
  const number = (value: number): string => formatNumber(value, text.locale, { maximumFractionDigits: 1 })
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 text-small">
      <p className="font-strong">{text.maybe(`designation.${reason.reason}`) ?? reason.reason}</p>
      <p className="figures text-ink-soft">
        {text('designation.points', { points: number(points), weight: number(weight) })}
      </p>
      <span className="col-span-2 my-1 block h-1 overflow-hidden rounded bg-sand" aria-hidden="true">
        <span
          className={join('block h-full rounded', known ? 'bg-river' : 'bg-edge')}
          style={{ inlineSize: `${share * 100}%` }}
        />
      </span>
      <p className="col-span-2 text-ink-soft">
        <bdi>{reasonSentence(reason, words, expertise)}</bdi>
      </p>
    </li>
  )
}

/** Caseload, what is left of the contract, distance: what one looks at first. */
function figuresOf({ reasons, caseload }: RankedOperator, { words }: CaseView): readonly string[] {
  const { text } = words
  const factsOf = (word: Reason['reason']) => reasons.find(({ reason }) => reason === word)?.facts ?? {}
  const { capacity } = factsOf('caseload')
  const { left, currency } = factsOf('ceiling')
  const { kilometres } = factsOf('distance')
  return [
    typeof capacity === 'number'
      ? text('designation.figures-capacity', { caseload, capacity })
      : text('designation.figures-caseload', { caseload }),
    typeof left === 'number'
      ? text('designation.figures-left', { left: amountIn(text, left, String(currency)) })
      : text('designation.figures-no-ceiling'),
    ...(typeof kilometres === 'number' ? [text('designation.figures-distance', { kilometres })] : []),
  ]
}
