import { asActor } from '#db/connect.ts'
import type { Database } from '#db/connect.ts'
import { readOffices, readSchemeFiles, readSchemeOffices } from '#db/reads/editions.ts'
import { calendarOf } from '#catalogue/load-calendar.ts'
import type { Rules, RunningEdition } from '#domain/scheme/rules.ts'
import type { Edition, Scheme } from '#domain/scheme/scheme.ts'
import { compileRules } from '#domain/scheme/verdict.ts'

import type { Editions } from './house.ts'

type Loaded = {
  readonly running: ReadonlyMap<string, RunningEdition>
  readonly offices: ReadonlyMap<string, Record<string, string[]>>
  readonly all: readonly string[]
}

/** Reads the published editions and compiles their rules; `reload` is called when one is published or an office changes. */
export async function loadEditions(database: Database): Promise<Editions> {
  let loaded = await load(database, new Map())
  let reloading: Promise<void> = Promise.resolve()
  const list = () => [...loaded.running.values()]
  // One after the other: of two at once, the one that read first could end last and bring back what was before.
  function reload(): Promise<void> {
    reloading = reloading
      .catch(() => undefined)
      .then(async () => {
        loaded = await load(database, loaded.running)
      })
    return reloading
  }
  return {
    find: (scheme, edition) => loaded.running.get(`${scheme} ${edition}`),
    current: (scheme, today) =>
      list()
        .filter((each) => each.scheme.scheme === scheme && inForce(each, today))
        .sort((a, b) => (a.edition.from < b.edition.from ? 1 : -1))[0],
    all: list,
    calendar: calendarOf,
    offices: (scheme) => loaded.offices.get(scheme) ?? {},
    allOffices: () => loaded.all,
    reload,
    async sought(find) {
      const found = find()
      if (found) return found
      await reload()
      return find()
    },
  }
}

/** The editions of a scheme that have come into force by a day, also those that newer ones replaced; newest first. */
export function editionsSince(editions: Pick<Editions, 'all'>, scheme: string, today: string): readonly string[] {
  return editions
    .all()
    .filter((each) => each.scheme.scheme === scheme && each.edition.from <= today)
    .sort((one, other) => (one.edition.from < other.edition.from ? 1 : -1))
    .map(({ edition }) => edition.edition)
}

function inForce({ edition }: RunningEdition, today: string): boolean {
  return edition.from <= today && (edition.to === undefined || edition.to >= today)
}

/** Published editions never change, so those that run already are kept and not read again. */
async function load(database: Database, before: ReadonlyMap<string, RunningEdition>): Promise<Loaded> {
  const [files, parts, offices] = await asActor(database, 'system', (tx) =>
    Promise.all([readSchemeFiles(tx, [...before.keys()]), readSchemeOffices(tx), readOffices(tx)]),
  )
  const running = new Map(before)
  for (const { scheme, edition, body } of files) {
    const [only] = body.editions
    if (only) running.set(`${scheme} ${edition}`, { scheme: body, edition: only, rules: rulesWhenAsked(body, only) })
  }
  const byScheme = new Map<string, Record<string, string[]>>()
  for (const { scheme, role, office } of parts) {
    const roles = byScheme.get(scheme) ?? {}
    roles[role] = [...(roles[role] ?? []), office]
    byScheme.set(scheme, roles)
  }
  return { running, offices: byScheme, all: offices.map((each) => each.office) }
}

/** Compiles an edition's rules when they are first asked for: most offices work with one scheme of many. */
function rulesWhenAsked(scheme: Scheme, edition: Edition): Rules {
  let compiled: Rules | undefined
  const rules = () => (compiled ??= compileRules(scheme, edition))
  return {
    verdict: (rule, facts) => rules().verdict(rule, facts),
    amount: (rule, facts) => rules().amount(rule, facts),
    restsOn: (rule) => rules().restsOn(rule),
  }
}
