import { ArrowDownWideNarrow, ChevronDown, Clock, X } from 'lucide-react'
import type { ReactNode } from 'react'

import { operatorFigures } from '#domain/operator/performance.ts'
import { stageKinds } from '#domain/scheme/scheme.ts'

import { formatNumber } from '../locale.ts'
import { join } from '../ui/classes.ts'
import { Menu, type MenuEntry } from '../ui/Menu.tsx'
import { changed, countsOf, narrowing, type CaseFilters, type Counted, type FilterName } from './filters.ts'
import { useListWords, type ListWords } from './list-words.ts'
import { useOfficesInPlay } from './offices.ts'

type FiltersProps = {
  readonly filters: CaseFilters
  readonly counts: readonly Counted[] | undefined
  readonly onChange: (filters: CaseFilters) => void
}

/** What narrows the list: stages with their true numbers as one quiet line, everything else behind small buttons. */
export function Filters({ filters, counts = [], onChange }: FiltersProps) {
  const words = useListWords()
  const { text } = words
  const offices = useOfficesInPlay()
  const { byStage, byRegion } = countsOf(counts, filters)
  // Numbers know stages and regions only: beside any other filter they would not be true.
  const areTrue = narrowing(filters).every((name) => name === 'stage' || name === 'region')
  const set = (name: FilterName, value: string | undefined): void => onChange(changed(filters, name, value))
  const stages = stageKinds.filter((stage) => byStage.has(stage) || filters.stage === stage)
  const all = [...byStage.values()].reduce((sum, count) => sum + count, 0)
  const regions = words.regions.filter(({ code }) => byRegion.has(code) || filters.region === code)
  const picks: readonly PickProps[] = [
    {
      name: 'region',
      options: regions.map(({ code, name }) => ({
        id: code,
        title: name,
        ...(areTrue ? { help: text('cases.count', { count: byRegion.get(code) ?? 0 }) } : {}),
      })),
    },
    { name: 'scheme', options: words.schemes.map(({ scheme }) => ({ id: scheme, title: words.scheme(scheme) })) },
    { name: 'aid', options: aidsOf(words, filters) },
    {
      name: 'status',
      options: (['open', 'closed'] as const).map((id) => ({ id, title: text(`cases.status-${id}`) })),
    },
    { name: 'custody', options: offices.holders.map((id) => ({ id, title: words.office(id) })) },
    { name: 'operator', options: offices.operators.map((id) => ({ id, title: words.office(id) })) },
    {
      name: 'figure',
      options:
        filters.operator === undefined ? [] : operatorFigures.map((id) => ({ id, title: text(`cases.figure-${id}`) })),
    },
    { name: 'result', options: resultsOf(words, filters) },
  ]
  return (
    <div className="mt-4 grid gap-2" data-print="no">
      <div
        role="group"
        aria-label={text('cases.stages')}
        className="-mx-4 flex overflow-x-auto px-4 [scrollbar-width:none] sm:mx-0 sm:flex-wrap sm:px-0"
      >
        <Stage
          title={text('cases.all')}
          count={areTrue ? all : undefined}
          chosen={filters.stage === undefined}
          onPress={() => set('stage', undefined)}
        />
        {stages.map((stage) => (
          <Stage
            key={stage}
            title={text.maybe(`stage.${stage}`) ?? stage}
            count={areTrue ? (byStage.get(stage) ?? 0) : undefined}
            chosen={filters.stage === stage}
            onPress={() => set('stage', filters.stage === stage ? undefined : stage)}
          />
        ))}
      </div>
      <div className="-mx-4 flex items-center gap-2 overflow-x-auto px-4 py-0.5 [scrollbar-width:none] sm:mx-0 sm:flex-wrap sm:px-0">
        <button
          type="button"
          aria-pressed={filters.late === '1'}
          onClick={() => set('late', filters.late === '1' ? undefined : '1')}
          className={join(chip, filters.late === '1' ? chipOn : chipOff)}
        >
          <Clock className="size-4 shrink-0 stroke-[1.75]" aria-hidden="true" />
          {text('cases.late')}
        </button>
        {picks.map((pick) => (
          <Pick key={pick.name} {...pick} words={words} value={filters[pick.name]} onSet={set} />
        ))}
        <Order filters={filters} words={words} onSet={set} />
      </div>
    </div>
  )
}

