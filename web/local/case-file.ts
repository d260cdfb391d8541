import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import type { CaseAnswer, ElsewhereAnswer, OtherCaseAnswer, StoryEvent } from '#contract/answers.ts'
import type { RecordedCaseEvent } from '#domain/case/events.ts'
import type { Actor } from '#domain/role.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

import { call, problemFrom, ProblemError, reading, type Problem } from '../api.ts'
import { useSession } from '../session.ts'
import { useGround, type Ground } from './edition.ts'
import type { OutboxEntry } from './entry.ts'
import { emptyFile, foresee, type PendingEvent } from './foresee.ts'
import { entriesOf, useOutbox } from './outbox.ts'

/** A case as this screen knows it: what the server told, with what is still on its way counted in. */
export type CaseFile = {
  readonly id: string
  readonly answer: CaseAnswer
  readonly ground: Ground
  readonly actor: Actor
  readonly pending: readonly PendingEvent[]
  /** Everything of this case in the outbox, also what was refused. */
  readonly entries: readonly OutboxEntry[]
  /** True while only this device knows the case. */
  readonly onlyHere: boolean
  /** The person's cases in other schemes that the reader may see. */
  readonly others: readonly OtherCaseAnswer[]
}

export type CaseReading = {
  readonly file: CaseFile | undefined
  readonly problem: Problem | undefined
  /** The last try failed; what is shown is what was known before. */
  readonly stale: boolean
  readonly again: () => void
}

export function caseQuery(id: string) {
  return { ...reading<CaseAnswer>(`/api/cases/${id}`), staleTime: 30_000, refetchOnWindowFocus: false }
}

/** One case for a page: read once, kept up to date by the live connection and by what is sent from here. */
export function useCaseFile(id: string): CaseReading {
  const session = useSession()
  const query = useQuery(caseQuery(id))
  const { entries: all } = useOutbox()
  const entries = useMemo(() => entriesOf(all, id), [all, id])
  const opening = entries.find(({ name, state }) => name === 'register-case' && state !== 'needs-you')
  // Who has lost the right to a file does not keep it in sight.
  const isClosed = !opening && query.error !== null && problemFrom(query.error).code === 'not-found'
  const known = isClosed ? undefined : (query.data ?? (opening ? emptyFile(id) : undefined))
  const which = known && known.case.version > 0 ? known.case : undefined
  const scheme = which?.scheme ?? String(opening?.input['scheme'] ?? '')
  const edition = useEdition(scheme, which?.edition)
  const elsewhere = useElsewhere(id, which !== undefined)
  const published = useGround(scheme, edition)
  const file = useMemo<CaseFile | undefined>(() => {
    if (!known || !published || !session) return undefined
    const running = elsewhere ? { ...published.running, elsewhere: elsewhere.answers } : published.running
    const ground = { ...published, running }
    const foreseen = foresee(known, entries, ground)
    const actor = { user: session.user.id, role: session.seat.role, office: session.seat.office.id }
    return {
      id,
      ...foreseen,
      ground,
      actor,
      entries,
      onlyHere: known.case.version === 0,
      others: elsewhere?.cases ?? [],
    }
  }, [id, known, published, elsewhere, entries, session])
  const problem = file === undefined ? problemOf(query) : undefined
  return {
    file,
    problem: opening && problem?.code === 'not-found' ? undefined : problem,
    stale: query.error !== null && file !== undefined && !file.onlyHere,
    again: () => void query.refetch(),
  }
}

/** What the same person's other cases answer: read beside the file, which does not wait for it. */
function useElsewhere(id: string, wanted: boolean, edition?: string): ElsewhereAnswer | undefined {
  const named = edition === undefined ? '' : `?edition=${encodeURIComponent(edition)}`
  return useQuery({
    ...reading<ElsewhereAnswer>(`/api/cases/${id}/elsewhere${named}`),
    staleTime: 30_000,
    refetchOnWindowFocus: false,
    enabled: wanted,
  }).data
}

/** Another edition of the case's scheme, with what the person's other cases answer to it; undefined when none is named. */
export function useTarget(file: Pick<CaseFile, 'id' | 'answer'>, edition = ''): RunningEdition | undefined {
  const running = useGround(file.answer.case.scheme, edition)?.running
  const elsewhere = useElsewhere(file.id, edition !== '', edition)
  return useMemo(
    () => (running && elsewhere ? { ...running, elsewhere: elsewhere.answers } : running),
    [running, elsewhere],
  )
}

/** A read that waits for the network has not failed yet, but whoever looks at the page must know. */
function problemOf(query: { readonly error: unknown; readonly fetchStatus: string }): Problem | undefined {
  if (query.error) return problemFrom(query.error)
  return query.fetchStatus === 'paused' ? { code: 'no-network', status: 0 } : undefined
}

export type SchemeRow = {
  readonly scheme: string
  readonly title: { readonly fr: string; readonly en: string; readonly ar: string }
  readonly country: string
  readonly edition: string
  readonly from: string
  readonly current: boolean
  /** The seat's office plays the seat's role in it. */
  readonly ours: boolean
}

export const schemesQuery = { ...reading<{ rows: readonly SchemeRow[] }>('/api/schemes'), staleTime: 600_000 }

/** A case is stamped with its edition; one that only this device knows will get the present one. */
function useEdition(scheme: string, stamped: string | undefined): string {
  const { data } = useQuery({ ...schemesQuery, enabled: scheme !== '' && stamped === undefined })
  return stamped ?? data?.rows.find((row) => row.scheme === scheme && row.current)?.edition ?? ''
}

/** The whole history of a case, oldest first, for a command that looks back. */
export function useHistory(
  file: Pick<CaseFile, 'id' | 'ground'>,
  wanted: boolean,
): readonly RecordedCaseEvent[] | undefined {
  const { id, ground } = file
  const { data } = useQuery({
    queryKey: [`/api/cases/${id}/story`, 'whole'],
    enabled: wanted,
    queryFn: ({ signal }) => wholeStory(id, signal),
  })
  return useMemo(() => data?.map((event) => asRecorded(event, ground.officeNames)), [data, ground])
}

async function wholeStory(id: string, signal: AbortSignal): Promise<readonly StoryEvent[]> {
  const rows: StoryEvent[] = []
  let page = ''
  for (;;) {
    const answer = await call<StoryPage>('GET', `/api/cases/${id}/story${page}`, undefined, signal)
    if (!answer.ok) throw new ProblemError(answer.problem)
    rows.push(...answer.value.rows)
    if (answer.value.next === null) return rows.toReversed()
    page = `?before=${answer.value.next}`
  }
}

export type StoryPage = { readonly rows: readonly StoryEvent[]; readonly next: string | null }

/** The story says people and offices in words; decisions compare offices by id and do not ask for people. */
function asRecorded({ who, ...event }: StoryEvent, officeNames: Ground['officeNames']): RecordedCaseEvent {
  const office = Object.keys(officeNames).find((id) => officeNames[id] === event.office) ?? event.office
  return { ...event, actor: who ?? '', office } as unknown as RecordedCaseEvent
}
