// The PostgreSQL that Homeward brings along and runs itself, so that one command starts everything.
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { serverAccount } from './embedded/account.ts'
import { findBinaries } from './embedded/binaries.ts'
import { createCluster, hasCluster, openDataFolder, type DataFolder } from './embedded/data-folder.ts'
import {
  becomeOwner,
  findRunning,
  forgetDeadServer,
  leaveOwnership,
  livingOwner,
  stopRunning,
} from './embedded/running.ts'
import { clearListening, startServer, type Server } from './embedded/server.ts'
import { addressOf, type Listening } from './embedded/settings.ts'
import { StartProblem } from './embedded/start-problem.ts'

export { StartProblem } from './embedded/start-problem.ts'

export type EmbeddedPostgres = {
  /** Address of the database "homeward" as its owner, for `pg`, `psql` and `new URL`. */
  readonly url: string
  /**
   * fresh: the database was made now. existing: it was there and has been started. adopted: a server left running by a
   * Homeward that was killed has been stopped and started again. shared: another Homeward runs it and goes on doing so.
   */
  readonly started: 'fresh' | 'existing' | 'adopted' | 'shared'
  /** Settles when the server has ended, wanted or not. Never for a shared one. */
  readonly ended: Promise<void>
  /** Fast shutdown; may be called twice. Does nothing to a shared server. */
  stop(): Promise<void>
}

export type EmbeddedOptions = {
  /** Made when missing. Holds the database, its password and its log. */
  readonly dataFolder: string
  /** Told in a sentence what takes time. */
  readonly say?: (sentence: string) => void
  /** For tests only: quick, and not safe in a power cut. */
  readonly fast?: boolean
  /** Default: a socket, except on Windows. */
  readonly over?: 'socket' | 'port'
  /** The ports to try in turn, when it is a port. */
  readonly ports?: readonly number[]
}

/** Below 32768, where systems hand out ports for outgoing connections. */
const PORTS = [15_432, 15_433, 15_434, 15_532, 16_432, 17_432, 18_432, 19_432]
const DATABASE = 'homeward'

/**
 * Starts the database of a data folder and returns when it accepts connections. It ends with this process: by stop(),
 * by an interrupt that nobody else handles, or at the latest when the process exits.
 * @throws StartProblem with one sentence for the person who starts Homeward
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { say = () => {}, fast = false } = options
  const over = options.over ?? (process.platform === 'win32' ? 'port' : 'socket')
  const folder = openDataFolder(options.dataFolder)
  const account = serverAccount(folder.database)
  const binaries = findBinaries(account)
  let started: EmbeddedPostgres['started'] = 'existing'
  if (!hasCluster(folder, binaries)) {
    say('Making the database (only the first time).')
    await createCluster(folder, binaries, account, fast)
    started = 'fresh'
  }
  const running = findRunning(folder.database)
  if (running !== null) {
    if (livingOwner(folder.root) !== null) return share(folder, running.listening)
    say('A database server was left running by a Homeward that was killed; restarting it.')
    await stopRunning(running.pid)
    clearListening(running.listening)
    started = 'adopted'
  }
  forgetDeadServer(folder.database)
  becomeOwner(folder.root)
  const server = await startServer({
    folder,
    binaries,
    account,
    fast,
    ports: over === 'port' ? (options.ports ?? PORTS) : null,
  })
  const stop = once(async () => {
    release()
    await server.stop()
    leaveOwnership(folder.root)
  })
  const release = endWithThisProcess(server, stop)
  try {
    const password = readPassword(folder)
    await ensureDatabase(addressOf(server.listening, password, 'postgres'))
    return { url: addressOf(server.listening, password, DATABASE), started, ended: server.ended, stop }
  } catch (problem) {
    await stop()
    throw problem
  }
}

function share(folder: DataFolder, listening: Listening): EmbeddedPostgres {
  return {
    url: addressOf(listening, readPassword(folder), DATABASE),
    started: 'shared',
    ended: new Promise(() => {}),
    stop: async () => {},
  }
}

function readPassword(folder: DataFolder): string {
  return readFileSync(folder.passwordFile, 'utf8').trim()
}

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE])
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`)
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause)
    throw new StartProblem(`The database was started and does not let Homeward in: ${detail}.`, { cause })
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * The server must not outlive us. Whoever handles interrupts calls stop(); when nobody does, we do. On any other way
 * out the exit hook interrupts the server, which then shuts down on its own.
 */
function endWithThisProcess(server: Server, stop: () => Promise<void>): () => void {
  const onExit = () => server.interrupt()
  const onSignal = (signal: NodeJS.Signals) => {
    if (process.listenerCount(signal) > 0) return
    void stop().finally(() => process.kill(process.pid, signal))
  }
  const signals: NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP']
  process.on('exit', onExit)
  for (const signal of signals) process.once(signal, onSignal)
  return () => {
    process.off('exit', onExit)
    for (const signal of signals) process.off(signal, onSignal)
  }
}

function once(action: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null
  return () => (done ??= action())
}
