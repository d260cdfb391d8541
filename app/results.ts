import type { ResultAnswer, ResultsAnswer } from '#contract/result-answers.ts'
import { asActor } from '#db/connect.ts'
import { readHeldSittings, readResults } from '#db/reads/results.ts'
import type { ResultCount } from '#db/reads/results.ts'
import { mayOpenFiles } from '#domain/case/reading.ts'
import type { Actor } from '#domain/role.ts'
import { figureRoles } from '#domain/role.ts'
import type { SchemeResult } from '#domain/scheme/result.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

import type { House } from './house.ts'

/**
 * The results to date of the schemes whose figures the actor reads: those in which the acting office plays the acting
 * role, and that role reads figures. Everything is counted now; only what a source published comes from the scheme.
 */
export async function resultsFor(house: House, actor: Actor): Promise<readonly ResultsAnswer[]> {
  if (!figureRoles.some((role) => role === actor.role)) return []
  const own = currentEditions(house).filter(({ scheme, edition }) => {
    const plays = house.editions.offices(scheme.scheme)[actor.role] ?? []
    return edition.results !== undefined && plays.includes(actor.office)
  })
  if (own.length === 0) return []
  const [counts, sittings] = await asActor(house.database, actor, (tx) =>
    Promise.all([
      readResults(tx, actor.office),
      readHeldSittings(
        tx,
        own.map(({ scheme }) => scheme.scheme),
      ),
    ]),
  )
  const held = new Map(sittings.map((each) => [each.scheme, each.held]))
  return own.map((running) => answerFor(running, counts, held.get(running.scheme.scheme) ?? 0, actor))
}

function currentEditions({ editions, clock }: House): readonly RunningEdition[] {
  const schemes = [...new Set(editions.all().map(({ scheme }) => scheme.scheme))].sort()
  return schemes.flatMap((scheme) => editions.current(scheme, clock.today()) ?? [])
}

function answerFor(running: RunningEdition, counts: readonly ResultCount[], held: number, actor: Actor): ResultsAnswer {
  const { scheme, edition } = running
  const own = counts.filter((each) => each.scheme === scheme.scheme)
  return {
    scheme: scheme.scheme,
    title: scheme.title,
    country: scheme.country,
    opens: mayOpenFiles(actor.role),
    results: (edition.results ?? []).map((result) => ({
      result: result.result,
      title: result.title,
      counts: result.counts,
      ...counted(
        result,
        own.filter((each) => each.result === result.result),
        held,
      ),
      published: publishedBy(running, result),
    })),
  }
}

function counted(
  { counts, byRegion }: SchemeResult,
  rows: readonly ResultCount[],
  held: number,
): Pick<ResultAnswer, 'value' | 'regions'> {
  const valueOf = (row: ResultCount) => (counts === 'people' ? row.people : row.cases)
  const sum = rows.reduce((total, row) => total + valueOf(row), 0)
  const regions = rows
    .filter(({ region }) => region !== '')
    .map((row) => ({ region: row.region, value: valueOf(row) }))
    .sort((one, other) => other.value - one.value)
  const value = counts === 'sittings' ? held : counts === 'regions' ? regions.length : sum
  return { value, regions: byRegion ? regions : [] }
}

function publishedBy({ scheme }: RunningEdition, { published }: SchemeResult): ResultAnswer['published'] {
  const source = published && scheme.sources[published.source]
  if (!published || !source) return null
  const { value, reads = 'exactly' } = published
  return { value, reads, source: source.title, certainty: source.certainty }
}
