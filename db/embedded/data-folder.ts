// The folder of the embedded database. A new cluster is made under another name and renamed when it is whole, so that
// the final name never holds half of one.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { accessSync, chmodSync, closeSync, constants, existsSync, mkdirSync, openSync } from 'node:fs'
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { giveTo, isReachableByAll, type Account } from './account.ts'
import { codeOf, makeFolder, type Binaries } from './binaries.ts'
import { StartProblem } from './start-problem.ts'

export type DataFolder = {
  readonly root: string
  /** The cluster. */
  readonly database: string
  readonly passwordFile: string
  readonly log: string
}

/** Makes the folder when it is missing and checks that it can be written. */
export function openDataFolder(dataFolder: string): DataFolder {
  const root = path.resolve(dataFolder)
  makeFolder(root)
  try {
    accessSync(root, constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new StartProblem(
      `The data folder ${root} cannot be written (${codeOf(cause)}); choose another with --data.`,
      {
        cause,
      },
    )
  }
  return {
    root,
    database: path.join(root, 'postgres'),
    passwordFile: path.join(root, 'postgres-password'),
    log: path.join(root, 'postgres.log'),
  }
}

/** Says whether there is a cluster, and refuses one that is damaged or of another version. */
export function hasCluster(folder: DataFolder, binaries: Binaries): boolean {
  if (!existsSync(folder.database)) return false
  try {
    accessSync(folder.database, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (cause) {
    throw new StartProblem(
      `The database in ${folder.database} belongs to another account of this machine; start Homeward as that account, or choose another folder with --data.`,
      { cause },
    )
  }
  if (readdirSync(folder.database).length === 0) {
    rmSync(folder.database, { recursive: true })
    return false
  }
  const versionFile = path.join(folder.database, 'PG_VERSION')
  const whole = existsSync(versionFile) && existsSync(path.join(folder.database, 'global', 'pg_control'))
  if (!whole) {
    throw new StartProblem(
      `The folder ${folder.database} holds files but not a whole database; restore it from a backup, or choose another folder with --data.`,
    )
  }
  const major = Number(readFileSync(versionFile, 'utf8').trim())
  if (major !== binaries.major) {
    throw new StartProblem(
      `The database in ${folder.database} was made by PostgreSQL ${major}, and this Homeward brings PostgreSQL ${binaries.major}; restore a backup into a new folder instead.`,
    )
  }
  if (!existsSync(folder.passwordFile)) {
    throw new StartProblem(`The file ${folder.passwordFile} is missing; restore it from a backup of the data folder.`)
  }
  return true
}

/** Makes an empty cluster: UTF-8, ICU order, password needed. What an interrupted attempt left is removed first. */
export async function createCluster(
  folder: DataFolder,
  binaries: Binaries,
  account: Account | null,
  fast: boolean,
): Promise<void> {
  const unfinished = `${folder.database}-unfinished`
  // Nothing was ever served from here, so nothing can be lost.
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  giveTo(unfinished, account)
  const password = randomBytes(24).toString('hex')
  const hand = handOverPassword(password, account)
  const words = ['--username=homeward', '--auth=scram-sha-256', `--pwfile=${hand.file}`, '--encoding=UTF8']
  words.push('--locale-provider=icu', '--icu-locale=und', `--locale=${systemLocale()}`)
  if (fast) words.push('--no-sync')
  const reached = reach(unfinished, account)
  try {
    await runInitdb(binaries.initdb, ['-D', reached.name, ...words], reached.descriptor, account)
  } finally {
    reached.close()
    rmSync(hand.folder, { recursive: true, force: true })
  }
  writeFileSync(folder.passwordFile, password, { mode: 0o600 })
  chmodSync(folder.passwordFile, 0o600)
  renameSync(unfinished, folder.database)
}

function runInitdb(
  program: string,
  words: string[],
  descriptor: number | null,
  account: Account | null,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const stdio = ['ignore', 'ignore', 'pipe', ...(descriptor === null ? [] : [descriptor])] as const
    const child = spawn(program, words, { cwd: '/', stdio: [...stdio], env: { LC_ALL: 'C', TZ: 'UTC' }, ...account })
    let complaint = ''
    child.stderr?.on('data', (part: Buffer) => {
      complaint += part.toString()
    })
    child.on('error', (cause) => {
      const sentence = `The PostgreSQL that comes with Homeward does not run on this system (${cause.message}); set DATABASE_URL to a PostgreSQL 15 or newer.`
      reject(new StartProblem(sentence, { cause }))
    })
    child.on('close', (code) => {
      if (code === 0) return resolve()
      const lines = complaint.split('\n').filter((line) => line.includes('error') || line.includes('FATAL'))
      reject(new StartProblem(`The database could not be made: ${lines[0]?.trim() ?? `initdb ended with ${code}`}.`))
    })
  })
}

/** initdb reads the password from a file, which its account must be able to read. */
function handOverPassword(password: string, account: Account | null): { folder: string; file: string } {
  const parent = [tmpdir(), '/tmp'].find((folder) => account === null || isReachableByAll(folder)) ?? tmpdir()
  const folder = path.join(parent, `homeward-${randomBytes(8).toString('hex')}`)
  mkdirSync(folder, { mode: 0o700 })
  const file = path.join(folder, 'password')
  writeFileSync(file, password, { mode: 0o600, flag: 'wx' })
  giveTo(folder, account)
  return { folder, file }
}

/**
 * How the server names its data folder. Run by root it works under another account, which may be unable to pass the
 * folders above (root's home, for one). An open descriptor of the folder needs none of them.
 */
export function reach(
  folder: string,
  account: Account | null,
): { name: string; descriptor: number | null; close(): void } {
  if (account === null || !existsSync('/proc/self/fd')) return { name: folder, descriptor: null, close: () => {} }
  const descriptor = openSync(folder, 'r')
  // Behind standard input, output and errors, the handed-over descriptor is number 3 in the child.
  return { name: '/proc/self/fd/3', descriptor, close: () => closeSync(descriptor) }
}

/** The order of texts comes from ICU; this decides which characters count as letters, and must know all of Unicode. */
function systemLocale(): string {
  if (process.platform === 'linux') return 'C.UTF-8'
  return process.platform === 'darwin' ? 'en_US.UTF-8' : 'C'
}
