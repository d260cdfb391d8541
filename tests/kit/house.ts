import { loadEditions } from '#app/editions.ts'
import { foundOffices, publishSchemes } from '#app/founding.ts'
import type { Change, House } from '#app/house.ts'
import { loadSchemes } from '#catalogue/load.ts'
import { openDatabase } from '#db/connect.ts'
import { readOffices, schemeParts } from '#demonstration/read-data.ts'
import { derivedId } from '#domain/derived-id.ts'
import type { Actor, Role } from '#domain/role.ts'

import { imagePreparer } from '../../outside/files/image.ts'
import { fileSniffer } from '../../outside/files/sniff.ts'
import { openDisk } from '../../outside/files/disk.ts'
import { openFileStore } from '../../outside/files/store.ts'
import { keptMail } from '../../outside/mail.ts'
import { openPrinter } from '../../outside/print/printer.ts'
import { keptTextMessages } from '../../outside/sms.ts'
import { testDatabase } from './database.ts'

export type TestHouse = {
  readonly house: House
  readonly url: string
  readonly changes: Change[]
  close(): Promise<void>
}

export const testPassword = 'a-password-for-tests'

/** A real house on a database of its own: the catalogue's schemes, the demonstration's offices and accounts, no cases. */
export async function testHouse(today?: string): Promise<TestHouse> {
  const { url, drop } = await testDatabase()
  const database = openDatabase(url, 8)
  await publishSchemes(database, loadSchemes('catalogue/schemes'))
  const plan = readOffices()
  await foundOffices(database, plan.offices, schemeParts(plan), plan.accounts, testPassword)
  const changes: Change[] = []
  const folder = `/tmp/homeward-test-${process.pid}-${Date.now()}`
  const printer = openPrinter({ templates: 'catalogue/letters' })
  const house: House = {
    database,
    editions: await loadEditions(database),
    clock: clockOn(today),
    mail: keptMail(),
    textMessage: keptTextMessages(),
    files: openFileStore(await openDisk(folder), { current: Buffer.alloc(32, 7) }),
    printer,
    sniffer: fileSniffer,
    images: imagePreparer,
    publish: (change) => changes.push(change),
  }
  return {
    house,
    url,
    changes,
    async close() {
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
