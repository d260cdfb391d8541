import { addMonths } from '../calendar.ts'
import { kilometresBetween, pointOf } from '../designation/distance.ts'
import type { ProjectOutcome } from './outcome.ts'

/** Another project of the scheme. `seen`: the reader's office may open its case. */
export type OtherProject = ProjectOutcome & { readonly case: string; readonly seen: boolean }

/** Fewer than this are not told of cases that the reader may not open: they could be recognised. */
export const smallestCount = 3
/** Kilometres between the main towns of two regions that still count as near. */
export const nearby = 150

export const nearness = ['same-region', 'nearby', 'elsewhere'] as const
export type Nearness = (typeof nearness)[number]

/** How many of how many; null = too few to be told. */
export type Lived = { readonly seen: number; readonly alive: number } | null

export type SimilarGroup = {
  readonly near: Nearness
  /** Null = of cases that the reader may not open there are fewer than `smallestCount`, and not none. */
  readonly projects: number | null
  readonly started: number | null
  readonly aliveAt6: Lived
  readonly aliveAt12: Lived
  readonly closed: readonly { readonly reason: string; readonly projects: number }[]
}

export type SimilarProjects = {
  readonly groups: readonly SimilarGroup[]
  /** Those that the reader may open, the newest first. */
  readonly cases: readonly (Omit<OtherProject, 'seen'> & { readonly near: Nearness })[]
  /** Too many of one trade began in one place; null = not too many, or no activity or place to tell by. */
  readonly saturation: {
    readonly activity: string
    readonly region: string
    readonly starts: number
    readonly threshold: number
    readonly months: number
  } | null
}

type Here = {
  readonly activity: string | null
  readonly sector: string | null
  readonly region: string | null
  readonly today: string
  /** As the activity's file says; undefined = it says nothing. */
  readonly threshold: { readonly starts: number; readonly months: number } | undefined
}

const longestList = 20

/**
 * What became of similar projects, the nearest first. The groups do not overlap and no total is told, so that a
 * suppressed count cannot be had by subtraction.
 */
export function similarProjects(others: readonly OtherProject[], here: Here): SimilarProjects {
  const placed = others.map((each) => ({ ...each, near: nearnessOf(each.region, here.region) }))
  return {
    groups: nearness.map((near) =>
      group(
        near,
        placed.filter((each) => each.near === near),
      ),
    ),
    cases: placed
      .filter(({ seen }) => seen)
      .toSorted((one, other) => ((one.startedOn ?? '') < (other.startedOn ?? '') ? 1 : -1))
      .slice(0, longestList)
      .map(({ seen: _seen, ...each }) => each),
    saturation: saturationOf(others, here),
  }
}

function nearnessOf(region: string | null, here: string | null): Nearness {
  if (region !== null && region === here) return 'same-region'
  const [one, other] = [pointOf(region), pointOf(here)]
  return one && other && kilometresBetween(one, other) <= nearby ? 'nearby' : 'elsewhere'
}

function group(near: Nearness, projects: readonly OtherProject[]): SimilarGroup {
  const count = (which: (each: OtherProject) => boolean) => toldCount(projects.filter(which))
  const lived = (of: 'aliveAt6' | 'aliveAt12'): Lived => {
    const [seen, alive, gone] = [
      count((each) => each[of] !== null),
      count((each) => each[of] === true),
      count((each) => each[of] === false),
    ]
    return seen === null || seen === 0 || alive === null || gone === null ? null : { seen, alive }
  }
  const reasons = [...new Set(projects.map(({ closedFor }) => closedFor))].filter((reason) => reason !== null)
  return {
    near,
    projects: toldCount(projects),
    started: count(({ startedOn }) => startedOn !== null),
    aliveAt6: lived('aliveAt6'),
    aliveAt12: lived('aliveAt12'),
    closed: reasons
      .flatMap((reason) => {
        const closed = count(({ closedFor }) => closedFor === reason)
        return closed === null ? [] : [{ reason, projects: closed }]
      })
      .toSorted((one, other) => other.projects - one.projects || (one.reason < other.reason ? -1 : 1)),
  }
}

/** The reader knows their own cases: what is left when they are taken away must not be one or two either. */
function toldCount(projects: readonly OtherProject[]): number | null {
  const strangers = projects.filter(({ seen }) => !seen).length
  return strangers > 0 && strangers < smallestCount ? null : projects.length
}

function saturationOf(others: readonly OtherProject[], here: Here): SimilarProjects['saturation'] {
  const { activity, region, threshold, today } = here
  if (activity === null || region === null || threshold === undefined) return null
  const since = addMonths(today, -threshold.months)
  const starts = others.filter(
    (each) =>
      each.activity === activity && each.region === region && each.startedOn !== null && each.startedOn >= since,
  ).length
  if (starts <= threshold.starts) return null
  return { activity, region, starts, threshold: threshold.starts, months: threshold.months }
}
