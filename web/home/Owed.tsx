import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'

import type { HomeAnswer } from '#contract/answers.ts'

import type { ListWords } from '../cases/list-words.ts'
import { join } from '../ui/classes.ts'
import { RoadMark } from '../ui/RoadMark.tsx'
import { headingOf, sentencesOf, whens, type Sentence, type When } from './sentences.ts'

const marks = { late: 'late', soon: 'now', later: 'ahead' } as const

/** Late, this week, then: three short lists of sentences. With nothing owed, one calm sentence. */
export function Owed({ home, words }: { home: HomeAnswer; words: ListWords }) {
  const { text } = words
  const parts = whens
    .map((when) => ({ when, heading: headingOf(home, when, words), sentences: sentencesOf(home, when, words) }))
    .filter(({ sentences }) => sentences.length > 0)
  if (parts.length === 0) {
    return (
      <p className="flex items-center gap-3 text-lead">
        <RoadMark state="done" className="size-6" />
        {text('home.nothing')}
      </p>
    )
  }
  return (
    <div className="grid gap-8">
      {parts.map((part) => (
        <Part key={part.when} {...part} />
      ))}
    </div>
  )
}

type PartProps = { readonly when: When; readonly heading: string; readonly sentences: readonly Sentence[] }

function Part({ when, heading, sentences }: PartProps) {
  return (
    <section aria-labelledby={`owed-${when}`}>
      <h2 id={`owed-${when}`} className={join('text-title', when === 'late' && 'text-clay-deep')}>
        {heading}
      </h2>
      <ul className="mt-2 border-t border-line">
        {sentences.map((sentence) => (
          <li key={sentence.id} className="border-b border-line">
            <Link
              to="/tasks"
              search={sentence.search}
              className="group flex items-center gap-3 py-3 text-ink no-underline hover:bg-sand-soft hover:text-ink"
            >
              <RoadMark state={marks[when]} className="size-5" />
              <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-6">
                <span className={when === 'later' ? '' : 'text-lead'}>{sentence.words}</span>
                {sentence.note !== undefined && (
                  <span className="text-ink-soft max-sm:text-small">{sentence.note}</span>
                )}
              </span>
              <ChevronRight
                className="size-5 shrink-0 stroke-[1.5] text-ink-soft group-hover:text-river rtl:-scale-x-100"
                aria-hidden="true"
              />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
