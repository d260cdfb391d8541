import { ChevronUp } from 'lucide-react'
import { useState } from 'react'

import { useText } from '../i18n.ts'
import { Amount } from '../ui/Amount.tsx'
import { join } from '../ui/classes.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { BenchContext, useBench } from './bench.ts'
import { ResultPanel } from './ResultPanel.tsx'

/** On a phone: the leanest month in one line under the thumb; pressed, all of the result. */
export function PhoneFoot() {
  const text = useText()
  const bench = useBench()
  const [isOpen, setOpen] = useState(false)
  const { result, project } = bench
  if (!result) return null
  const { lowest, breakEven } = result
  return (
    <div className="workshop-foot lg:hidden" data-print="no">
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="touch flex w-full items-center justify-between gap-3 px-4 py-1.5 text-start"
      >
        <span className="min-w-0">
          <span className="block text-small text-ink-soft">{text('workshop.leanest')}</span>
          <span className={join('font-strong', lowest.cash < 0 && 'text-clay-deep')}>
            <Amount value={{ amount: lowest.cash, currency: project.currency }} />
          </span>
        </span>
        <span className="min-w-0 text-end">
          <span className="block text-small text-ink-soft">{text('workshop.break-even')}</span>
          <span className="font-strong">
            {breakEven.month === null
              ? text('workshop.break-even-none')
              : text('workshop.month-short', { month: breakEven.month })}
          </span>
        </span>
        <ChevronUp className="size-5 shrink-0 stroke-[1.5] text-ink-soft" aria-hidden="true" />
      </button>
      <Dialog title={text('workshop.result')} open={isOpen} onClose={() => setOpen(false)}>
        <BenchContext value={bench}>
          <ResultPanel />
        </BenchContext>
      </Dialog>
    </div>
  )
}
