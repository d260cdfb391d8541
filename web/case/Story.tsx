import './story.css'

import { useInfiniteQuery } from '@tanstack/react-query'

import { call, problemFrom, ProblemError } from '../api.ts'
import type { StoryPage } from '../local/case-file.ts'
import { eventText } from '../readable.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/Button.tsx'
import { Day, Moment } from '../ui/Day.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { SyncMark } from '../ui/SyncMark.tsx'
import { allowed } from './acts.ts'
import { ConsentsNote, CorrectionNote, FactsNote, Quotes } from './EventParts.tsx'
import { NoteBox } from './NoteBox.tsx'
import { isCorrectable, storyOf, type Told } from './story.ts'
import type { CaseView } from './view.ts'

/** What happened, as sentences: who, when, from where, in which words; what was corrected says so in its place. */
export function Story({ view }: { view: CaseView }) {
  const { file, words } = view
  const { text } = words
  const session = useSession()
  const query = useStory(file.id, !file.onlyHere)
  const told = query.data?.pages.flatMap((page) => page.rows) ?? []
  const events = storyOf(told, file.pending, session?.user.name ?? '', words.office)
  return (
    <div className="grid gap-8">
      <NoteBox view={view} />
      {query.error && <ProblemNotice problem={problemFrom(query.error)} again={() => void query.refetch()} small />}
      {query.isPending && !file.onlyHere && query.fetchStatus === 'fetching' && <Waiting />}
      {events.length > 0 ? (
        <ol aria-label={text('case.tab-story')} className="story">
          {events.map((event) => (
            <Event key={event.version} event={event} view={view} />
          ))}
        </ol>
      ) : (
        !query.isPending && <EmptyState title={text('case.story-empty')}>{text('case.story-empty-help')}</EmptyState>
      )}
      {query.hasNextPage && (
        <div>
          <Button onPress={() => void query.fetchNextPage()} busy={query.isFetchingNextPage}>
            {text('case.earlier')}
          </Button>
        </div>
      )}
    </div>
  )
}

function useStory(id: string, wanted: boolean) {
  return useInfiniteQuery({
    queryKey: [`/api/cases/${id}/story`],
    enabled: wanted,
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }): Promise<StoryPage> => {
      const before = pageParam === '' ? '' : `?before=${pageParam}`
      const answer = await call<StoryPage>('GET', `/api/cases/${id}/story${before}`, undefined, signal)
      if (!answer.ok) throw new ProblemError(answer.problem)
      return answer.value
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  })
}

const signs = { here: 'this-device', sending: 'sending', arrived: 'arrived', 'needs-you': 'needs-you' } as const

function Event({ event, view }: { event: Told; view: CaseView }) {
  const { words, attempts, begin } = view
  const { text } = words
  const isLaterRecorded = event.recordedAt.slice(0, 10) !== event.on
  const mayCorrect = isCorrectable(event) && allowed('correct-event', attempts)
  return (
    <li className="story-event group" data-pending={event.entry ? '' : undefined}>
      <p className="story-day text-small text-ink-soft">
        <Day value={event.on} form="short" />
      </p>
      <div className="min-w-0">
        <p className="[overflow-wrap:anywhere]">{eventText(text, event, words.names) ?? event.type}</p>
        <Quotes event={event} words={words} />
        <FactsNote event={event} view={view} />
        <ConsentsNote event={event} words={words} />
        {event.type === 'event-corrected' && <CorrectionNote correction={event} words={words} />}
        {event.corrections.map((correction) => (
          <CorrectionNote key={correction.version} correction={correction} words={words} inPlace />
        ))}
        <p className="mt-1 flex flex-wrap items-center gap-x-3 text-small text-ink-soft">
          <span>{text('case.by', { role: text.maybe(`role.${event.role}`) ?? event.role, office: event.office })}</span>
          {isLaterRecorded && !event.entry && (
            <span>
              {text('case.recorded')} <Moment value={event.recordedAt} />
            </span>
          )}
          {event.entry && <SyncMark state={signs[event.entry.state]} />}
          {mayCorrect && (
            <button
              type="button"
              onClick={() => begin({ command: 'correct-event', of: String(event.version) })}
              className="rounded px-1 text-river underline underline-offset-4 sm:opacity-0 sm:group-focus-within:opacity-100 sm:group-hover:opacity-100"
              data-print="no"
            >
              {text('case.correct')}
            </button>
          )}
        </p>
      </div>
    </li>
  )
}
