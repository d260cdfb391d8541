import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import type { EditionMoveAnswer, MoveCaseAnswer } from '#contract/move-answers.ts'

import { call, ProblemError, problemFrom } from '../api.ts'
import { changeText } from '../edition-change.ts'
import { useText } from '../i18n.ts'
import { useGround } from '../local/edition.ts'
import { refusalWords } from '../readable.ts'
import { Button } from '../ui/Button.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'

type MoveCasesProps = { readonly move: EditionMoveAnswer; readonly result: 'changed' | 'refused' }
type Page = { readonly rows: readonly MoveCaseAnswer[]; readonly next: string | null }

/** The cases of a move one by one: what changes on each, or why it stays. */
export function MoveCases({ move, result }: MoveCasesProps) {
  const text = useText()
  const pages = useInfiniteQuery({
    queryKey: ['/api/edition-moves', move.move, result],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }): Promise<Page> => {
      const after = pageParam === '' ? '' : `&after=${pageParam}`
      const answer = await call<Page>(
        'GET',
        `/api/edition-moves/${move.move}/cases?result=${result}${after}`,
        undefined,
        signal,
      )
      if (!answer.ok) throw new ProblemError(answer.problem)
      return answer.value
    },
    getNextPageParam: ({ next }) => next,
  })
  if (pages.error) return <ProblemNotice problem={problemFrom(pages.error)} again={() => void pages.refetch()} />
  if (!pages.data) return <Waiting />
  return (
    <div>
      <ul className="border-t border-line">
        {pages.data.pages
          .flatMap(({ rows }) => rows)
          .map((row) => (
            <Row key={row.case} move={move} row={row} />
          ))}
      </ul>
      {pages.hasNextPage && (
        <div className="py-3">
          <Button onPress={() => void pages.fetchNextPage()} busy={pages.isFetchingNextPage}>
            {text('ui.more')}
          </Button>
        </div>
      )}
    </div>
  )
}

function Row({ move, row }: { move: EditionMoveAnswer; row: MoveCaseAnswer }) {
  const text = useText()
  const from = useGround(move.scheme, row.from)
  const to = useGround(move.scheme, move.edition)
  if (!from || !to) return null
  const names = { from: from.running, to: to.running }
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-line py-3 sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)]">
      <Link to="/cases/$case" params={{ case: row.case }} className="touch [overflow-wrap:anywhere]">
        <bdi>{row.name ?? text('case.person-unnamed')}</bdi>
      </Link>
      {row.refusal ? (
        <p>{refusalWords(text, row.refusal, { running: from.running }).what}</p>
      ) : (
        <ul className="grid gap-1">
          {row.changes.map((change) => (
            <li key={`${change.change} ${change.of}`}>{changeText(text, change, names)}</li>
          ))}
        </ul>
      )}
    </li>
  )
}
