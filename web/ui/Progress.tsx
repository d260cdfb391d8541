import { useText } from '../i18n.ts'

/** Something is being fetched. It shows only when it takes longer than a blink, so that quick pages do not flicker. */
export function Waiting({ label }: { label?: string }) {
  const text = useText()
  return (
    <div role="status" className="waiting grid gap-3 py-8">
      <span className="text-ink-soft">{label ?? text('ui.waiting')}</span>
      <span aria-hidden="true" className="waiting-line" />
    </div>
  )
}

type ProgressProps = { readonly label: string; readonly done: number; readonly of: number }

/** How much of a known whole is done: sections of a form, files of an import. */
export function Progress({ label, done, of }: ProgressProps) {
  const text = useText()
  const part = of === 0 ? 0 : Math.round((Math.min(done, of) / of) * 100)
  return (
    <div className="grid gap-1.5">
      <div className="flex items-baseline justify-between gap-4">
        <span>{label}</span>
        <span className="figures text-ink-soft">
          <bdi>{text('ui.progress', { done, of })}</bdi>
        </span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={done}
        className="h-1.5 overflow-hidden rounded-full bg-sand"
      >
        <div className="h-full rounded-full bg-river transition-[inline-size]" style={{ inlineSize: `${part}%` }} />
      </div>
    </div>
  )
}
