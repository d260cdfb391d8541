import { Undo2 } from 'lucide-react'
import { useState } from 'react'

import type { AgendaFile } from '#contract/answers.ts'
import { formatAmount } from '#domain/money.ts'
import { timetable } from '#domain/sitting/timetable.ts'

import { readableAmount } from '../locale.ts'
import { isolated } from '../message.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Sortable } from '../ui/Sortable.tsx'
import { useActing } from './acting.ts'
import { Freezing } from './Freezing.tsx'
import { mayDo, type SittingView } from './view.ts'

/** Building the agenda: order, minutes, the clock of the day; and the packs as they are frozen. */
export function AgendaRoom({ view }: { view: SittingView }) {
  const { file, words, search, show } = view
  const { text } = words
  const { files, sitting } = file.answer
  const mayCall = mayDo('call-members', view.attempts)
  return (
    <div className="mt-6 grid gap-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <section aria-label={text('sittings.order')} className="min-w-0">
        {files.length === 0 ? (
          <EmptyState title={text('sittings.no-files')}>{text('sittings.no-files-help')}</EmptyState>
        ) : (
          <Order view={view} />
        )}
      </section>
      <div className="grid content-start gap-8">
        <section aria-label={text('sittings.call')}>
          <h2 className="text-lead">{text('sittings.call')}</h2>
          <p className="mt-1 text-ink-soft">
            {sitting.calledAt === null ? text('sittings.not-called') : text('sittings.called')}
          </p>
          {files.length > 0 && (
            <p className="mt-2">
              <a
                href={`/api/sittings/${file.id}/agenda.pdf?language=${text.language}`}
                target="_blank"
                rel="noreferrer"
              >
                {text('sittings.agenda-pdf')}
              </a>
            </p>
          )}
          {mayCall && (
            <div className="mt-3">
              <Button onPress={() => show({ ...search, act: 'call-members' })}>
                {text.maybe('command.call-members.title') ?? 'call-members'}
              </Button>
            </div>
          )}
        </section>
        <Freezing view={view} />
      </div>
    </div>
  )
}

const usualStart = '09:00'

function Order({ view }: { view: SittingView }) {
  const { file, words } = view
  const { text } = words
  const { files, sitting } = file.answer
  const acting = useActing(view)
  const [start, setStart] = useState(usualStart)
  // What was there before the last move: one press brings it back.
  const [before, setBefore] = useState<readonly string[] | undefined>()
  const may = mayDo('set-agenda', view.attempts)
  const begins = sitting.openedAt === null ? start : timeOf(sitting.openedAt)
  const day = timetable(
    begins,
    files.map(({ minutes }) => minutes),
  )
  const order = async (cases: readonly string[], kept?: readonly string[]): Promise<void> => {
    if (await acting.act('set-agenda', { cases })) setBefore(kept)
  }
  const setAll = (minutes: number | undefined): void => {
    if (minutes !== undefined) void acting.act('set-agenda', { cases: files.map((each) => each.case), minutes })
  }
  return (
    <>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3 border-b border-edge pb-3">
        <h2 className="me-auto text-lead">{text('sittings.order')}</h2>
        {sitting.openedAt === null && (
          <label className="grid gap-1 text-small text-ink-soft">
            {text('sittings.begins-at')}
            <input
              type="time"
              value={start}
              onChange={(event) => setStart(event.target.value || usualStart)}
              className="touch figures rounded border border-edge bg-paper px-2 text-base text-ink"
            />
          </label>
        )}
        {may && <MinutesInput label={text('sittings.minutes-each')} value={null} onChange={setAll} />}
        <p className="figures basis-full text-ink-soft">
          {text('sittings.day', { hours: Math.floor(day.total / 60), minutes: day.total % 60 })}
          {day.end !== null && day.total > 0 && ` · ${text('sittings.ends-at', { time: isolated(day.end) })}`}
        </p>
      </div>
      {acting.problem && <ProblemNotice problem={acting.problem} small />}
      {before && (
        <div className="-ms-2 mt-2" role="status">
          <Button kind="plain" icon={<Undo2 aria-hidden="true" />} onPress={() => void order(before)}>
            {text('sittings.undo-order')}
          </Button>
        </div>
      )}
      {may ? (
        <Sortable
          label={text('sittings.order')}
          items={files}
          idOf={(each) => each.case}
          nameOf={(each) => each.name}
          onOrder={(cases) =>
            void order(
              cases,
              files.map((each) => each.case),
            )
          }
        >
          {(each, index) => <Row {...{ view, each, index }} time={day.starts[index] ?? null} acting={acting} may />}
        </Sortable>
      ) : (
        <ol>
          {files.map((each, index) => (
            <li key={each.case} className="border-b border-line py-2">
              <Row {...{ view, each, index }} time={day.starts[index] ?? null} acting={acting} may={false} />
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

type RowProps = {
  readonly view: SittingView
  readonly each: AgendaFile
  readonly index: number
  readonly time: string | null
  readonly acting: ReturnType<typeof useActing>
  readonly may: boolean
}

function Row({ view, each, index, time, acting, may }: RowProps) {
  const { text } = view.words
  const { currency } = view.file.ground.running.scheme
  const amount =
    each.requested === null
      ? undefined
      : readableAmount(formatAmount({ amount: each.requested, currency }, text.locale))
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <span className="figures w-12 shrink-0 text-ink-soft">
        <bdi>{time ?? '—'}</bdi>
      </span>
      <span className="order-first min-w-0 flex-1 basis-full sm:order-none sm:basis-0">
        <span className="block [overflow-wrap:anywhere]">
          {index + 1}. <bdi>{each.name === '' ? text('list.unnamed') : each.name}</bdi>
        </span>
        {amount !== undefined && <bdi className="text-small text-ink-soft">{amount}</bdi>}
      </span>
      {may ? (
        <MinutesInput
          label={text('sittings.minutes-of', { name: each.name })}
          isHidden
          value={each.minutes}
          onChange={(minutes) =>
            minutes !== undefined &&
            minutes !== each.minutes &&
            void acting.act('move-file', { case: each.case, place: index + 1, minutes })
          }
        />
      ) : (
        each.minutes !== null && (
          <span className="text-small text-ink-soft">{text('sittings.minutes-count', { minutes: each.minutes })}</span>
        )
      )}
    </div>
  )
}

type MinutesInputProps = {
  readonly label: string
  /** The label is for screen readers only. */
  readonly isHidden?: boolean
  readonly value: number | null
  readonly onChange: (minutes: number | undefined) => void
}

/** Minutes from 1 to 480; they count once one leaves the field or presses Enter. */
function MinutesInput({ label, isHidden = false, value, onChange }: MinutesInputProps) {
  const [typed, setTyped] = useState<string | undefined>()
  const give = (): void => {
    const minutes = Number(typed)
    if (typed !== undefined && Number.isInteger(minutes) && minutes >= 1 && minutes <= 480) onChange(minutes)
    setTyped(undefined)
  }
  return (
    <label className="grid shrink-0 gap-1 text-small text-ink-soft">
      <span className={isHidden ? 'sr-only' : undefined}>{label}</span>
      <input
        type="number"
        inputMode="numeric"
        min={1}
        max={480}
        value={typed ?? value ?? ''}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={give}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            give()
          }
        }}
        className="touch figures w-20 rounded border border-edge bg-paper px-2 text-base text-ink"
      />
    </label>
  )
}

/** The time of day of an instant, where this device is. */
function timeOf(instant: string): string {
  const at = new Date(instant)
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`
}
