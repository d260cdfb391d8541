import { useMemo } from 'react'

import { useAttempts } from '../local/act.ts'
import { useCaseFile, type CaseFile } from '../local/case-file.ts'
import { useNow } from '../local/clock.ts'
import { circumstancesOf } from '../local/judge.ts'
import { useCaseWords } from '../case/case-words.ts'
import type { CaseView } from '../case/view.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { Deliberation } from './Deliberation.tsx'
import { Pack } from './Pack.tsx'
import type { SittingView } from './view.ts'

/** The file on the table: its pack, and what the committee makes of it. Opening it is recorded on the file. */
export function Table({ view }: { view: SittingView }) {
  const { current } = view
  if (!current) return null
  return <OnTable key={current.file.case} view={view} id={current.file.case} />
}

function OnTable({ view, id }: { view: SittingView; id: string }) {
  const { file, problem, again } = useCaseFile(id)
  if (problem) return <ProblemNotice problem={problem} again={again} />
  if (!file) return <Waiting label={view.words.text('sittings.opening')} />
  return <OpenFile view={view} file={file} />
}

function OpenFile({ view, file }: { view: SittingView; file: CaseFile }) {
  const pack = useReadingView(file, view)
  return (
    <div className="sitting-table">
      <Pack view={view} pack={pack} />
      <Deliberation key={file.id} view={view} pack={pack} />
    </div>
  )
}

/** The case as its own page would show it, but only to be read. */
function useReadingView(file: CaseFile, { file: sitting }: SittingView): CaseView {
  const words = useCaseWords(file)
  const attempts = useAttempts(file)
  const now = useNow()
  const { ground, actor } = file
  const { summary } = sitting
  return useMemo(
    () => ({
      file,
      words,
      attempts,
      circumstances: circumstancesOf({ ground, actor, command: 'asked', now, sitting: summary }),
      begin: () => undefined,
      finish: () => undefined,
    }),
    [file, words, attempts, ground, actor, now, summary],
  )
}
