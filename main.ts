// The only place where everything meets: settings, database, the world outside, doors and worker.
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { loadEditions } from '#app/editions.ts'
import { ignoredFiles, isUnfounded, publishCatalogue } from '#app/founding.ts'
import type { House } from '#app/house.ts'
import { fillPriceBook } from '#app/price-book.ts'
import { openSchemeDesk } from '#app/scheme-desk.ts'
import { isConfigProblem, readConfig } from '#config'
import type { Config } from '#config'
import { directoryChange, everyServer, openChanges } from '#db/changes.ts'
import { openDatabase } from '#db/connect.ts'
import { openDataFolder } from '#db/embedded/data-folder.ts'
import { startEmbeddedPostgres, StartProblem } from '#db/embedded-postgres.ts'
import { checkExternalPostgres } from '#db/external-postgres.ts'
import { migrate } from '#db/migrate.ts'
import { demonstrationAccounts, foundDemonstration } from '#demonstration/found.ts'
import type { DemonstrationAccount } from '#demonstration/found.ts'
import { createServer } from '#http/server.ts'
import { startWorker } from '#jobs/worker.ts'

import { askFirstAdministrator } from './cli/first-administrator.ts'
import { systemClock } from './outside/clock.ts'
import { openBucket } from './outside/files/bucket.ts'
import { openDisk } from './outside/files/disk.ts'
import { imagePreparer } from './outside/files/image.ts'
import { fileSniffer } from './outside/files/sniff.ts'
import { openFileStore } from './outside/files/store.ts'
import { keptMail, openMail } from './outside/mail.ts'
import { openPrinter } from './outside/print/printer.ts'
import { spreadsheets } from './outside/spreadsheet.ts'
import { keptTextMessages, openTextMessages } from './outside/sms.ts'

const projectFolder = path.dirname(fileURLToPath(import.meta.url))
const say = (sentence: string) => console.log(sentence)

type Ending = () => Promise<unknown>

async function start(config: Config): Promise<void> {
  const endings: Ending[] = []
  const end = endOnSignal(endings)
  const url = await openPostgres(config, endings, end)
  const fresh = await migrate(url)
  if (fresh.length > 0) say(`The database is at its newest shape (${fresh.length} step${fresh.length > 1 ? 's' : ''}).`)
  const house = await openHouse(config, url, endings)
  await fill(house, config)
  const watchers = house.changes
  const webFolder = path.join(projectFolder, 'dist', 'web')
  const demonstration = config.demo ? demonstrationAccounts(house.editions, house.clock.today()) : undefined
  const server = await createServer({
    house,
    watchers,
    demonstration,
    webFolder: config.mode === 'start' && existsSync(webFolder) ? webFolder : undefined,
  })
  endings.unshift(() => server.close())
  const address = await listen(server, config)
  const worker = await startWorker(house, url, config.publicUrl ?? address)
  endings.unshift(() => worker.stop())
  say('')
  say(`Homeward is ready: ${config.publicUrl ?? address}`)
  if (demonstration) printAccounts(demonstration)
  say('Ctrl-C stops it.')
  if (config.mode === 'dev') await serveSources(address, endings)
}

/** Ends once, in the reverse order of the start, whatever asks for it. */
function endOnSignal(endings: Ending[]): (code: number) => Promise<void> {
  let ending: Promise<void> | undefined
  const end = (code: number) => {
    ending ??= (async () => {
      for (const each of endings) await each().catch((error: Error) => console.error(error.message))
      process.exit(code)
    })()
    return ending
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end(0))
  return end
}

async function openPostgres(config: Config, endings: Ending[], end: (code: number) => Promise<void>): Promise<string> {
  if (config.databaseUrl !== null) {
    await checkExternalPostgres(config.databaseUrl)
    return config.databaseUrl
  }
  const postgres = await startEmbeddedPostgres({ dataFolder: config.dataFolder, say })
  if (postgres.started === 'shared')
    throw new StartProblem(
      `Homeward already runs on ${config.dataFolder}. Use another --data folder, or DATABASE_URL to let two servers share one database.`,
    )
  let stopping = false
  endings.push(() => {
    stopping = true
    return postgres.stop()
  })
  void postgres.ended.then(() => {
    if (stopping) return
    console.error(
      'The database ended unexpectedly; Homeward stops. Start it again: nothing that was confirmed is lost.',
    )
    return end(1)
  })
  return postgres.url
}

type OpenHouse = House & { readonly changes: Awaited<ReturnType<typeof openChanges>> }

