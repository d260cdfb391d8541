import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useMemo, type ReactNode } from 'react'

import { useAttempts } from '../local/act.ts'
import { useCaseFile, type CaseFile } from '../local/case-file.ts'
import { useNow } from '../local/clock.ts'
import { circumstancesOf } from '../local/judge.ts'
import { useCaseWords } from '../case/case-words.ts'
import type { CaseView } from '../case/view.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { Deliberation } from './Deliberation.tsx'
import { Notes } from './Notes.tsx'
import { Pack } from './Pack.tsx'
import { useTurning } from './turning.ts'
import { ballotOn, type SittingView } from './view.ts'

/** The file on the table: its pack, and what the committee makes of it. Opening it is recorded on the file. */
export function Table({ view }: { view: SittingView }) {
  const { current } = view
  if (!current) return null
  return (
    <>
      <Turning view={view} />
      <OnTable key={current.file.case} view={view} id={current.file.case} />
    </>
  )
}

/** Which file this is, and the ones before and after it. */
function Turning({ view }: { view: SittingView }) {
  const { text } = view.words
  const { number, count, previous, next } = useTurning(view)
  return (
    <div className="mb-3 flex items-center gap-2 text-ink-soft" data-print="no">
      <Turn label={text('sittings.previous')} onPress={previous}>
        <ChevronLeft className="size-5 stroke-[1.5] rtl:-scale-x-100" aria-hidden="true" />
      </Turn>
      <span className="figures text-small">{text('sittings.file-of', { number, count })}</span>
      <Turn label={text('sittings.next')} onPress={next}>
        <ChevronRight className="size-5 stroke-[1.5] rtl:-scale-x-100" aria-hidden="true" />
      </Turn>
    </div>
  )
}

type TurnProps = { readonly label: string; readonly onPress: (() => void) | undefined; readonly children: ReactNode }

function Turn({ label, onPress, children }: TurnProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={onPress === undefined}
      onClick={onPress}
      className="touch grid w-11 place-items-center rounded hover:bg-sand-soft hover:text-ink disabled:opacity-30"
    >
      {children}
    </button>
  )
}

function OnTable({ view, id }: { view: SittingView; id: string }) {
  const { file, problem, again } = useCaseFile(id)
  if (problem) return <ProblemNotice problem={problem} again={again} />
  if (!file) return <Waiting label={view.words.text('sittings.opening')} />
  return <OpenFile view={view} file={file} />
}

function OpenFile({ view, file }: { view: SittingView; file: CaseFile }) {
  const pack = useReadingView(file, view)
  const isVoting = ballotOn(view.file, file.id)?.closedAt === null
  return (
    <div className="sitting-table" data-voting={isVoting || undefined}>
      <Pack view={view} pack={pack} />
      <div className="sitting-side">
        <Deliberation key={file.id} view={view} pack={pack} />
        <Notes view={view} of={file.id} />
      </div>
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
