import { foundOffices } from '#app/founding.ts'
import type { House } from '#app/house.ts'
import { logAdministration } from '#db/accounts.ts'
import { asActor, systemUser } from '#db/connect.ts'
import type { Database } from '#db/connect.ts'
import { dayOfFirstEntry } from '#db/founding.ts'

import { planDemonstration } from './plan.ts'
import { play } from './play.ts'
import { readOffices, schemeParts } from './read-data.ts'

export type DemonstrationAccount = {
  readonly email: string
  readonly password: string
  readonly name: string
  readonly role: string
  readonly office: string
}

const begun = 'demonstration-begun'

/**
 * Fills an empty system with a fictive year: offices, accounts, and some 250 files played by the same commands as real
 * work, up to the day before today. The administrator comes last, so that a founding that was cut short is known as
 * such and goes on where it stopped, on the day it began.
 */
export async function foundDemonstration(house: House, say: (sentence: string) => void): Promise<void> {
  const started = performance.now()
  const plan = readOffices()
  const { offices, schemeOffices, accounts, password } = plan
  const parts = schemeParts(plan)
  const administers = ({ seats }: (typeof accounts)[number]) => seats.some(([role]) => role === 'administrator')
  const others = accounts.filter((account) => !administers(account))
  await foundOffices(house.database, offices, parts, others, password)
  await house.editions.reload()
  const today = await dayOfFounding(house)
  for (const { scheme } of schemeOffices) {
    const edition = house.editions.current(scheme, today)?.edition
    if (!edition) throw new Error(`the demonstration plays ${scheme}, which has no edition in force`)
    await playScheme(house, planDemonstration(scheme, edition, today), say)
  }
  await foundOffices(house.database, [], [], accounts.filter(administers), password)
  say(`The demonstration is ready after ${Math.round((performance.now() - started) / 1000)} s.`)
}

/** The accounts to sign in with, one line for each seat. */
export async function demonstrationAccounts(_database: Database): Promise<readonly DemonstrationAccount[]> {
  const { accounts, offices, password } = readOffices()
  const nameOf = (office: string) => offices.find((each) => each.office === office)?.name ?? office
  return accounts.flatMap(({ name, email, seats }) =>
    seats.map(([role, office]) => ({ email, password, name, role, office: nameOf(office) })),
  )
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

async function playScheme(
  house: House,
  acts: ReturnType<typeof planDemonstration>,
  say: (sentence: string) => void,
): Promise<void> {
  const files = new Set(acts.filter(({ name }) => name === 'register-case').map(({ stream }) => stream)).size
  say(`A fictive year is being played: ${files} invented files, ${acts.length} acts.`)
  let said = 0
  await play(house, acts, (done) => {
    const part = Math.floor((done / acts.length) * 5)
    if (part === said) return
    said = part
    say(`  ${part * 20} %`)
  })
}
