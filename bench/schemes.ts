// npm run bench -- --schemes: how long one scheme file takes to check and to simulate, and what a hundred of them cost.
import { readFileSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

import { loadEditions } from '#app/editions.ts'
import { foundOffices, publishSchemes } from '#app/founding.ts'
import { openSchemeDesk } from '#app/scheme-desk.ts'
import { readScheme, schemeFiles } from '#catalogue/load.ts'
import { openDatabase } from '#db/connect.ts'
import { readOffices } from '#demonstration/read-data.ts'

const people = 60
const wanted = 100

/** Prints the figures; the database is fresh and stays with a hundred schemes in it. */
export async function measureSchemes(url: string, folder: string): Promise<void> {
  const files = schemeFiles(folder).map((file) => ({ file, text: readFileSync(file, 'utf8') }))
  const desk = openSchemeDesk()
  await desk.check(files[0]?.text ?? '', [])
  const checks: number[] = []
  const simulations: number[] = []
  for (const { file, text } of files) {
    const edition = readScheme(file, text).editions[0]?.edition ?? ''
    checks.push(await timed(() => desk.check(text, [])))
    simulations.push(await timed(() => desk.simulate(text, edition, people)))
  }
  await desk.close()
  say('check one file', checks)
  say(`simulate one edition with ${people} invented people`, simulations)

  const schemes = files.map(({ file, text }) => readScheme(file, text))
  const many = Array.from({ length: wanted }, (_, index) => {
    const scheme = schemes[index % schemes.length]
    if (!scheme) throw new Error('the catalogue is empty')
    return { ...scheme, scheme: `${scheme.scheme}-${index}` }
  })
  const database = openDatabase(url, 2)
  await publishSchemes(database, many)
  const before = heap()
  let editions: Awaited<ReturnType<typeof loadEditions>> | undefined
  const loading = await timed(async () => (editions = await loadEditions(database)))
  const again = await timed(() => editions?.reload() ?? Promise.resolve())
  console.log(`load ${wanted} schemes at the start: ${ms(loading)}; read again after a publication: ${ms(again)}`)
  console.log(`memory of ${wanted} loaded schemes: ${heap() - before} MB`)
  const compiling = await timed(async () =>
    editions?.all().map(({ edition, rules }) => rules.verdict(edition.eligibility, {})),
  )
  console.log(`with all their rules compiled (${ms(compiling)}): ${heap() - before} MB`)
  // Somebody administers it, so that a server starts without asking who.
  const { offices, accounts, password } = readOffices()
  await foundOffices(database, offices, [], accounts, password)
  await database.close()
}

/** Memory in use after a thorough cleaning, in MB. */
function heap(): number {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
  const { heapUsed, external } = process.memoryUsage()
  return Math.round((heapUsed + external) / 1e6)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function say(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((one, other) => one - other)
  console.log(`${what}: ${ms(sorted[Math.floor(sorted.length / 2)] ?? 0)} usually, ${ms(sorted.at(-1) ?? 0)} at most`)
}

function ms(time: number): string {
  return `${Math.round(time)} ms`
}
