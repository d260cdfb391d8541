import type { ReactNode } from 'react'

import { useText } from '../i18n.ts'
import { Button } from '../ui/Button.tsx'
import { allowed, type Act } from './acts.ts'
import type { CaseView } from './view.ts'

type SectionProps = {
  readonly title: string
  readonly children: ReactNode
  /** What can be done here, from the table of commands: shown where this seat may. */
  readonly acts?: readonly Act[]
  readonly view?: CaseView
}

/** One part of a side: its title, what can be done here, what is known. */
export function Section({ title, children, acts = [], view }: SectionProps) {
  return (
    <section className="border-t border-line pt-5 first:border-t-0 first:pt-0" aria-label={title}>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 className="text-lead">{title}</h2>
        {view && <ActButtons acts={acts} view={view} />}
      </div>
      {children}
    </section>
  )
}

/** Buttons for those of these acts that this seat may do now. */
export function ActButtons({ acts, view }: { acts: readonly Act[]; view: CaseView }) {
  const { text } = view.words
  const possible = acts.filter(({ command }) => allowed(command, view.attempts))
  if (possible.length === 0) return null
  return (
    <div className="flex flex-wrap gap-2" data-print="no">
      {possible.map((act) => (
        <Button key={`${act.command} ${act.of ?? ''}`} onPress={() => view.begin(act)}>
          {text.maybe(`command.${act.command}.title`) ?? act.command}
        </Button>
      ))}
    </div>
  )
}

/** What stands between two things said of one: each script has its own. */
export function Comma() {
  return useText().direction === 'rtl' ? '، ' : ', '
}

/** Between a name and what is said of it: French leaves room before it. */
export function Colon() {
  return useText().language === 'fr' ? '\u00a0: ' : ': '
}

type Pair = { readonly name: string; readonly value: ReactNode }

/** Names and values. What is not known is left out by whoever calls, or says so with its mark. */
export function Pairs({ pairs }: { pairs: readonly (Pair | false | undefined)[] }) {
  const shown = pairs.filter((pair): pair is Pair => pair !== undefined && pair !== false)
  return (
    <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
      {shown.map(({ name, value }) => (
        <div key={name} className="min-w-0">
          <dt className="text-small text-ink-soft">{name}</dt>
          <dd className="[overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Free words, as somebody wrote them; nothing where nothing was written, a word where they were erased. */
export function Words({ of, view }: { of: string | null | undefined; view: CaseView }) {
  if (of == null) return null
  const written = view.words.words(of)
  return (
    <p dir="auto" className="max-w-prose whitespace-pre-line">
      {written ?? <span className="text-ink-soft">{view.words.text('case.erased')}</span>}
    </p>
  )
}