const chip = 'touch inline-flex shrink-0 items-center gap-2 rounded border px-3 text-small whitespace-nowrap sm:min-h-9'
const chipOff = 'border-line text-ink hover:border-edge hover:bg-sand-soft'
const chipOn = 'border-river bg-river-wash text-ink'

function Stage({
  title,
  count,
  chosen,
  onPress,
}: {
  title: string
  count: number | undefined
  chosen: boolean
  onPress: () => void
}) {
  const { locale } = useListWords().text
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onPress}
      className={join(
        'touch flex shrink-0 items-center gap-2 border-b-3 px-3 whitespace-nowrap',
        chosen ? 'border-river font-strong' : 'border-transparent text-ink-soft hover:text-ink',
      )}
    >
      {title}
      {count !== undefined && (
        <bdi className="figures text-small font-normal text-ink-soft">{formatNumber(count, locale)}</bdi>
      )}
    </button>
  )
}

type PickProps = {
  readonly name: Exclude<FilterName, 'stage' | 'late' | 'sort'>
  readonly options: readonly Omit<MenuEntry, 'onAction'>[]
}

type Picking = PickProps & {
  readonly words: ListWords
  readonly value: string | undefined
  readonly onSet: (name: FilterName, value: string | undefined) => void
}

/** A filter of one value: its name, or what was chosen with the way to take it off. One choice is no choice. */
function Pick({ name, options, words, value, onSet }: Picking) {
  const { text } = words
  if (options.length < 2 && value === undefined) return null
  const chosen = options.find(({ id }) => id === value)
  const title = text(`cases.filter-${name}`)
  return (
    <span className="inline-flex shrink-0">
      <Menu
        label={chosen ? `${title}: ${chosen.title}` : title}
        className={join(chip, value === undefined ? chipOff : join(chipOn, 'rounded-e-none border-e-0'))}
        groups={[
          {
            id: name,
            entries: options.map((option) => ({
              ...option,
              chosen: option.id === value,
              onAction: () => onSet(name, option.id === value ? undefined : option.id),
            })),
          },
        ]}
      >
        <span className="max-w-56 truncate">{value === undefined ? title : (chosen?.title ?? value)}</span>
        <ChevronDown className="size-4 shrink-0 stroke-[1.75] text-ink-soft" aria-hidden="true" />
      </Menu>
      {value !== undefined && (
        <Off label={text('cases.take-off', { filter: title })} onPress={() => onSet(name, undefined)} />
      )}
    </span>
  )
}

function Off({ label, onPress }: { label: string; onPress: () => void }): ReactNode {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      className="touch grid w-10 place-items-center rounded-e border border-s-0 border-river bg-river-wash text-ink-soft hover:text-ink sm:min-h-9"
    >
      <X className="size-4 stroke-[1.75]" aria-hidden="true" />
    </button>
  )
}

function Order({ filters, words, onSet }: { filters: CaseFilters; words: ListWords; onSet: Picking['onSet'] }) {
  const { text } = words
  const by = filters.sort ?? 'opened'
  return (
    <Menu
      label={text('cases.order')}
      className={join(chip, 'border-transparent text-ink-soft hover:bg-sand-soft hover:text-ink sm:ms-auto')}
      groups={[
        {
          id: 'order',
          entries: (['opened', 'due'] as const).map((id) => ({
            id,
            title: text(`cases.order-${id}`),
            chosen: id === by,
            onAction: () => onSet('sort', id === 'due' ? 'due' : undefined),
          })),
        },
      ]}
    >
      <ArrowDownWideNarrow className="size-4 shrink-0 stroke-[1.75]" aria-hidden="true" />
      {text(`cases.order-${by}`)}
    </Menu>
  )
}

/** A result is one scheme's own, so there is nothing to choose from before a scheme is chosen. */
function resultsOf(words: ListWords, { scheme }: CaseFilters): readonly { id: string; title: string }[] {
  const chosen = words.schemes.find((each) => each.scheme === scheme)
  return Object.keys(chosen?.results ?? {}).map((id) => ({ id, title: words.result(id, scheme) }))
}

function aidsOf(words: ListWords, { scheme }: CaseFilters): readonly { id: string; title: string }[] {
  const schemes = scheme === undefined ? words.schemes : words.schemes.filter((each) => each.scheme === scheme)
  const ids = new Set(schemes.flatMap(({ aids }) => Object.keys(aids)))
  return [...ids].map((id) => ({ id, title: words.aid(id, scheme) }))
}
