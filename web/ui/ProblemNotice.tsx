import { CloudOff, LifeBuoy } from 'lucide-react'

import { useText } from '../i18n.ts'
import { useRefusalWords, type Refused } from '../refusal.ts'
import { Button } from './Button.tsx'

type ProblemNoticeProps = {
  readonly problem: Refused
  /** What is safe: say what was kept. Left out, the text for reading stands. */
  readonly safe?: string
  readonly again?: () => void
  /** An answer of the rules to an act (default: a reading that failed). */
  readonly small?: boolean
}

/** What happened, what is safe, what to do: in this order, without a code on the screen. */
export function ProblemNotice({ problem, safe, again, small = false }: ProblemNoticeProps) {
  const text = useText()
  const Icon = problem.code === 'no-network' ? CloudOff : LifeBuoy
  const { what, advice } = useRefusalWords()(problem)
  return (
    <div
      role="alert"
      className={small ? 'rounded-e border-s-3 border-clay bg-sand-soft px-4 py-3' : 'max-w-prose py-8'}
    >
      <p className={small ? 'flex gap-3 font-strong' : 'flex gap-3 text-lead font-strong'}>
        <Icon className="mt-0.5 size-5 shrink-0 stroke-[1.5] text-clay" aria-hidden="true" />
        <span>{what}</span>
      </p>
      <div className="ms-8 mt-1 grid gap-1">
        <p>{safe ?? text(small ? 'ui.problem-kept' : 'ui.problem-safe')}</p>
        {advice !== undefined && <p>{advice}</p>}
        {again && (
          <div className="mt-2">
            <Button onPress={again}>{text('ui.again')}</Button>
          </div>
        )}
      </div>
    </div>
  )
}
