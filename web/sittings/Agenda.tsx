import { EyeOff } from 'lucide-react'
import { useEffect, useRef } from 'react'

import type { AgendaFile } from '#contract/answers.ts'
import { formatAmount } from '#domain/money.ts'

import { readableAmount } from '../locale.ts'
import { isolated } from '../message.ts'
import { join } from '../ui/classes.ts'
import { RoadMark } from '../ui/RoadMark.tsx'
import type { SittingView } from './view.ts'

/** The files of the meeting in their order, each with what was decided; the one on the table is marked. */
export function Agenda({ view }: { view: SittingView }) {
  const { file, words, current, search, show } = view
  const { text } = words
  const { files, hidden, sitting } = file.answer
  const decided = files.filter(({ outcome }) => outcome !== null).length
  const list = useRef<HTMLOListElement>(null)
  const chosenFile = current?.file.case
  // Sixty files are more than a screen: the one in view stays in sight of the list, and the page does not move.
  useEffect(() => {
    const row = list.current?.querySelector<HTMLElement>('[aria-current]')
    if (!list.current || !row || chosenFile === undefined) return
    const { top, bottom } = list.current.getBoundingClientRect()
    const place = row.getBoundingClientRect()
    if (place.top < top) list.current.scrollTop -= top - place.top
    else if (place.bottom > bottom) list.current.scrollTop += place.bottom - bottom
  }, [chosenFile])
  return (
    <nav aria-label={text('sittings.agenda')} data-print="no" className="lg:sticky lg:top-20 lg:self-start">
      <h2 className="text-lead">{text('sittings.agenda')}</h2>
      <p className="text-small text-ink-soft">
        {decided === 0
          ? text('sittings.files', { count: files.length })
          : text('sittings.decided', { decided, count: files.length })}
      </p>
      <ol ref={list} className="mt-3 grid max-h-72 overflow-y-auto lg:max-h-[calc(100dvh-11rem)]">
        {files.map((each, index) => {
          const chosen = each.case === current?.file.case
          const isOnTable = sitting.openFile === each.case
          return (
            <li key={each.case}>
              <button
                type="button"
                aria-current={chosen ? 'true' : undefined}
                onClick={() => {
                  show({ ...search, file: each.case })
                  bringTableIntoView()
                }}
                className={join(
                  'flex w-full items-start gap-2.5 rounded px-2 py-2 text-start hover:bg-sand-soft',
                  chosen && 'bg-river-wash',
                )}
              >
                <RoadMark state={isOnTable && each.outcome === null ? 'now' : markOf(each)} className="mt-1 size-4" />
                <span className="min-w-0">
                  <span className={join('block [overflow-wrap:anywhere]', chosen && 'font-strong')}>
                    {index + 1}. <bdi>{each.name === '' ? text('list.unnamed') : each.name}</bdi>
                  </span>
                  <span className="block text-small text-ink-soft">
                    {isOnTable && each.outcome === null ? (
                      <span className="text-river">{text('sittings.on-table')}</span>
                    ) : (
                      outcomeText(each, view)
                    )}
                  </span>
                </span>
              </button>
            </li>
          )
        })}
      </ol>
      {hidden > 0 && (
        <p className="mt-3 flex gap-2 px-2 text-small text-ink-soft">
          <EyeOff className="mt-0.5 size-4 shrink-0 stroke-[1.5]" aria-hidden="true" />
          {text('sittings.hidden', { count: hidden })}
        </p>
      )}
    </nav>
  )
}

/** On a phone the file lies below the agenda: whoever touches its name wants to see it. */
function bringTableIntoView(): void {
  if (matchMedia('(width >= 64rem)').matches) return
  requestAnimationFrame(() => document.getElementById('sitting-table')?.scrollIntoView({ block: 'start' }))
}

const marks: Readonly<Record<string, 'done' | 'waiting' | 'skipped'>> = {
  select: 'done',
  'select-for-less': 'done',
  postpone: 'waiting',
  absent: 'waiting',
  refuse: 'skipped',
}

function markOf({ outcome }: AgendaFile): 'ahead' | 'done' | 'waiting' | 'skipped' {
  return outcome === null ? 'ahead' : (marks[outcome] ?? 'done')
}

/** What was decided; while nothing is, what is asked for and where. */
export function outcomeText({ outcome, region, requested }: AgendaFile, { words, file }: SittingView): string {
  const { text } = words
  if (outcome !== null) return text.maybe(`sittings.outcome-${outcome}`) ?? outcome
  const { currency } = file.ground.running.scheme
  const amount = requested === null ? null : readableAmount(formatAmount({ amount: requested, currency }, text.locale))
  return [amount && isolated(amount), region && words.region(region)].filter(Boolean).join(' · ')
}
