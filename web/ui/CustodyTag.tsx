import { Landmark } from 'lucide-react'

import { useText } from '../i18n.ts'
import { Day } from './Day.tsx'

type CustodyTagProps = {
  readonly office: string
  /** Plain date since when this office answers for the case. */
  readonly since?: string
  /** A hand-over that waits for the other office's yes. */
  readonly offeredTo?: string
}

/** Which office answers for the case now, and since when. */
export function CustodyTag({ office, since, offeredTo }: CustodyTagProps) {
  const text = useText()
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 text-ink-soft">
      <Landmark className="size-4 shrink-0 stroke-[1.5]" aria-hidden="true" />
      <span className="sr-only">{text('ui.custody')}</span>
      <bdi className="font-strong text-ink">{office}</bdi>
      {since !== undefined && (
        <span>
          {text('ui.custody-since')} <Day value={since} form="short" />
        </span>
      )}
      {offeredTo !== undefined && (
        <span className="border-b border-dashed border-river">{text('ui.custody-offered', { office: offeredTo })}</span>
      )}
    </span>
  )
}
