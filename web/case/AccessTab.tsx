import { useInfiniteQuery } from '@tanstack/react-query'

import type { Page, ReadingAnswer } from '#contract/answers.ts'
import { accessOf } from '#domain/case/access.ts'

import { call, problemFrom, ProblemError } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Moment } from '../ui/Day.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { Table, type Column } from '../ui/Table.tsx'
import { Comma, Section } from './Section.tsx'
import type { CaseView } from './view.ts'

/** Which offices see the file and why, and everybody who opened it. */
export function AccessTab({ view }: { view: CaseView }) {
  const { file, words } = view
  const { text } = words
  const offices = accessOf(file.answer.case, file.ground.offices.byRole)
  return (
    <div className="grid gap-8">
      <Section title={text('case.who-sees')}>
        <ul className="grid gap-2">
          {offices.map(({ office, reason }) => (
            <li key={`${office} ${reason}`} className="flex flex-wrap gap-x-4">
              <span className="min-w-0 flex-1 basis-56 font-strong">
                <bdi>{words.office(office)}</bdi>
              </span>
              <span className="flex-1 basis-56 text-ink-soft">{text.maybe(`access.${reason}`) ?? reason}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={text('case.who-opened')}>
        <p className="mb-3 max-w-prose text-ink-soft">{text('case.who-opened-help')}</p>
        {file.onlyHere ? null : <Readings id={file.id} view={view} />}
      </Section>
    </div>
  )
}

function Readings({ id, view }: { id: string; view: CaseView }) {
  const { words } = view
  const { text } = words
  const query = useInfiniteQuery({
    queryKey: [`/api/cases/${id}/readings`],
    initialPageParam: '',
    staleTime: 0,
    queryFn: async ({ pageParam, signal }) => {
      const before = pageParam === '' ? '' : `?before=${encodeURIComponent(pageParam)}`
      const answer = await call<Page<ReadingAnswer>>('GET', `/api/cases/${id}/readings${before}`, undefined, signal)
      if (!answer.ok) throw new ProblemError(answer.problem)
      return answer.value
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  if (query.error) return <ProblemNotice problem={problemFrom(query.error)} again={() => void query.refetch()} small />
  if (!query.data) return <Waiting />
  const rows = query.data.pages.flatMap((page) => page.rows).map((row, index) => ({ ...row, index }))
  return (
    <>
      <Table
        caption={text('case.who-opened')}
        rows={rows}
        rowKey={({ index }) => String(index)}
        columns={columnsIn(view)}
      />
      {query.hasNextPage && (
        <Button onPress={() => void query.fetchNextPage()} busy={query.isFetchingNextPage}>
          {text('ui.more')}
        </Button>
      )}
    </>
  )
}

function columnsIn(view: CaseView): readonly Column<ReadingAnswer>[] {
  const { text } = view.words
  return [
    { id: 'who', title: text('case.opened-by'), heads: true, cell: ({ who }) => <bdi>{who}</bdi> },
    {
      id: 'seat',
      title: text('case.opened-as'),
      cell: ({ role, office }) => (
        <>
          {text.maybe(`role.${role}`) ?? role}
          <Comma />
          <bdi>{office}</bdi>
        </>
      ),
    },
    { id: 'what', title: text('case.opened-what'), cell: ({ what }) => whatIn(what, view) },
    { id: 'at', title: text('case.opened-at'), cell: ({ at }) => <Moment value={at} /> },
  ]
}

/** `file`, `document quote`, `paper decision-letter`: what was opened, in words. */
function whatIn(what: string, { words }: CaseView): string {
  const [kind = '', paper] = what.split(' ')
  const said = words.text.maybe(`case.opened-${kind}`) ?? kind
  return paper === undefined ? said : words.text('case.pair', { name: said, value: words.paper(paper) })
}
