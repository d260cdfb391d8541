import { createLazyRoute } from '@tanstack/react-router'
import { CalendarPlus } from 'lucide-react'
import { useState } from 'react'

import type { ForeseenAnswer, PassedAnswer } from '#contract/by-itself-answers.ts'

import { useListWords, type ListWords } from '../cases/list-words.ts'
import { useToday } from '../local/clock.ts'
import { formatDay } from '../locale.ts'
import { usePages } from '../pages.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { ForeseenRow } from './ForeseenRow.tsx'
import { PassedRow } from './PassedRow.tsx'
import { ReasonDialog, type Asked } from './ReasonDialog.tsx'

export const byItselfPage = createLazyRoute('/signed-in/by-itself')({ component: ByItselfPage })

/** What will happen because deadlines pass, day by day, and what did: each with its rule and what one can do about it. */
function ByItselfPage() {
  const words = useListWords()
  const { text } = words
  const [asked, setAsked] = useState<Asked | undefined>()
  const isWatching = useSession()?.seat.role === 'data-protection-officer'
  return (
    <>
      <h1 className="text-head">{text('by-itself.title')}</h1>
      <p className="mt-2 max-w-prose text-ink-soft">
        {text(isWatching ? 'by-itself.help-watching' : 'by-itself.help')}
      </p>
      <Coming words={words} onAsk={setAsked} />
      <Passed words={words} onAsk={setAsked} />
      {asked && (
        <ReasonDialog key={`${asked.command} ${asked.case}`} asked={asked} onClose={() => setAsked(undefined)} />
      )}
    </>
  )
}

type PartProps = { readonly words: ListWords; readonly onAsk: (asked: Asked) => void }

function Coming({ words, onAsk }: PartProps) {
  const { text } = words
  const today = useToday()
  const { rows, problem, reading, more, again } = usePages<ForeseenAnswer>('/api/by-itself')
  if (rows === undefined) return problem ? <ProblemNotice problem={problem} again={again} /> : <Waiting />
  if (rows.length === 0)
    return <EmptyState title={text('by-itself.nothing')}>{text('by-itself.nothing-help')}</EmptyState>
  return (
    <div className="mt-6 grid gap-8" aria-busy={reading || undefined}>
      {problem && <ProblemNotice problem={problem} again={again} small />}
      <p data-print="no">
        <a
          href={`/api/by-itself/calendar?language=${text.language}`}
          download
          className="touch inline-flex items-center gap-2"
        >
          <CalendarPlus className="size-5 shrink-0 stroke-[1.5]" aria-hidden="true" />
          {text('by-itself.calendar')}
        </a>
      </p>
      {[...Map.groupBy(rows, ({ on }) => on)].map(([on, foreseen]) => (
        <section key={on} aria-labelledby={`on-${on}`}>
          <h2 id={`on-${on}`} className="border-b border-edge pb-1.5 text-lead">
            {on <= today ? text('by-itself.now') : formatDay(on, text.locale, 'weekday')}
          </h2>
          <ul>
            {foreseen.map((row, index) => (
              <ForeseenRow key={`${row.case ?? index} ${row.step}`} row={row} words={words} onAsk={onAsk} />
            ))}
          </ul>
        </section>
      ))}
      {more && (
        <div data-print="no">
          <Button onPress={more} busy={reading}>
            {text('ui.more')}
          </Button>
        </div>
      )}
    </div>
  )
}

function Passed({ words, onAsk }: PartProps) {
  const { text } = words
  const { rows, problem, reading, more, again } = usePages<PassedAnswer>('/api/by-itself/passed', 'before')
  if (problem && rows === undefined) return <ProblemNotice problem={problem} again={again} small />
  if (rows === undefined || rows.length === 0) return null
  return (
    <section aria-labelledby="passed" className="mt-12">
      <h2 id="passed" className="border-b border-edge pb-1.5 text-title">
        {text('by-itself.passed')}
      </h2>
      <ul>
        {rows.map((row, index) => (
          <PassedRow key={`${row.case ?? index} ${row.step} ${row.on}`} row={row} words={words} onAsk={onAsk} />
        ))}
      </ul>
      {more && (
        <div className="mt-4" data-print="no">
          <Button onPress={more} busy={reading}>
            {text('ui.more')}
          </Button>
        </div>
      )}
    </section>
  )
}
