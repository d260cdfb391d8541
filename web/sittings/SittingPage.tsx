import { createLazyRoute, useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useRef } from 'react'

import { useListWords } from '../cases/list-words.ts'
import { useSittingAttempts, useSittingFile, type SittingFile } from '../local/sitting-file.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { Tabs, type TabItem } from '../ui/Tabs.tsx'
import { Agenda } from './Agenda.tsx'
import { AgendaRoom } from './AgendaRoom.tsx'
import { Letters } from './Letters.tsx'
import { Minutes } from './Minutes.tsx'
import { Presence } from './Presence.tsx'
import { Projector } from './Projector.tsx'
import type { SittingSide } from './route.ts'
import { SittingActPanel } from './SittingActPanel.tsx'
import { SittingHead } from './SittingHead.tsx'
import { Table } from './Table.tsx'
import { conducts, type SittingView } from './view.ts'

import './sittings.css'

export const sittingPage = createLazyRoute('/signed-in/sittings/$sitting')({ component: SittingPage })

function SittingPage() {
  const { sitting: id } = sittingPage.useParams()
  const { file, problem, again } = useSittingFile(id)
  if (problem) return <ProblemNotice problem={problem} again={again} />
  if (!file) return <Waiting />
  return <OpenSitting key={id} file={file} />
}

/** A meeting: agenda at one side, the file on the table in the middle, what can be decided at the other side. */
function OpenSitting({ file }: { file: SittingFile }) {
  const view = useSittingView(file)
  useFollowing(view)
  const { text } = view.words
  if (view.search.projector) return <Projector view={view} />
  const items = sidesOf(view)
  return (
    <article>
      <SittingHead view={view} />
      <Presence view={view} />
      {items.length === 1 ? (
        <Files view={view} />
      ) : (
        <div className="mt-4">
          <Tabs
            label={text('sittings.sides')}
            items={items}
            chosen={sideOf(view, items)}
            onChoose={(side) => {
              const { side: _, ...rest } = view.search
              view.show({ ...rest, side: side as SittingSide })
            }}
          />
        </div>
      )}
      <SittingActPanel view={view} />
    </article>
  )
}

/** What the address says; else the minutes once the sitting is over, before that the files. */
function sideOf({ file, search }: SittingView, items: readonly TabItem[]): string {
  const usual = file.answer.sitting.status === 'closed' ? 'minutes' : 'files'
  const wanted = search.side ?? usual
  return items.some(({ id }) => id === wanted) ? wanted : 'files'
}

/** Files always; what else there is to see depends on where the sitting stands and who looks. */
function sidesOf(view: SittingView): readonly TabItem[] {
  const { file } = view
  const { text } = view.words
  const { sitting, files } = file.answer
  const { status } = sitting
  const isOffice = file.actor.office === sitting.office
  const has = { agenda: status !== 'cancelled', minutes: status === 'open' || status === 'closed' }
  return [
    { id: 'files', title: text('sittings.side-files'), count: files.length, content: <Files view={view} /> },
    ...(isOffice && has.agenda
      ? [{ id: 'agenda', title: text('sittings.agenda'), content: <AgendaRoom view={view} /> }]
      : []),
    ...(isOffice && has.minutes
      ? [{ id: 'minutes', title: text('sittings.minutes'), content: <Minutes view={view} /> }]
      : []),
    ...(conducts(file) && has.minutes
      ? [{ id: 'letters', title: text('sittings.letters'), content: <Letters view={view} /> }]
      : []),
  ]
}

function Files({ view }: { view: SittingView }) {
  const { text } = view.words
  const { files, hidden, sitting } = view.file.answer
  if (files.length === 0)
    return (
      <EmptyState title={text(hidden > 0 ? 'sittings.only-recused' : 'sittings.no-files')}>
        {text('sittings.no-files-help')}
      </EmptyState>
    )
  return (
    <div className="sitting-room" data-live={sitting.status === 'open' || undefined}>
      <Agenda view={view} />
      <div id="sitting-table" className="min-w-0 scroll-mt-16">
        {sitting.openFile === 'hidden' && (
          <div className="mb-5">
            <Notice title={text('sittings.table-hidden')}>{text('sittings.table-hidden-help')}</Notice>
          </div>
        )}
        <Table view={view} />
      </div>
    </div>
  )
}

/** Once another file comes to the table, every screen turns to it: nobody reads one file while another is discussed. */
function useFollowing({ file, search, show }: SittingView): void {
  const { openFile } = file.answer.sitting
  const followed = useRef(openFile)
  useEffect(() => {
    if (openFile === followed.current) return
    followed.current = openFile
    if (openFile === null || openFile === 'hidden' || search.file === undefined) return
    const { file: _, ...rest } = search
    show(rest)
  }, [openFile, search, show])
}

function useSittingView(file: SittingFile): SittingView {
  const words = useListWords()
  const attempts = useSittingAttempts(file)
  const search = sittingPage.useSearch()
  const navigate = useNavigate()
  const { id, answer } = file
  return useMemo(() => {
    const { files } = answer
    const placeOf = (id: string | null | undefined): number => files.findIndex((each) => each.case === id)
    // What the reader chose; else what lies on the table; else what is still to be decided.
    const places = [
      placeOf(search.file),
      placeOf(answer.sitting.openFile),
      files.findIndex(({ outcome }) => outcome === null),
    ]
    const at = places.find((place) => place >= 0) ?? 0
    const current = files[at]
    return {
      file,
      words,
      attempts,
      current: current && { file: current, number: at + 1 },
      search,
      show: (wanted) =>
        void navigate({ to: '/sittings/$sitting', params: { sitting: id }, search: wanted, resetScroll: false }),
    }
  }, [file, answer, words, attempts, search, navigate, id])
}
