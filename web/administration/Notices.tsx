import { ChevronDown, Mail, MessageSquare } from 'lucide-react'

import type { NoticeAnswer } from '#contract/answers.ts'

import { useText } from '../i18n.ts'
import { usePages } from '../pages.ts'
import { Button } from '../ui/Button.tsx'
import { join } from '../ui/classes.ts'
import { Moment } from '../ui/Day.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'

/** What was written to people: sent, kept because no mail server is set up, or failed and why. */
export function Notices() {
  const text = useText()
  const { rows, problem, reading, more, again } = usePages<NoticeAnswer>('/api/notices', 'before')
  if (rows === undefined) return problem ? <ProblemNotice problem={problem} again={again} /> : <Waiting />
  if (rows.length === 0) {
    return (
      <EmptyState title={text('administration.notices-empty')}>{text('administration.notices-empty-help')}</EmptyState>
    )
  }
  return (
    <>
      {rows.some(({ state }) => state === 'kept') && (
        <p className="mb-4 max-w-prose text-ink-soft">{text('administration.kept-help')}</p>
      )}
      <ul className="border-t border-line">
        {rows.map((row) => (
          <Row key={row.notice} row={row} />
        ))}
      </ul>
      {more && (
        <div className="py-4">
          <Button onPress={more} busy={reading}>
            {text('ui.more')}
          </Button>
        </div>
      )}
    </>
  )
}

function Row({ row }: { row: NoticeAnswer }) {
  const text = useText()
  const Icon = row.means === 'sms' ? MessageSquare : Mail
  return (
    <li className="border-b border-line">
      <details className="group">
        <summary className="flex cursor-pointer list-none items-start gap-3 py-3 hover:bg-sand-soft [&::-webkit-details-marker]:hidden">
          <Icon className="mt-0.5 size-5 shrink-0 stroke-[1.5] text-ink-soft" aria-hidden="true" />
          <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-6">
            <span className="min-w-0">
              <span className="block font-strong [overflow-wrap:anywhere]">
                <bdi>{row.subject === '' ? row.body.slice(0, 80) : row.subject}</bdi>
              </span>
              <bdi className="block text-small text-ink-soft [overflow-wrap:anywhere]">{row.recipient}</bdi>
            </span>
            <span className="text-small text-ink-soft">
              <span className={join(row.state === 'failed' && 'text-clay-deep')}>
                {text(`administration.state-${row.state}`)}
              </span>
              {' · '}
              <Moment value={row.createdAt} />
            </span>
          </span>
          <ChevronDown
            className="size-5 shrink-0 stroke-[1.5] text-ink-soft group-open:rotate-180"
            aria-hidden="true"
          />
        </summary>
        <div className="ms-8 mb-4 max-w-prose">
          {row.problem !== null && <p className="mb-2 text-clay-deep">{row.problem}</p>}
          <p dir="auto" className="whitespace-pre-line">
            {row.body}
          </p>
        </div>
      </details>
    </li>
  )
}
