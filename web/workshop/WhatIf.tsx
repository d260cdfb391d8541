import { useId } from 'react'

import { assumptionsOf, type Assumption, type Change } from '#domain/project/what-if.ts'
import type { Project } from '#domain/project/project.ts'
import type { ProjectResult } from '#domain/project/result.ts'
import type { Figures } from '#domain/project/figures.ts'

import { Comma } from '../case/Section.tsx'
import { useText } from '../i18n.ts'
import { Amount } from '../ui/Amount.tsx'
import { Button } from '../ui/Button.tsx'
import { useBench } from './bench.ts'
import { assumptionText, changeText, monthText } from './sentences.ts'

export type Tried = Change

type WhatIfProps = {
  readonly tried: readonly Tried[]
  readonly onChange: (tried: readonly Tried[]) => void
  /** The plan as it would be; undefined while nothing is tried. */
  readonly outcome: ProjectResult | undefined
}

/** How far a slider goes each way, in percent; the delay in months. */
const ranges = {
  'cost-price': { least: -50, most: 100, step: 1 },
  'sales-price': { least: -60, most: 60, step: 1 },
  'sales-quantity': { least: -80, most: 60, step: 1 },
  delay: { least: 0, most: 12, step: 1 },
} as const

const mainCosts = 4
const mainSales = 2

/** What if feed costs more, fewer eggs are sold, all begins later: moved here, nothing in the plan is changed. */
export function WhatIf({ tried, onChange, outcome }: WhatIfProps) {
  const text = useText()
  const { project, figures, result } = useBench()
  const shown = mainAssumptions(project, figures)
  const byOf = (assumption: Assumption): number =>
    tried.find((each) => sameAssumption(each.assumption, assumption))?.by ?? 0
  const set = (assumption: Assumption, by: number): void => {
    const others = tried.filter((each) => !sameAssumption(each.assumption, assumption))
    onChange(by === 0 ? others : [...others, { assumption, by }])
  }
  return (
    <section aria-label={text('workshop.what-if')} data-print="no">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4">
        <h3 className="text-lead">{text('workshop.what-if')}</h3>
        <Button kind="plain" disabled={tried.length === 0} onPress={() => onChange([])}>
          {text('workshop.what-if-reset')}
        </Button>
      </div>
      <p className="max-w-prose text-ink-soft">{text('workshop.what-if-help')}</p>
      <ul className="mt-3 grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {shown.map((assumption) => (
          <li key={JSON.stringify(assumption)}>
            <Slider assumption={assumption} by={byOf(assumption)} onChange={(by) => set(assumption, by)} />
          </li>
        ))}
      </ul>
      <p aria-live="polite" className="mt-4 min-h-12">
        {outcome && result ? (
          <>
            {text('workshop.what-if-leanest')}{' '}
            <Amount value={{ amount: outcome.lowest.cash, currency: project.currency }} strong />{' '}
            <span className="text-ink-soft">
              ({monthText(text, outcome.lowest.month, outcome)}
              <Comma />
              {text('workshop.what-if-instead')}{' '}
              <Amount value={{ amount: result.lowest.cash, currency: project.currency }} />)
            </span>
            {outcome.firstShort !== null && (
              <span className="block text-clay-deep">
                {outcome.firstShort === 0
                  ? text('workshop.deciding-start')
                  : text('workshop.what-if-short', { month: outcome.firstShort })}
              </span>
            )}
          </>
        ) : (
          <span className="text-ink-soft">{text('workshop.what-if-none')}</span>
        )}
      </p>
    </section>
  )
}

type SliderProps = { readonly assumption: Assumption; readonly by: number; readonly onChange: (by: number) => void }

function Slider({ assumption, by, onChange }: SliderProps) {
  const text = useText()
  const id = useId()
  const { project, deciding } = useBench()
  const { least, most, step } = ranges[assumption.kind]
  const threshold = deciding?.thresholds.find((each) => sameAssumption(each.assumption, assumption))
  const written = changeText(text, assumption.kind, by)
  return (
    <div>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="min-w-0 truncate">
          {assumptionText(text, assumption, project)}
        </label>
        <output htmlFor={id} className="figures font-strong">
          <bdi>{written}</bdi>
        </output>
      </div>
      <input
        id={id}
        type="range"
        min={least}
        max={most}
        step={step}
        value={by}
        aria-valuetext={written}
        aria-describedby={threshold ? `${id}breaks` : undefined}
        onChange={(event) => onChange(Number(event.target.value))}
        onDoubleClick={() => onChange(0)}
        className="my-0.5 block h-11 w-full rounded accent-river focus-visible:-outline-offset-2 pointer-fine:h-7"
      />
      {threshold && (
        <p id={`${id}breaks`} className="text-small text-ink-soft">
          {text('workshop.breaks-at', { by: changeText(text, assumption.kind, threshold.by), month: threshold.month })}
        </p>
      )}
    </div>
  )
}

/** The costs that weigh most, the sales that bring most, and the delay. */
function mainAssumptions(project: Project, figures: Figures): readonly Assumption[] {
  const sold = new Map(project.sales.map(({ line }) => [line, quantityOf(line, figures)]))
  const weights = new Map<string, number>([
    ...project.investments.map(({ line }) => [line, valueOf(line, figures)] as const),
    ...project.fixedCosts.map(({ line }) => [line, 24 * valueOf(line, figures)] as const),
    ...project.variableCosts.map(
      ({ line, per }) => [line, 24 * (sold.get(per) ?? 0) * valueOf(line, figures)] as const,
    ),
    ...project.sales.map(({ line }) => [line, valueOf(line, figures)] as const),
  ])
  const heaviest = (kind: Assumption['kind'], most: number): readonly Assumption[] =>
    assumptionsOf(project)
      .filter((assumption) => assumption.kind === kind)
      .toSorted((one, other) => weightOf(other) - weightOf(one))
      .slice(0, most)
  const weightOf = (assumption: Assumption): number =>
    assumption.kind === 'delay' ? 0 : (weights.get(assumption.line) ?? 0)
  return [
    ...heaviest('cost-price', mainCosts),
    ...heaviest('sales-price', mainSales),
    ...heaviest('sales-quantity', mainSales),
    ...heaviest('delay', 1),
  ]
}

function quantityOf(line: string, figures: Figures): number {
  return (figures.get(`${line}.quantity`) ?? 0) / 1000
}

function valueOf(line: string, figures: Figures): number {
  return quantityOf(line, figures) * (figures.get(`${line}.price`) ?? 0)
}

function sameAssumption(one: Assumption, other: Assumption): boolean {
  if (one.kind === 'delay' || other.kind === 'delay') return one.kind === other.kind
  return one.kind === other.kind && one.line === other.line
}
