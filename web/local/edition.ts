import { queryOptions, useQuery } from '@tanstack/react-query'

import type { EditionAnswer, OfficeAnswer } from '#contract/answers.ts'
import type { OfficeDirectory } from '#domain/command.ts'
import type { CountryCalendar } from '#domain/holidays.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

import { call, ProblemError, reading } from '../api.ts'

/** An edition with its rules ready to run, and what decisions in its scheme need besides. */
export type Ground = {
  readonly running: RunningEdition
  /** The scheme's editions that have come into force, newest first. */
  readonly editions: readonly string[]
  readonly calendar: CountryCalendar
  readonly offices: OfficeDirectory
  /** Names of all offices, by id. */
  readonly officeNames: Readonly<Record<string, string>>
}

const hour = 3_600_000

/** A published edition never changes, so its rules are compiled once; offices and calendars are asked again each hour. */
export function groundQuery(scheme: string, edition: string) {
  return queryOptions({
    queryKey: [`/api/schemes/${scheme}/${edition}`],
    staleTime: hour,
    gcTime: Infinity,
    // Rules are functions: they are taken as they are.
    structuralSharing: false,
    queryFn: async ({ client, signal }): Promise<Ground> => {
      const path = `/api/schemes/${encodeURIComponent(scheme)}/${encodeURIComponent(edition)}`
      const [answer, offices] = await Promise.all([
        call<EditionAnswer>('GET', path, undefined, signal),
        client.ensureQueryData({ ...officesQuery, revalidateIfStale: true }),
      ])
      if (!answer.ok) throw new ProblemError(answer.problem)
      return groundOf(answer.value, offices.rows)
    },
  })
}

export const officesQuery = { ...reading<{ rows: readonly OfficeAnswer[] }>('/api/offices'), staleTime: hour }

/** The ground of a case's decisions; undefined while it is on its way. Left empty, nothing is asked. */
export function useGround(scheme: string, edition: string): Ground | undefined {
  return useQuery({ ...groundQuery(scheme, edition), enabled: scheme !== '' && edition !== '' }).data
}

const running = new Map<string, RunningEdition>()

async function groundOf(answer: EditionAnswer, offices: readonly OfficeAnswer[]): Promise<Ground> {
  const { scheme, edition, editions, calendar } = answer
  return {
    running: await runningOf(scheme, edition),
    editions,
    calendar,
    offices: { all: offices.map(({ office }) => office), byRole: answer.offices },
    officeNames: Object.fromEntries(offices.map(({ office, name }) => [office, name])),
  }
}

/** The rules come with their engine, which is not small: it is fetched when the first case is opened. */
async function runningOf(scheme: EditionAnswer['scheme'], edition: EditionAnswer['edition']): Promise<RunningEdition> {
  const key = `${scheme.scheme} ${edition.edition}`
  const known = running.get(key)
  if (known) return known
  const { compileRules } = await import('#domain/scheme/verdict.ts')
  const made = { scheme, edition, rules: compileRules(scheme, edition) }
  running.set(key, made)
  return made
}
