import { ChevronDown } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'

import type { RoadState } from '#domain/case/road.ts'

import { useText } from '../i18n.ts'
import { KnownMark, type Knownness } from './KnownMark.tsx'
import { RoadMark } from './RoadMark.tsx'

export type WhyFact = {
  readonly name: string
  readonly value?: ReactNode
  readonly known?: Knownness
}

/** One reason: the rule as a sentence, what came of it, where the rule comes from, what it looked at. */
export type WhyReason = {
  readonly id: string
  readonly rule: string
  readonly outcome?: 'met' | 'not-met' | 'not-known'
  readonly source?: string | undefined
  readonly link?: string | undefined
  readonly facts?: readonly WhyFact[]
}

type WhyProps = {
  /** What is explained: a verdict, a rank, a refusal, a deadline, a score. */
  readonly children: ReactNode
  readonly reasons: readonly WhyReason[]
  /** What the small button says; `Why?` unless the claim needs another question. */
  readonly ask?: string
  readonly open?: boolean
}

const marks: Readonly<Record<NonNullable<WhyReason['outcome']>, RoadState>> = {
  met: 'done',
  'not-met': 'late',
  'not-known': 'unknown',
}

/**
 * The small `why` beside every verdict, rank, refusal, deadline and score. It unfolds under the claim, at once, as a
 * short road: each reason a stage, with its rule, its source and the facts that were used.
 */
export function Why({ children, reasons, ask, open = false }: WhyProps) {
  const text = useText()
  const id = useId()
  const [unfolded, setUnfolded] = useState(open)
  return (
    <div className="why">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <div className="min-w-0">{children}</div>
        {reasons.length > 0 && (
          <button
            type="button"
            className="why-button"
            aria-expanded={unfolded}
            aria-controls={id}
            onClick={() => setUnfolded(!unfolded)}
          >
            {ask ?? text('ui.why')}
            <ChevronDown className="why-arrow size-4 stroke-[1.75]" aria-hidden="true" />
          </button>
        )}
      </div>
      <div id={id} className="why-fold" data-open={unfolded || undefined} inert={!unfolded}>
        <div className="why-inner">
          <ol className="why-road">
            {reasons.map((reason) => (
              <Reason key={reason.id} reason={reason} />
            ))}
          </ol>
        </div>
      </div>
    </div>
  )
}

function Reason({ reason }: { reason: WhyReason }) {
  const text = useText()
  const { outcome, facts = [], source, link } = reason
  return (
    <li>
      {outcome ? (
        <RoadMark state={marks[outcome]} className="why-mark" />
      ) : (
        <span className="why-dot" aria-hidden="true" />
      )}
      <div className="min-w-0">
        <p>
          {outcome && <span className="sr-only">{text(`ui.why-${outcome}`)}: </span>}
          <bdi>{reason.rule}</bdi>
        </p>
        {facts.length > 0 && (
          <dl className="mt-1 flex flex-wrap gap-x-5 gap-y-1 text-small">
            {facts.map((fact) => (
              <div key={fact.name} className="flex flex-wrap gap-x-1.5">
                <dt className="text-ink-soft">
                  <bdi>{fact.name}</bdi>
                </dt>
                <dd className="font-strong">
                  <KnownMark of={fact.known ?? 'known'}>
                    <bdi>{fact.value}</bdi>
                  </KnownMark>
                </dd>
              </div>
            ))}
          </dl>
        )}
        {source !== undefined && (
          <p className="mt-1 text-small text-ink-soft">
            {text('ui.why-source')}{' '}
            {link === undefined ? (
              <cite className="not-italic">{source}</cite>
            ) : (
              <a href={link} rel="noreferrer" target="_blank">
                <cite className="not-italic">{source}</cite>
              </a>
            )}
          </p>
        )}
      </div>
    </li>
  )
}
