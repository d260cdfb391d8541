import { foundOffices } from '#app/founding.ts'
import type { Editions, House } from '#app/house.ts'
import { logAdministration } from '#db/accounts.ts'
import { asActor, systemUser } from '#db/connect.ts'
import { dayOfFirstEntry } from '#db/founding.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import type { Text } from '#domain/scheme/scheme.ts'

import type { Act } from './act.ts'
import { playBeside } from './beside.ts'
import { operatorsBegin, planOperators } from './operators.ts'
import { planDemonstration } from './plan.ts'
import { play } from './play.ts'
import type { CastYear } from './read-data.ts'
import { readOffices, readYears, schemeParts } from './read-data.ts'
import { planYear } from './year/plan-year.ts'

export type DemonstrationAccount = {
  readonly email: string
  readonly password: string
  readonly name: string
  readonly role: string
  readonly office: string
  /** The scheme for which it is shown; left out = the story's, which comes first. */
  readonly scheme?: Text
}

const begun = 'demonstration-begun'
const toldScheme = 'ofii-cameroon'

/** The story alone, some 250 files of one scheme; or the year of all schemes with it, some 2,000. */
export type DemonstrationSize = 'story' | 'year'

/**
 * Fills an empty system with a fictive year: offices, accounts, and files played by the same commands as real work, up
 * to the day before today. The administrator comes last, so that a founding that was cut short is known as such and
 * goes on where it stopped, on the day it began.
 */
export async function foundDemonstration(
  house: House,
  say: (sentence: string) => void,
  size: DemonstrationSize,
): Promise<void> {
  const started = performance.now()
  const plan = readOffices()
  const { offices, accounts, password } = plan
  const parts = schemeParts(plan)
  const administers = ({ seats }: (typeof accounts)[number]) => seats.some(([role]) => role === 'administrator')
  const others = accounts.filter((account) => !administers(account))
  await foundOffices(house.database, offices, parts, others, password)
  await house.editions.reload()
  const today = await dayOfFounding(house)
  say('A fictive year is being played.')
  const told = planDemonstration(toldScheme, runningOn(house, toldScheme, today).edition, today)
  await playScheme(house, toldScheme, told, today, say)
  if (size === 'year') {
    for (const year of readYears()) await playYear(house, year, today, say)
    await playBeside(house, today)
  }
  await foundOffices(house.database, [], [], accounts.filter(administers), password)
  say(`The demonstration is ready after ${Math.round((performance.now() - started) / 1000)} s.`)
}

/** The accounts to sign in with: a line for each seat of the story, then for each other scheme one for each account. */
export function demonstrationAccounts(editions: Editions, today: string): readonly DemonstrationAccount[] {
  const { accounts, offices, password, schemeOffices } = readOffices()
  const nameOf = (office: string) => offices.find((each) => each.office === office)?.name ?? office
  const playing = new Set(Object.values(schemeOffices[0]?.roles ?? {}).flat())
  const inStory = ({ seats }: (typeof accounts)[number]) =>
    seats.some(([role, office]) => playing.has(office) || role === 'administrator')
  const story = accounts
    .filter(inStory)
    .flatMap(({ name, email, seats }) =>
      seats.map(([role, office]) => ({ email, password, name, role, office: nameOf(office) })),
    )
  const others = readYears().flatMap(({ scheme }) => {
    const title = editions.current(scheme, today)?.scheme.title
    const roles = schemeOffices.find((each) => each.scheme === scheme)?.roles ?? {}
    return accounts
      .filter((account) => !inStory(account))
      .flatMap(({ name, email, seats }) => {
        const seat = seats.find(([role, office]) => roles[role]?.includes(office))
        return seat && title ? [{ email, password, name, role: seat[0], office: nameOf(seat[1]), scheme: title }] : []
      })
  })
  return [...story, ...others]
}

async function dayOfFounding(house: House): Promise<string> {
  return asActor(house.database, 'system', async (tx) => {
    const known = await dayOfFirstEntry(tx, begun)
    if (known !== undefined) return known
    const today = house.clock.today()
    await logAdministration(tx, systemUser, begun, { today })
    return today
  })
}

function runningOn(house: House, scheme: string, today: string): RunningEdition {
  const running = house.editions.current(scheme, today)
  if (!running) throw new Error(`the demonstration plays ${scheme}, which has no edition in force`)
  return running
}

async function playYear(house: House, year: CastYear, today: string, say: (sentence: string) => void): Promise<void> {
  const running = runningOn(house, year.scheme, today)
  const calendar = house.editions.calendar(running.scheme.country)
  await playScheme(house, year.scheme, planYear(running, year, calendar, today), today, say)
}

/** First how the scheme's operators came to be, then the files that they get. */
async function playScheme(
  house: House,
  scheme: string,
  acts: readonly Act[],
  today: string,
  say: (sentence: string) => void,
): Promise<void> {
  const founded = house.editions.current(scheme, operatorsBegin(acts, today)) ?? runningOn(house, scheme, today)
  await play(house, planOperators(founded, acts, today), () => undefined)
  const opened = acts.filter(({ name }) => name === 'register-case')
  await play(house, acts, () => undefined)
  say(`  ${scheme}: ${opened.length} invented files, ${acts.length} acts`)
}
