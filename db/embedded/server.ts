// One server process: starting it, waiting until it answers, stopping it.
import { spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, closeSync, existsSync, openSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { giveTo, type Account } from './account.ts'
import { makeSocketFolder, type Binaries } from './binaries.ts'
import { reach, type DataFolder } from './data-folder.ts'
import { findRunning, stopRunning } from './running.ts'
import { serverArguments, type Listening } from './settings.ts'
import { StartProblem } from './start-problem.ts'

export type Server = {
  readonly pid: number
  readonly listening: Listening
  /** Settles when the process has ended, wanted or not. */
  readonly ended: Promise<void>
  /** Ends it at once when Homeward itself ends without having stopped it. */
  interrupt(): void
  stop(): Promise<void>
}

export type ServerPlan = {
  readonly folder: DataFolder
  readonly binaries: Binaries
  readonly account: Account | null
  readonly fast: boolean
  /** Ports to try one after the other; null: a socket. */
  readonly ports: readonly number[] | null
}

const LOG_LIMIT = 10_000_000

/** Starts the server and returns when it accepts connections. A port that is taken is answered with the next one. */
export async function startServer(plan: ServerPlan): Promise<Server> {
  if (plan.ports === null) return startOnce(plan, socketIn(plan.account))
  for (const port of plan.ports) {
    try {
      return await startOnce(plan, { kind: 'port', port })
    } catch (problem) {
      if (!(problem instanceof StartProblem) || !lastWords(plan.folder.log).includes('Address already in use'))
        throw problem
    }
  }
  throw new StartProblem(`None of the ports ${plan.ports.join(', ')} is free for the database; free one of them.`)
}

function socketIn(account: Account | null): Listening {
  const folder = makeSocketFolder()
  chmodSync(folder, 0o700)
  giveTo(folder, account)
  return { kind: 'socket', folder }
}

async function startOnce(plan: ServerPlan, listening: Listening): Promise<Server> {
  const { folder, account } = plan
  if (existsSync(folder.log) && statSync(folder.log).size > LOG_LIMIT) truncateSync(folder.log)
  const log = openSync(folder.log, 'a', 0o600)
  const reached = reach(folder.database, account)
  const words = ['-D', reached.name, ...serverArguments(listening, plan.fast)]
  const child = spawn(plan.binaries.postgres, words, {
    cwd: '/',
    // In a session of its own: the interrupt key of a terminal reaches Homeward, which then stops it in good order.
    detached: true,
    stdio: ['ignore', log, log, ...(reached.descriptor === null ? [] : [reached.descriptor])],
    env: { LC_ALL: 'C', TZ: 'UTC' },
    ...account,
  })
  closeSync(log)
  reached.close()
  const ended = new Promise<void>((resolve) => {
    child.on('exit', () => resolve())
    child.on('error', () => resolve())
  })
  await waitUntilReady(child, plan, listening, ended)
  child.unref()
  const pid = child.pid ?? 0
  return {
    pid,
    listening,
    ended,
    interrupt: () => child.kill('SIGINT'),
    stop: async () => {
      child.ref()
      if (child.exitCode === null && child.signalCode === null) await stopRunning(pid)
      await ended
      clearListening(listening)
    },
  }
}

async function waitUntilReady(child: ChildProcess, plan: ServerPlan, listening: Listening, ended: Promise<void>) {
  let over = false
  void ended.then(() => {
    over = true
  })
  // Recovery after a power cut may take long on a slow disk; a server that ends is noticed at once.
  for (let waited = 0; waited < 300_000 && !over; waited += 10) {
    const running = findRunning(plan.folder.database)
    if (running?.ready === true && running.pid === child.pid) return
    await pause(10)
  }
  clearListening(listening)
  if (!over) await stopRunning(child.pid ?? 0)
  const words = lastWords(plan.folder.log)
  throw new StartProblem(
    `The database in ${plan.folder.database} did not start${words === '' ? '' : ` (${words})`}; see ${plan.folder.log}.`,
  )
}

/** Removes the folder of a socket. Only folders made here are touched. */
export function clearListening(listening: Listening): void {
  if (listening.kind === 'socket' && path.basename(listening.folder).startsWith('homeward-')) {
    rmSync(listening.folder, { recursive: true, force: true })
  }
}

/** The last complaints of the server, without time and process. */
function lastWords(log: string): string {
  if (!existsSync(log)) return ''
  const lines = readFileSync(log, 'utf8').trimEnd().split('\n').slice(-6)
  const complaints = lines.filter((line) => /FATAL|ERROR|PANIC|could not|error while loading/.test(line))
  return complaints.map((line) => line.replace(/^.*?(FATAL|ERROR|PANIC|WARNING|LOG): +/, '')).join('; ')
}
