import type { ReactNode } from 'react'

import { Button } from '../ui/Button.tsx'
import type { StandingView } from './view.ts'

type PartProps = {
  readonly title: string
  readonly help?: string
  /** Commands that concern this part: shown where this person may. */
  readonly acts?: readonly string[]
  readonly view: StandingView
  readonly children: ReactNode
}

/** One part of a standing's page: its title, what can be done here, what is known. */
export function Part({ title, help, acts = [], view, children }: PartProps) {
  const { text } = view.words
  const possible = acts.filter((act) => view.may(act))
  return (
    <section className="border-t border-line pt-5" aria-label={title}>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 className="text-lead">{title}</h2>
        {possible.length > 0 && (
          <div className="flex flex-wrap gap-2" data-print="no">
            {possible.map((act) => (
              <Button key={act} onPress={() => view.begin(act)}>
                {text.maybe(`command.${act}.title`) ?? act}
              </Button>
            ))}
          </div>
        )}
      </div>
      {help !== undefined && <p className="-mt-2 mb-3 max-w-prose text-small text-ink-soft">{help}</p>}
      {children}
    </section>
  )
}
