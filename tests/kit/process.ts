import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const projectFolder = path.join(import.meta.dirname, '..', '..')

/** A Homeward as people start it: its own process, spoken to over the network and by signals. */
export type Running = {
  readonly child: ChildProcess
  /** Where it listens, once it said that it is ready. Rejects with what it said when it ended before. */
  readonly ready: Promise<string>
  /** How it ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>
  said(): string
  complained(): string
  /** Kills it as a power cut does, and waits until it is gone. */
  kill(): Promise<void>
  /** Asks it to stop, as Ctrl-C does, and waits. */
  stop(): Promise<void>
}

type Starting = {
  readonly words?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  /** Lines that are typed at its questions; the input ends after them. */
  readonly typed?: readonly string[]
}

const stillRunning = new Set<ChildProcess>()

/** Starts `main.ts` on a free port. Ends with the test process at the latest. */
export function startHomeward({ words = [], environment = {}, typed }: Starting = {}): Running {
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(DATABASE_URL|HOMEWARD_|SMTP_|SMS_|S3_|NODE_|VITEST|PUBLIC_URL)/.test(name),
    ),
  )
  const child = spawn(process.execPath, ['main.ts', 'start', ...words], {
    cwd: projectFolder,
    // What was compiled once is not compiled again: half the time of a start.
    env: { ...clean, NODE_COMPILE_CACHE: path.join(tmpdir(), 'homeward-compiled'), ...environment },
    stdio: [typed ? 'pipe' : 'ignore', 'pipe', 'pipe'],
  })
  stillRunning.add(child)
  let [output, errors] = ['', '']
  if (typed) child.stdin?.end(typed.map((line) => `${line}\n`).join(''))
  child.stdin?.on('error', () => undefined)
  child.stderr?.on('data', (part: Buffer) => (errors += part.toString()))
  const ended: Running['ended'] = new Promise((resolve) =>
    child.on('close', (code, signal) => {
      stillRunning.delete(child)
      resolve({ code, signal })
    }),
  )
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (part: Buffer) => {
      output += part.toString()
      const [, address] = /Homeward is ready: (\S+)/.exec(output) ?? []
      if (address) resolve(address)
    })
    void ended.then(() => reject(new Error(`Homeward ended before it was ready:\n${output}\n${errors}`)))
  })
  ready.catch(() => undefined)
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  return {
    child,
    ready,
    ended,
    said: () => output,
    complained: () => errors,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

process.once('exit', () => stillRunning.forEach((child) => child.kill('SIGKILL')))

/** A folder of one's own that is there, empty, and can be reached by the account the database runs under. */
export function emptyFolder(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'homeward-data-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) }
}

/** A session at a server that listens. */
export async function signInAt(address: string, email: string, password: string): Promise<string> {
  const answer = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
  })
  if (answer.status !== 200) throw new Error(`${email} was not let in: ${await answer.text()}`)
  return String(answer.headers.get('set-cookie')).split(';')[0] ?? ''
}
