import { Link, useNavigate } from '@tanstack/react-router'
import { FilePlus2 } from 'lucide-react'

import type { DraftRow, DraftsAnswer } from '#contract/draft-answers.ts'

import { useReading } from '../api.ts'
import { useText, type Text } from '../i18n.ts'
import { formatMoment } from '../locale.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Upload } from './Upload.tsx'

/** Schemes on their way to being published, and the way to add one. */
export function Drafts({ adding }: { adding: boolean }) {
  const text = useText()
  const navigate = useNavigate()
  const { data, problem, again } = useReading<DraftsAnswer>('/api/drafts')
  const show = (add: boolean): void =>
    void navigate({ to: '/schemes', search: add ? { add: true } : {}, resetScroll: false })
  const rows = data?.rows ?? []
  return (
    <section aria-labelledby="drafts" className="mt-6" data-print="no">
      <Button kind="main" icon={<FilePlus2 aria-hidden="true" />} onPress={() => show(true)}>
        {text('command.upload-draft.title')}
      </Button>
      {problem && data === undefined && <ProblemNotice problem={problem} again={again} />}
      {data?.ignored.map(({ name, ignored }) => (
        <div key={name} className="mt-4">
          <Notice
            title={text('drafts.file-ignored', {
              file: name,
              editions: new Intl.ListFormat(text.locale).format(ignored),
            })}
          >
            {text('drafts.file-ignored-help')}
          </Notice>
        </div>
      ))}
      <h2 id="drafts" className={rows.length > 0 ? 'mt-8 text-title' : 'sr-only'}>
        {text('drafts.title')}
      </h2>
      {rows.length > 0 && (
        <ul className="mt-2 border-t border-line">
          {rows.map((row) => (
            <Row key={row.draft} row={row} text={text} />
          ))}
        </ul>
      )}
      {rows.length > 0 && <h2 className="mt-8 text-title">{text('drafts.published')}</h2>}
      {adding && <Upload onClose={() => show(false)} />}
    </section>
  )
}

function Row({ row, text }: { row: DraftRow; text: Text }) {
  const about = [
    ...row.editions.map((edition) => text('drafts.edition', { edition })),
    text('drafts.changed', { who: row.writtenBy ?? '', at: formatMoment(row.changedAt, text.locale) }),
  ]
  return (
    <li className="relative grid gap-x-6 border-b border-line py-3 hover:bg-sand-soft focus-within:bg-sand-soft sm:grid-cols-[minmax(0,1fr)_auto] sm:items-baseline">
      <p className="min-w-0">
        <Link
          to="/schemes/drafts/$draft"
          params={{ draft: row.draft }}
          search={{}}
          className="font-strong text-ink no-underline after:absolute after:inset-0 hover:text-river-deep"
        >
          <bdi>{row.title?.[text.language] ?? row.name ?? row.draft}</bdi>
        </Link>
        <span className="block text-small text-ink-soft">{about.join(' · ')}</span>
      </p>
      <p className="text-small">
        <DraftStatus row={row} text={text} />
      </p>
    </li>
  )
}

function DraftStatus({ row: { status, problems }, text }: { row: DraftRow; text: Text }) {
  if (status === 'open' && problems > 0)
    return <span className="font-strong text-clay-deep">{text('drafts.problems', { count: problems })}</span>
  return <span className={status === 'published' ? 'text-leaf-deep' : ''}>{text(`drafts.status-${status}`)}</span>
}
