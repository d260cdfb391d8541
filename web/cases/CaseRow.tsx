import { Link } from '@tanstack/react-router'

import type { ListRow } from '#contract/answers.ts'

import { Road } from '../ui/Road.tsx'
import { Due } from './Due.tsx'
import type { ListWords } from './list-words.ts'

type CaseRowProps = {
  readonly row: ListRow
  readonly words: ListWords
  readonly today: string
  /** The seat's own office: its name need not be said in every row. */
  readonly office: string
}

/**
 * One case in a list: whose it is, where it stands on its road, what it is about, in whose hands, when the next thing is
 * due. On a wide screen one line of columns, on a phone two lines.
 */
export function CaseRow({ row, words, today, office }: CaseRowProps) {
  const { text } = words
  const hands = row.custody === office ? row.operator : row.custody
  return (
    <li className="case-row relative border-b border-line hover:bg-sand-soft focus-within:bg-sand-soft">
      <p className="case-row-name min-w-0">
        <Link
          to="/cases/$case"
          params={{ case: row.case }}
          className="font-strong text-ink no-underline [overflow-wrap:anywhere] after:absolute after:inset-0 hover:text-river-deep"
        >
          <bdi>{row.name === '' ? text('list.unnamed') : row.name}</bdi>
        </Link>
        {row.household > 1 && (
          <span className="ms-2 text-small whitespace-nowrap text-ink-soft max-md:hidden">
            {text('list.household', { count: row.household - 1 })}
          </span>
        )}
      </p>
      <div className="case-row-road">
        <Road stages={words.road(row, today)} form="strip" />
      </div>
      <p className="case-row-about min-w-0 text-ink-soft">
        <span className="text-ink">{text.maybe(`stage.${row.stage}`) ?? row.stage}</span>
        {row.aid !== null && <Part>{words.aid(row.aid, row.scheme)}</Part>}
      </p>
      <p className="case-row-place min-w-0 text-ink-soft">
        {row.region !== null && <bdi>{words.region(row.region)}</bdi>}
        {hands !== null && (
          <span className="block truncate text-small">
            <bdi>{words.office(hands)}</bdi>
          </span>
        )}
      </p>
      <div className="case-row-due text-small">{row.status === 'open' && <Due value={row.dueOn} today={today} />}</div>
    </li>
  )
}

function Part({ children }: { children: string }) {
  return (
    <span className="block truncate text-small">
      <bdi>{children}</bdi>
    </span>
  )
}
