// A server that already runs on the data folder: left by a Homeward that was killed, or in use by another one.
import { existsSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod/mini'
import { SOCKET_PORT, type Listening } from './settings.ts'
import { StartProblem } from './start-problem.ts'

export type Running = { readonly pid: number; readonly listening: Listening; readonly ready: boolean }

const Owner = z.object({ pid: z.int(), born: z.string() })

/** Reads the server's own note (postmaster.pid) and makes sure that the process it names is that server. */
export function findRunning(databaseFolder: string): Running | null {
  const note = path.join(databaseFolder, 'postmaster.pid')
  if (!existsSync(note)) return null
  const lines = readFileSync(note, 'utf8').split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid < 2 || !isServerOf(pid, databaseFolder)) return null
  const folder = lines[4]?.trim() ?? ''
  const port = Number(lines[3])
  const listening: Listening =
    folder !== '' && port === SOCKET_PORT ? { kind: 'socket', folder } : { kind: 'port', port }
  return { pid, listening, ready: lines[7]?.trim() === 'ready' }
}

/** After a power cut the note may name a process number that is now someone else's; the server would then not start. */
export function forgetDeadServer(databaseFolder: string): void {
  rmSync(path.join(databaseFolder, 'postmaster.pid'), { force: true })
}

function isServerOf(pid: number, databaseFolder: string): boolean {
  if (!isAlive(pid)) return false
  if (existsSync('/proc/self/cwd')) {
    try {
      // The server works inside its data folder: that names it without doubt.
      return realpathSync(`/proc/${pid}/cwd`) === realpathSync(databaseFolder)
    } catch {
      return false
    }
  }
  if (process.platform === 'win32') return true
  return spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout.includes(databaseFolder)
}

/** Fast shutdown: open transactions are rolled back, the data is written, the server ends. */
export async function stopRunning(pid: number): Promise<void> {
  signal(pid, 'SIGINT')
  for (let waited = 0; waited < 20_000; waited += 20) {
    if (!isAlive(pid)) return
    await pause(20)
  }
  signal(pid, 'SIGQUIT')
  for (let waited = 0; waited < 5_000; waited += 20) {
    if (!isAlive(pid)) return
    await pause(20)
  }
  throw new StartProblem(
    `The database server (process ${pid}) does not stop; stop it by hand and start Homeward again.`,
  )
}

/** The Homeward that is answerable for the server and is still running, or null. */
export function livingOwner(dataFolder: string): number | null {
  try {
    const owner = Owner.parse(JSON.parse(readFileSync(ownerNote(dataFolder), 'utf8')))
    return isAlive(owner.pid) && bornAt(owner.pid) === owner.born ? owner.pid : null
  } catch {
    return null
  }
}

export function becomeOwner(dataFolder: string): void {
  const note = JSON.stringify({ pid: process.pid, born: bornAt(process.pid) })
  writeFileSync(ownerNote(dataFolder), note, { mode: 0o600 })
}

export function leaveOwnership(dataFolder: string): void {
  rmSync(ownerNote(dataFolder), { force: true })
}

function ownerNote(dataFolder: string): string {
  return path.join(dataFolder, 'postgres-owner.json')
}

/** When the process began, so that another one with the same number is not mistaken for it. Empty where unknown. */
function bornAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field, the name, may hold spaces: count from its closing bracket. The start time is field 22.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM'
  }
}

/** A process that has ended and that nobody has asked about yet still has its number. */
function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z')
  } catch {
    return false
  }
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT'): void {
  try {
    process.kill(pid, name)
  } catch {
    // Already gone, which is what was wanted.
  }
}