async function openHouse(config: Config, url: string, endings: Ending[]): Promise<OpenHouse> {
  if (!config.objectStore || !config.filesKey) openDataFolder(config.dataFolder)
  const database = openDatabase(url)
  endings.unshift(() => database.close())
  await fillPriceBook(database)
  const published = await publishCatalogue(database, path.join(projectFolder, 'catalogue', 'schemes'))
  for (const { name, ignored } of await ignoredFiles(database))
    say(
      `catalogue/schemes/${name} is not what was published as ${ignored.join(', ')}: a published edition never changes. Give the change an edition of its own.`,
    )
  const changes = await openChanges(url)
  endings.unshift(() => changes.close())
  const editions = await loadEditions(database)
  changes.watch(everyServer, () => void editions.reload().catch((error: Error) => console.error(error.message)))
  if (published.length > 0) changes.publish(directoryChange)
  const place = config.objectStore
    ? openBucket({ ...config.objectStore, accessKey: config.objectStore.key, secretKey: config.objectStore.secret })
    : await openDisk(path.join(config.dataFolder, 'files'))
  const printer = openPrinter({ templates: path.join(projectFolder, 'catalogue', 'letters') })
  endings.unshift(() => printer.close())
  const schemeDesk = openSchemeDesk()
  endings.unshift(() => schemeDesk.close())
  return {
    database,
    editions,
    clock: systemClock(Intl.DateTimeFormat().resolvedOptions().timeZone),
    mail: openMailbox(config, endings),
    textMessage: config.textMessages ? openTextMessages(config.textMessages) : keptTextMessages(),
    files: openFileStore(place, { current: await filesKey(config) }),
    printer,
    spreadsheets,
    schemeDesk,
    sniffer: fileSniffer,
    images: imagePreparer,
    publish: changes.publish,
    changes,
  }
}

function openMailbox({ mail }: Config, endings: Ending[]): House['mail'] {
  if (!mail) return keptMail()
  const opened = openMail(mail)
  endings.unshift(async () => opened.close())
  return opened
}

/** The key of the stored files: from the environment, else one made once and kept readable by its owner only. */
async function filesKey(config: Config): Promise<Uint8Array> {
  if (config.filesKey) return config.filesKey
  const file = path.join(config.dataFolder, 'files.key')
  if (!existsSync(file)) await makeKey(file)
  const key = await readFile(file, 'utf8')
  if (!/^[0-9a-f]{64}\s*$/.test(key))
    throw new StartProblem(
      `The key in ${file} is not whole; restore that file from a backup, for without it no stored file can be read.`,
    )
  return Buffer.from(key.trim(), 'hex')
}

/** Under its name only when it is whole and on the disk; of two servers that start at once, the first one's key counts. */
async function makeKey(file: string): Promise<void> {
  const key = randomBytes(32).toString('hex')
  const unfinished = `${file}-${process.pid}`
  await writeFile(unfinished, key, { mode: 0o600, flush: true })
  await link(unfinished, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(unfinished)
}

/** An empty system gets the fictive year, or its first administrator. */
async function fill(house: OpenHouse, config: Config): Promise<void> {
  if (!(await isUnfounded(house.database))) return
  if (config.demo) await foundDemonstration(house, say, 'year')
  else await askFirstAdministrator(house.database)
  await house.editions.reload()
}

async function listen(server: Awaited<ReturnType<typeof createServer>>, { host, port }: Config): Promise<string> {
  try {
    return await server.listen({ host, port })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE')
      throw new StartProblem(
        `Port ${port} is taken by another program. Choose another one: npm start -- --port ${port + 1}`,
      )
    if ((error as NodeJS.ErrnoException).code === 'EACCES')
      throw new StartProblem(
        `Port ${port} may not be used by this user. Choose one above 1023: npm start -- --port 4180`,
      )
    throw error
  }
}

function printAccounts(accounts: readonly DemonstrationAccount[]): void {
  say('')
  say(`This is a demonstration with invented people. Every account has the password ${accounts[0]?.password ?? ''}`)
  for (const { email, role, office, scheme } of accounts)
    if (!scheme) say(`  ${role.padEnd(22)}${email.padEnd(28)}${office}`)
  say('The other schemes, one account for each role (name@homeward.example); the sign-in page shows all of them:')
  for (const [scheme, players] of Map.groupBy(accounts, (account) => account.scheme?.en)) {
    const one = [...Map.groupBy(players, ({ role }) => role)].map(([role, [first]]) => `${nickname(first)} (${role})`)
    if (scheme) say(`  ${scheme}: ${one.join(', ')}`)
  }
  say('')
}

function nickname(account: DemonstrationAccount | undefined): string {
  return account?.email.split('@')[0] ?? ''
}

/** `npm run dev`: the screens from their sources, with reload, in front of this server. */
async function serveSources(address: string, endings: Ending[]): Promise<void> {
  const { createServer: createVite } = await import('vite')
  const vite = await createVite({
    configFile: path.join(projectFolder, 'vite.config.ts'),
    server: { proxy: { '^/api/': { target: address, changeOrigin: false } } },
  })
  await vite.listen()
  endings.unshift(() => vite.close())
  vite.printUrls()
}

/** A database that is just stopping (another Homeward on its way out) takes the connection away. */
function databaseAway({ message, code }: Error & { code?: string }): string | undefined {
  const away = /Connection terminated|shutting down|starting up/.test(message) || code === 'ECONNREFUSED'
  return away ? 'The database went away while Homeward was starting. Start it again in a moment.' : undefined
}

const config = readConfig()
if (isConfigProblem(config)) {
  console.error(config.problem)
  process.exitCode = 2
} else
  await start(config).catch((error: Error) => {
    console.error(error instanceof StartProblem ? error.message : (databaseAway(error) ?? error))
    process.exit(1)
  })
