// node bench/project.ts: how long the largest plan that the shape allows takes to compute, with its warnings, what-if and
// the assumption that decides; at most 50 ms together, on the screen as on the server.
import { fileURLToPath } from 'node:url'

import { projectProblems, projectWarnings } from '#domain/project/check.ts'
import type { Figure, Project } from '#domain/project/project.ts'
import { mostFormulas, newProject, payers } from '#domain/project/project.ts'
import { projectResult } from '#domain/project/result.ts'
import { versionContent } from '#domain/project/version.ts'
import { decidingAssumption, whatIf } from '#domain/project/what-if.ts'

const runs = 60

/** 120 investments, 40 sales, 120 variable and 60 fixed costs; 40 formulas, half of them one on the other. */
export function largestProject(): Project {
  let formulas = 0
  const price = (at: number): Figure => {
    if (at === 0 || formulas >= mostFormulas) return 1_000 + at * 7
    formulas += 1
    return { formula: at % 2 === 0 ? `fixed_${at - 1} * 1.02 + 5` : 'fixed_0 * 1.5' }
  }
  const line = (name: string, at: number, quantity: Figure, amount: Figure) => ({
    line: `${name}_${at}`,
    title: `${name} ${at}`,
    unit: 'piece',
    quantity,
    price: amount,
  })
  const list = <T>(length: number, make: (at: number) => T) => Array.from({ length }, (_, at) => make(at))
  const seasons = list(12, (month) => 80 + month * 4)
  return {
    ...newProject({ activity: 'other', country: 'CM', region: 'CM-CE', currency: 'XAF', firstMonth: '2026-06' }),
    investments: list(120, (at) => ({
      ...line('thing', at, 3_500 + at * 250, 12_000 + at * 31),
      payer: payers[at % payers.length] ?? 'aid',
      month: at % 25,
    })),
    sales: list(40, (at) => ({
      ...line('sale', at, 90_000 + at * 1_250, 2_300 + at * 11),
      from: 1 + (at % 6),
      seasons,
    })),
    variableCosts: list(120, (at) => ({ ...line('use', at, 250 + at, 90 + at), per: `sale_${at % 40}` })),
    fixedCosts: list(60, (at) => ({ ...line('fixed', at, 1_500 + at * 10, price(at)), from: 1 + (at % 3) })),
    wage: { amount: 60_000, from: 1 },
    money: { aid: 40_000_000, own: 2_000_000, family: 900_000 },
    loan: { amount: 3_000_000, interest: 1_450, months: 36, grace: 6 },
  }
}

type Timed = { readonly median: number; readonly worst: number }

/** Milliseconds over many runs, the first ones left out. */
export function measureProject(project: Project): Readonly<Record<string, Timed>> {
  const change = [{ assumption: { kind: 'cost-price', line: 'fixed_0' }, by: 18 } as const]
  const jobs = {
    result: () => projectResult(project),
    'problems and warnings': () => [projectProblems(project, { currency: 'XAF' }), projectWarnings(project, [])],
    'what if': () => whatIf(project, change),
    'what decides': () => decidingAssumption(project),
    'a version': () => versionContent(project),
  }
  return Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, timed(job)]))
}

function timed(job: () => unknown): Timed {
  for (let run = 0; run < 8; run++) job()
  const times = Array.from({ length: runs }, () => {
    const start = performance.now()
    job()
    return performance.now() - start
  }).toSorted((one, other) => one - other)
  return { median: times[runs >> 1] ?? 0, worst: times.at(-1) ?? 0 }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [name, { median, worst }] of Object.entries(measureProject(largestProject())))
    console.log(`${name}: ${median.toFixed(1)} ms, at most ${worst.toFixed(1)} ms`)
