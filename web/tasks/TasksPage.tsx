import { createLazyRoute, Link, useNavigate } from '@tanstack/react-router'
import { ChevronDown } from 'lucide-react'

import type { HomeAnswer, OwedAnswer } from '#contract/answers.ts'

import { useReading } from '../api.ts'
import { ToCallBack } from '../call-backs/ToCallBack.tsx'
import { Due } from '../cases/Due.tsx'
import { useListWords, type ListWords } from '../cases/list-words.ts'
import { useToday } from '../local/clock.ts'
import { usePages } from '../pages.ts'
import { Button } from '../ui/Button.tsx'
import { join } from '../ui/classes.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Menu } from '../ui/Menu.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { partsOf } from './parts.ts'
import { tasksPath, type TaskSearch } from './route.ts'

export const tasksPage = createLazyRoute('/signed-in/tasks')({ component: TasksPage })

/** Everything this seat owes, most urgent first, narrowed by the address. */
function TasksPage() {
  const words = useListWords()
  const search = tasksPage.useSearch()
  const navigate = useNavigate()
  const { text } = words
  const show = (wanted: TaskSearch): void => void navigate({ to: '/tasks', search: wanted, resetScroll: false })
  return (
    <>
      <h1 className="text-head">{text('tasks.title')}</h1>
      <ToCallBack count={useReading<HomeAnswer>('/api/home').data?.callBacks ?? 0} />
      <Narrowing search={search} words={words} onShow={show} />
      <Rows search={search} words={words} onShow={show} />
    </>
  )
}

type PartProps = {
  readonly search: TaskSearch
  readonly words: ListWords
  readonly onShow: (search: TaskSearch) => void
}

const chip =
  'touch inline-flex items-center gap-2 border-b-3 px-3 whitespace-nowrap aria-pressed:border-river aria-pressed:font-strong'

function Narrowing({ search, words, onShow }: PartProps) {
  const { text } = words
  const groups = useReading<HomeAnswer>('/api/home').data?.groups ?? []
  const { when, ...what } = search
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-2 gap-y-2" data-print="no">
      <div role="group" aria-label={text('tasks.when')} className="flex">
        {([undefined, 'late', 'soon'] as const).map((each) => (
          <button
            key={each ?? 'all'}
            type="button"
            aria-pressed={when === each}
            onClick={() => onShow({ ...what, ...(each ? { when: each } : {}) })}
            className={join(chip, when !== each && 'border-transparent text-ink-soft hover:text-ink')}
          >
            {text(`tasks.when-${each ?? 'all'}`)}
          </button>
        ))}
      </div>
      {(groups.length > 1 || search.kind !== undefined) && (
        <Menu
          label={text('tasks.what')}
          className="touch inline-flex min-w-0 items-center gap-2 rounded border border-line px-3 hover:border-edge hover:bg-sand-soft"
          groups={[
            {
              id: 'all',
              entries: [
                {
                  id: 'all',
                  title: text('tasks.what-all'),
                  chosen: search.kind === undefined,
                  onAction: () => onShow(when ? { when } : {}),
                },
              ],
            },
            {
              id: 'what',
              entries: groups.map(({ kind, step, late, soon, later }) => ({
                id: `${kind} ${step ?? ''}`,
                title: groupTitle(kind, step, words),
                help: text('tasks.count', { count: late + soon + later }),
                chosen: search.kind === kind && search.step === (step ?? undefined),
                onAction: () => onShow({ kind, ...(step === null ? {} : { step }), ...(when ? { when } : {}) }),
              })),
            },
          ]}
        >
          <span className="truncate">
            {search.kind === undefined ? text('tasks.what-all') : groupTitle(search.kind, search.step ?? null, words)}
          </span>
          <ChevronDown className="size-4 shrink-0 stroke-[1.75] text-ink-soft" aria-hidden="true" />
        </Menu>
      )}
    </div>
  )
}

/** What a group of tasks is called: its step, or the kind where it is no step. */
function groupTitle(kind: string, step: string | null, words: ListWords): string {
  if (kind === 'step' && step !== null) return words.step(step)
  return words.text.maybe(`tasks.kind-${kind}`) ?? (step === null ? kind : words.step(step))
}

function Rows({ search, words, onShow }: PartProps) {
  const today = useToday()
  const { text } = words
  const { rows, problem, reading, more, again } = usePages<OwedAnswer>(tasksPath(search))
  if (rows === undefined) return problem ? <ProblemNotice problem={problem} again={again} /> : <Waiting />
  if (rows.length === 0) {
    const isNarrowed = search.kind !== undefined || search.when !== undefined
    return (
      <EmptyState
        title={text(isNarrowed ? 'tasks.none-here' : 'tasks.none')}
        action={isNarrowed && <Button onPress={() => onShow({})}>{text('tasks.show-all')}</Button>}
      >
        {text(isNarrowed ? 'tasks.none-here-help' : 'tasks.none-help')}
      </EmptyState>
    )
  }
  return (
    <div className="mt-6 grid gap-8" aria-busy={reading || undefined}>
      {problem && <ProblemNotice problem={problem} again={again} small />}
      {partsOf(rows, today).map(({ part, rows: owed }) => (
        <section key={part} aria-labelledby={`part-${part}`}>
          <h2
            id={`part-${part}`}
            className={join('border-b border-edge pb-1.5 text-lead', part === 'late' && 'text-clay-deep')}
          >
            {text(`tasks.part-${part}`)}
          </h2>
          <ul>
            {owed.map((each) => (
              <Row key={`${each.case} ${each.key}`} owed={each} words={words} today={today} />
            ))}
          </ul>
        </section>
      ))}
      {more && (
        <div data-print="no">
          <Button onPress={more} busy={reading}>
            {text('ui.more')}
          </Button>
        </div>
      )}
    </div>
  )
}

function Row({ owed, words, today }: { owed: OwedAnswer; words: ListWords; today: string }) {
  const { text } = words
  return (
    <li className="relative grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-b border-line py-2.5 hover:bg-sand-soft focus-within:bg-sand-soft sm:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_12rem]">
      <Link
        to="/cases/$case"
        params={{ case: owed.case }}
        className="font-strong text-ink no-underline after:absolute after:inset-0 hover:text-river-deep max-sm:col-span-2"
      >
        {words.owed(owed)}
      </Link>
      <span className="min-w-0 [overflow-wrap:anywhere] max-sm:text-ink-soft">
        <bdi>{owed.name === '' ? text('list.unnamed') : owed.name}</bdi>
      </span>
      <span className="text-end text-small">
        <Due value={owed.dueOn} today={today} both />
      </span>
    </li>
  )
}
