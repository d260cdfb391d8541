import { createLazyRoute, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'

import { useListWords } from '../cases/list-words.ts'
import { useSittingAttempts, useSittingFile, type SittingFile } from '../local/sitting-file.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { Agenda } from './Agenda.tsx'
import { Minutes } from './Minutes.tsx'
import { Projector } from './Projector.tsx'
import { SittingActPanel } from './SittingActPanel.tsx'
import { SittingHead } from './SittingHead.tsx'
import { Table } from './Table.tsx'
import type { SittingView } from './view.ts'

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
  const { text } = view.words
  const { files, hidden } = file.answer
  if (view.search.projector) return <Projector view={view} />
  return (
    <article>
      <SittingHead view={view} />
      <Minutes view={view} />
      {files.length === 0 ? (
        <EmptyState title={text(hidden > 0 ? 'sittings.only-recused' : 'sittings.no-files')}>
          {text('sittings.no-files-help')}
        </EmptyState>
      ) : (
        <div className="sitting-room mt-8">
          <Agenda view={view} />
          <div id="sitting-table" className="min-w-0 scroll-mt-4">
            <Table view={view} />
          </div>
        </div>
      )}
      <SittingActPanel view={view} />
    </article>
  )
}

function useSittingView(file: SittingFile): SittingView {
  const words = useListWords()
  const attempts = useSittingAttempts(file)
  const search = sittingPage.useSearch()
  const navigate = useNavigate()
  const { id, answer } = file
  return useMemo(() => {
    const { files } = answer
    const wanted = files.findIndex((each) => each.case === search.file)
    const undecided = files.findIndex(({ outcome }) => outcome === null)
    const at = wanted >= 0 ? wanted : Math.max(0, undecided)
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
