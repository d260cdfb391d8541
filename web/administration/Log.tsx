import type { AdministrationEntry } from '#contract/answers.ts'

import { useReading } from '../api.ts'
import { useText, type Text } from '../i18n.ts'
import { officesQuery } from '../local/edition.ts'
import { Moment } from '../ui/Day.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { useQuery } from '@tanstack/react-query'
import { useAccounts } from './view.ts'

type Names = { readonly account: (id: string) => string; readonly office: (id: string) => string }

/** What was done to accounts and offices, by whom, newest first. Nobody can change it. */
export function Log() {
  const text = useText()
  const { data, problem, again } = useReading<{ rows: readonly AdministrationEntry[] }>('/api/administration/log')
  const accounts = useAccounts().rows
  const offices = useQuery(officesQuery).data?.rows
  const names: Names = {
    account: (id) => accounts?.find(({ account }) => account === id)?.name ?? '—',
    office: (id) => offices?.find(({ office }) => office === id)?.name ?? id,
  }
  if (data === undefined) return problem ? <ProblemNotice problem={problem} again={again} /> : <Waiting />
  if (data.rows.length === 0) return <EmptyState title={text('administration.log-empty')} />
  return (
    <ol className="border-t border-line">
      {data.rows.map((entry) => (
        <li
          key={`${entry.at} ${entry.act} ${JSON.stringify(entry.facts)}`}
          className="flex flex-wrap justify-between gap-x-6 border-b border-line py-2.5"
        >
          <span>{sentence(entry, text, names)}</span>
          <span className="text-small text-ink-soft">
            <Moment value={entry.at} />
          </span>
        </li>
      ))}
    </ol>
  )
}

function sentence({ act, by, facts }: AdministrationEntry, text: Text, names: Names): string {
  const { account, office, name } = facts
  const about =
    typeof name === 'string'
      ? name
      : typeof account === 'string'
        ? names.account(account)
        : typeof office === 'string'
          ? names.office(office)
          : ''
  return text.maybe(`administration.act-${act}`, { by, about }) ?? text('administration.act-other', { by })
}
