// Keeps package-lock.json complete. A registry that lacks a package built for another system makes npm leave that
// package out of the lock, and `npm ci` then refuses the lock on every system. The name, the version and the system are
// known from the package that asks for it, so the entry can be written without the registry.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

type LockEntry = {
  version?: string
  dev?: boolean | undefined
  optional?: boolean
  os?: string[] | undefined
  cpu?: string[] | undefined
  libc?: string[] | undefined
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
}
export type Lock = { packages: Record<string, LockEntry> }

export type MissingPackage = { name: string; version: string; askedBy: string }

const SYSTEMS: Record<string, string> = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  openharmony: 'openharmony',
  win32: 'win32',
  windows: 'win32',
}
const PROCESSORS: Record<string, string> = {
  arm: 'arm',
  arm64: 'arm64',
  ia32: 'ia32',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  wasm32: 'wasm32',
  x64: 'x64',
}

/** The optional packages that some package of the lock asks for and that the lock does not hold. */
export function findMissingPackages(lock: Lock): MissingPackage[] {
  const missing = new Map<string, MissingPackage>()
  for (const [place, entry] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isHeld(lock, place, name)) continue
      missing.set(name, { name, version: range.replace(/^[\^~]/, ''), askedBy: place })
    }
  }
  return [...missing.values()]
}

/** The same lock with an entry for each missing package, in npm's order. */
export function completeLock(lock: Lock): Lock {
  const packages = { ...lock.packages }
  for (const { name, version, askedBy } of findMissingPackages(lock)) {
    const dev = lock.packages[askedBy]?.dev === true
    const { cpu, libc, os } = systemOf(name)
    const entry = { version, cpu, dev: dev ? true : undefined, libc, optional: true, os }
    packages[`node_modules/${name}`] = entry
  }
  const inOrder = Object.entries(packages).sort(([left], [right]) => left.localeCompare(right, 'en'))
  return { ...lock, packages: Object.fromEntries(inOrder) }
}

/** Reads the system a package is built for from its name, such as binding-linux-arm64-musl. */
export function systemOf(name: string): Pick<LockEntry, 'os' | 'cpu' | 'libc'> {
  const words = name.slice(name.indexOf('/') + 1).split('-')
  const os = words.map((word) => SYSTEMS[word]).find((found) => found !== undefined)
  const cpu = words.map((word) => PROCESSORS[word]).find((found) => found !== undefined)
  const last = words.at(-1) ?? ''
  const libc =
    os !== 'linux' ? undefined : last.startsWith('musl') ? 'musl' : last.startsWith('gnu') ? 'glibc' : undefined
  return { cpu: cpu ? [cpu] : undefined, libc: libc ? [libc] : undefined, os: os ? [os] : undefined }
}

function isHeld(lock: Lock, place: string, name: string): boolean {
  let folder = place
  for (;;) {
    const candidate = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`
    if (lock.packages[candidate] !== undefined) return true
    if (folder === '') return false
    const cut = folder.lastIndexOf('/node_modules/')
    folder = cut === -1 ? '' : folder.slice(0, cut)
  }
}

/** Reads package-lock.json of the project. */
export function readLock(projectFolder: string): Lock {
  return JSON.parse(readFileSync(path.join(projectFolder, 'package-lock.json'), 'utf8')) as Lock
}

if (import.meta.main) {
  const projectFolder = path.join(import.meta.dirname, '..', '..')
  const lock = readLock(projectFolder)
  const missing = findMissingPackages(lock)
  writeFileSync(path.join(projectFolder, 'package-lock.json'), `${JSON.stringify(completeLock(lock), null, 2)}\n`)
  process.stdout.write(`${missing.length} packages of other systems added to package-lock.json.\n`)
}
