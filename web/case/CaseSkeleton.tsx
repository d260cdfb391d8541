import { useText } from '../i18n.ts'

/** The outline of a case while it is fetched: it appears after a moment, and nothing in it moves. */
export function CaseSkeleton() {
  const text = useText()
  return (
    <div role="status" className="waiting grid gap-8">
      <span className="sr-only">{text('ui.waiting')}</span>
      <div aria-hidden="true" className="grid gap-3">
        <span className="h-8 w-64 max-w-full rounded bg-sand-soft" />
        <span className="h-4 w-80 max-w-full rounded bg-sand-soft" />
      </div>
      <div aria-hidden="true" className="flex items-center gap-3">
        {stages.map((stage) => (
          <span key={stage} className="flex flex-1 items-center gap-3 last:flex-none">
            <span className="size-5 rounded-full bg-sand" />
            <span className="h-0.5 flex-1 bg-sand" />
          </span>
        ))}
      </div>
      <span aria-hidden="true" className="h-28 rounded bg-sand-soft" />
      <div aria-hidden="true" className="grid gap-4">
        {stages.slice(0, 4).map((stage) => (
          <span key={stage} className="h-4 max-w-prose rounded bg-sand-soft" />
        ))}
      </div>
    </div>
  )
}

const stages = ['one', 'two', 'three', 'four', 'five', 'six']
