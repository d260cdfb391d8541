import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'

import { fileNumber } from '#domain/case/file-number.ts'
import { ceilingOf } from '#domain/case/money-of-case.ts'
import { requestedIn } from '#domain/case/state.ts'
import { sectorNames } from '#domain/sectors.ts'

import { useCaseFile, type CaseFile } from '../local/case-file.ts'
import { useToday } from '../local/clock.ts'
import { Amount } from '../ui/Amount.tsx'
import { ballotOn, quorumOf, votersFor, type SittingView } from './view.ts'

/** The room's screen: the file on the table in large letters, without a name. Arrows turn the pages, Escape leaves. */
export function Projector({ view }: { view: SittingView }) {
  const { file, words, current, search, show } = view
  const { text } = words
  const { files, sitting } = file.answer
  const at = (current?.number ?? 1) - 1
  const turn = (by: number): void => {
    const next = files[at + by]
    if (next) show({ ...search, file: next.case })
  }
  const leave = (): void => show(search.file ? { file: search.file } : {})
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const forward = text.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
      const back = text.direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
      if (event.key === forward) turn(1)
      else if (event.key === back) turn(-1)
      else if (event.key === 'Escape') leave()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })
  const { needed, present, members, holds } = quorumOf(file, current?.file)
  return (
    <div className="fixed inset-0 z-40 flex flex-col overflow-y-auto bg-ground px-6 py-5 sm:px-12 sm:py-8">
      <div className="flex items-start justify-between gap-6 text-ink-soft">
        <p className="text-lead">
          {words.scheme(sitting.scheme)}
          <span className="block text-base">
            {sitting.status === 'open'
              ? text('sittings.present', { present, members })
              : text(`sittings.status-${sitting.status}`)}
            {sitting.status === 'open' &&
              needed !== undefined &&
              ` · ${text(holds ? 'sittings.quorum-holds' : 'sittings.quorum-lacks', { needed })}`}
          </span>
        </p>
        <Turn label={text('sittings.leave-projector')} onPress={leave}>
          <X className="size-6 stroke-[1.5]" aria-hidden="true" />
        </Turn>
      </div>
      <main className="my-auto py-8">
        {current && <Shown key={current.file.case} view={view} id={current.file.case} />}
      </main>
      <div className="flex items-center justify-between gap-4 text-ink-soft">
        <Turn label={text('sittings.previous')} onPress={() => turn(-1)} disabled={at <= 0}>
          <ChevronLeft className="size-7 stroke-[1.5] rtl:-scale-x-100" aria-hidden="true" />
        </Turn>
        <p>{text('sittings.file-of', { number: at + 1, count: files.length })}</p>
        <Turn label={text('sittings.next')} onPress={() => turn(1)} disabled={at >= files.length - 1}>
          <ChevronRight className="size-7 stroke-[1.5] rtl:-scale-x-100" aria-hidden="true" />
        </Turn>
      </div>
    </div>
  )
}

type TurnProps = {
  readonly label: string
  readonly onPress: () => void
  readonly disabled?: boolean
  readonly children: ReactNode
}

function Turn({ label, onPress, disabled = false, children }: TurnProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onPress}
      className="grid size-12 shrink-0 place-items-center rounded hover:bg-sand-soft hover:text-ink disabled:opacity-30"
    >
      {children}
    </button>
  )
}

function Shown({ view, id }: { view: SittingView; id: string }) {
  const { file } = useCaseFile(id)
  const { words, current } = view
  const { text } = words
  if (!current) return null
  const { outcome, aid, region } = current.file
  const activity = file?.answer.case.idea?.activity
  return (
    <>
      <h1 className="text-display">{text('sittings.file-number', { number: current.number })}</h1>
      <p className="mt-2 text-title text-ink-soft">
        {[
          aid && words.aid(aid, view.file.answer.sitting.scheme),
          activity && (sectorNames[activity]?.[text.language] ?? activity),
          region && words.region(region),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {file && <Figures file={file} view={view} />}
      {outcome === null && <Voted view={view} of={id} />}
      {outcome !== null && (
        <p className="mt-10 border-s-3 border-leaf ps-5 text-head">
          {text.maybe(`sittings.outcome-${outcome}`) ?? outcome}
        </p>
      )}
    </>
  )
}

/** How far the vote is, and what it came to: never who voted how. */
function Voted({ view, of }: { view: SittingView; of: string }) {
  const { text } = view.words
  const today = useToday()
  const ballot = ballotOn(view.file, of)
  if (!ballot || ballot.result === 'withdrawn') return null
  const voters = votersFor(view.file, of, today)
  const given = ballot.cast.filter(({ member }) => voters.some((each) => each.member === member)).length
  return (
    <p className="mt-10 border-s-3 border-river ps-5 text-title" aria-live="polite">
      {text.maybe(`sittings.choice-${ballot.outcome}`) ?? ballot.outcome}
      <span className="block text-lead text-ink-soft">
        {ballot.result === null
          ? text('sittings.have-voted', { given, count: voters.length })
          : text(`sittings.result-${ballot.result}`)}
      </span>
    </p>
  )
}

function Figures({ file, view }: { file: CaseFile; view: SittingView }) {
  const { text } = view.words
  const { running } = file.ground
  const state = file.answer.case
  const { currency } = running.scheme
  const study = state.feasibility
  const ceiling = ceilingOf(state, running)
  const granted = state.decisions.find(({ sitting }) => sitting === view.file.id)?.amount ?? null
  const figures = [
    { name: text('sittings.requested'), amount: requestedIn(state) },
    { name: text('sittings.cost'), amount: study?.cost ?? null },
    { name: text('sittings.own-contribution'), amount: study?.ownContribution ?? null },
    { name: text('sittings.ceiling'), amount: ceiling?.amount ?? null },
    { name: text('sittings.granted'), amount: granted },
  ]
  return (
    <>
      <p className="mt-1 text-ink-soft">
        {text('case.number', { number: fileNumber(file.id, state.registeredOn, running.scheme.country) })}
      </p>
      <dl className="mt-10 flex flex-wrap gap-x-14 gap-y-8">
        {figures.map(
          ({ name, amount }) =>
            amount !== null && (
              <div key={name}>
                <dt className="text-lead text-ink-soft">{name}</dt>
                <dd className="text-head">
                  <Amount value={{ amount, currency }} strong />
                </dd>
              </div>
            ),
        )}
      </dl>
    </>
  )
}
