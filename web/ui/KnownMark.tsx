import type { ReactNode } from 'react'

import { isEstimated, reasonOf, valueOf, type Answer, type UnknownReason } from '#domain/answer.ts'

import { useText } from '../i18n.ts'

export type Knownness = 'known' | 'estimated' | UnknownReason

const signs: Readonly<Record<Knownness, string>> = {
  known: '',
  estimated: '≈',
  unknown: '—?',
  refused: '—⁄',
  'not-asked': '—',
}

type KnownMarkProps = {
  readonly of: Knownness
  /** The value, shown when there is one. */
  readonly children?: ReactNode
  /** In dense tables the sign stands alone; its word is then read aloud and shown on hover. */
  readonly small?: boolean
}

/** A value, or the small sign that says how far it is known. The five signs are the same in forms, lists and letters. */
export function KnownMark({ of, children, small = false }: KnownMarkProps) {
  const text = useText()
  if (of === 'known') return <>{children}</>
  const word = text(`ui.known-${of}`)
  return (
    <span className="inline-flex items-baseline gap-1.5" title={word}>
      <bdi dir="ltr" aria-hidden="true" className={of === 'estimated' ? 'text-ink-soft' : 'figures text-ink-soft'}>
        {of === 'refused' ? <RefusedSign /> : signs[of]}
      </bdi>
      {of === 'estimated' && <span>{children}</span>}
      <span className={small || of === 'estimated' ? 'sr-only' : 'text-ink-soft'}>{word}</span>
    </span>
  )
}

/** A closed line: the person would rather not say. Drawn, because no font has it at this weight. */
function RefusedSign() {
  return (
    <svg viewBox="0 0 18 12" className="inline-block h-[0.75em] w-auto" aria-hidden="true">
      <path d="M1 6h16M6 11 12 1" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  )
}

type KnownProps<T> = {
  readonly answer: Answer<T> | undefined
  readonly show: (value: T) => ReactNode
  readonly small?: boolean
}

/** An answer drawn whole: its value through `show`, with the sign of its known-ness. */
export function Known<T>({ answer, show, small }: KnownProps<T>) {
  const reason = reasonOf(answer)
  if (answer === undefined || reason !== undefined)
    return <KnownMark of={reason ?? 'not-asked'} small={small ?? false} />
  return <KnownMark of={isEstimated(answer) ? 'estimated' : 'known'}>{show(valueOf(answer) as T)}</KnownMark>
}
