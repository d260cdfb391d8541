import { daysBetween } from '../calendar.ts'
import { allSteps } from '../scheme/journey.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import type { Ending, Hindrance, Life } from './simulate.ts'

export type Counted = Hindrance & { readonly count: number }

/** What invented lives say about a scheme. Days are calendar days. */
export type SimulationReport = {
  readonly people: number
  readonly deeds: number
  readonly endings: Readonly<Partial<Record<Ending, number>>>
  readonly deadEnds: readonly Counted[]
  readonly waits: readonly Counted[]
  /** Steps that nobody ever did, though nobody is sure that they cannot be done. */
  readonly neverDone: readonly string[]
  readonly stages: readonly {
    readonly stage: string
    readonly count: number
    readonly median: number
    readonly longest: number
  }[]
}

export function reportOf({ edition }: RunningEdition, lives: readonly Life[]): SimulationReport {
  const endings: Partial<Record<Ending, number>> = {}
  for (const { ending } of lives) endings[ending] = (endings[ending] ?? 0) + 1
  const done = new Set(lives.flatMap(({ state }) => Object.keys(state.done)))
  const steps = allSteps(edition).map(({ step }) => step.step)
  return {
    people: lives.length,
    deeds: lives.reduce((sum, life) => sum + life.deeds.length, 0),
    endings,
    deadEnds: counted(lives.flatMap(({ deadEnd }) => deadEnd ?? [])),
    waits: counted(lives.flatMap(({ waits }) => waits)),
    neverDone: steps.filter((step) => !done.has(step)),
    stages: [...new Set(edition.journey.map(({ kind }) => kind))].flatMap((stage) => stageTimes(stage, lives)),
  }
}

function stageTimes(stage: string, lives: readonly Life[]): SimulationReport['stages'] {
  const days = lives
    .flatMap(({ stages }) => stages[stage] ?? [])
    .map(({ from, to }) => daysBetween(from, to))
    .sort((one, other) => one - other)
  const longest = days.at(-1)
  if (longest === undefined) return []
  return [{ stage, count: days.length, median: days[Math.floor(days.length / 2)] ?? longest, longest }]
}

/** The same step and code are one; the commonest first. */
function counted(hindrances: readonly Hindrance[]): readonly Counted[] {
  const found = new Map<string, Counted>()
  for (const each of hindrances) {
    const key = `${each.step} ${each.code}`
    found.set(key, { ...each, count: (found.get(key)?.count ?? 0) + 1 })
  }
  return [...found.values()].sort((one, other) => other.count - one.count)
}
