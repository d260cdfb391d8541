import { loadEditions } from '#app/editions.ts'
import { foundOffices, publishSchemes } from '#app/founding.ts'
import type { Change, House } from '#app/house.ts'
import { openSchemeDesk } from '#app/scheme-desk.ts'
import { loadSchemes } from '#catalogue/load.ts'
import { openDatabase } from '#db/connect.ts'
import { readOffices, schemeParts } from '#demonstration/read-data.ts'
import { derivedId } from '#domain/derived-id.ts'
import type { Actor, Role } from '#domain/role.ts'
import type { Scheme } from '#domain/scheme/scheme.ts'

import { imagePreparer } from '../../outside/files/image.ts'
import { fileSniffer } from '../../outside/files/sniff.ts'
import { openDisk } from '../../outside/files/disk.ts'
import { openFileStore } from '../../outside/files/store.ts'
import { keptMail } from '../../outside/mail.ts'
import { openPrinter } from '../../outside/print/printer.ts'
import { spreadsheets } from '../../outside/spreadsheet.ts'
import { keptTextMessages } from '../../outside/sms.ts'
import { testDatabase } from './database.ts'

export type TestHouse = {
  readonly house: House
  readonly url: string
  readonly changes: Change[]
  close(): Promise<void>
}

export const testPassword = 'a-password-for-tests'

/** What a house begins with: schemes, offices, the parts they play, and who works there. */
export type Founding = {
  readonly schemes: readonly Scheme[]
  readonly offices: Parameters<typeof foundOffices>[1]
  readonly parts: Parameters<typeof foundOffices>[2]
  readonly accounts: Parameters<typeof foundOffices>[3]
}

/** A real house on a database of its own: the catalogue's schemes, the demonstration's offices and accounts, no cases. */
export function testHouse(today?: string): Promise<TestHouse> {
  const plan = readOffices()
  const { offices, accounts } = plan
  const schemes = loadSchemes('catalogue/schemes')
  return foundHouse({ schemes, offices, parts: schemeParts(plan), accounts }, clockOn(today))
}

/** A real house on a database of its own, founded and timed as given; everybody has the `testPassword`. */
export async function foundHouse(founding: Founding, clock: House['clock']): Promise<TestHouse> {
  const { url, drop } = await testDatabase()
  const database = openDatabase(url, 8)
  await publishSchemes(database, founding.schemes)
  await foundOffices(database, founding.offices, founding.parts, founding.accounts, testPassword)
  const changes: Change[] = []
  const folder = `/tmp/homeward-test-${process.pid}-${Date.now()}`
  const printer = openPrinter({ templates: 'catalogue/letters' })
  const schemeDesk = openSchemeDesk()
  const house: House = {
    database,
    editions: await loadEditions(database),
    clock,
    mail: keptMail(),
    textMessage: keptTextMessages(),
    files: openFileStore(await openDisk(folder), { current: Buffer.alloc(32, 7) }),
    printer,
    spreadsheets,
    schemeDesk,
    sniffer: fileSniffer,
    images: imagePreparer,
    publish: (change) => changes.push(change),
  }
  return {
    house,
    url,
    changes,
    async close() {
      await schemeDesk.close()
      await printer.close()
      await database.close()
      await drop()
    },
  }
}

/** A clock that runs, on the machine's day or on a given one. */
function clockOn(today: string | undefined): House['clock'] {
  const start = Date.now()
  const shift = today === undefined ? 0 : Date.parse(`${today}T09:00:00.000Z`) - start
  const now = () => new Date(Date.now() + shift).toISOString()
  return { now, today: () => now().slice(0, 10) }
}

/** Somebody of the demonstration's offices, by e-mail name and role. */
export function actor(who: string, role: Role, office: string): Actor {
  return { user: derivedId('account', `${who}@homeward.example`), role, office }
}
