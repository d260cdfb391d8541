// Reads what every file imports and does, and objects where it goes against ARCHITECTURE.md: which room may see which,
// what the pure room must not touch, and who alone may open the database or read the environment.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'
import { readDeeds, type Deed } from './deeds.ts'

export type SourceFile = { readonly path: string; readonly text: string }
export type Objection = { readonly file: string; readonly reason: string }

const everything = [
  'domain',
  'catalogue',
  'contract',
  'db',
  'app',
  'http',
  'jobs',
  'cli',
  'demonstration',
  'outside',
  'web',
  'tests',
]

/** Which other rooms a room may see. A file at the top counts as a room of its own name. */
const MAY_SEE: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  catalogue: ['domain'],
  contract: ['domain'],
  db: ['domain', 'catalogue', 'contract'],
  app: ['domain', 'catalogue', 'contract', 'db'],
  http: ['domain', 'catalogue', 'contract', 'db', 'app'],
  jobs: ['domain', 'catalogue', 'contract', 'db', 'app'],
  cli: ['domain', 'catalogue', 'contract', 'db', 'app', 'config'],
  demonstration: ['domain', 'catalogue', 'contract', 'db', 'app'],
  outside: ['domain', 'app/ports.ts'],
  web: ['domain', 'contract'],
  site: ['domain', 'contract', 'web'],
  main: [...everything, 'config'],
  bench: [...everything, 'config', 'main'],
  tests: [...everything, 'config', 'main', 'bench', 'bootstrap'],
  config: [],
}

/** Packages that only some rooms may import, so that there is no side door. */
const PACKAGES: readonly { readonly name: string; readonly rooms: readonly string[]; readonly reason: string }[] = [
  { name: 'pg', rooms: ['db', 'tests', 'bench'], reason: 'only db speaks to the database' },
  { name: 'fastify', rooms: ['http', 'main', 'tests', 'bench'], reason: 'only http serves requests' },
  { name: 'react', rooms: ['web', 'site', 'tests'], reason: 'only web draws screens' },
]

const SMALL_ZOD_ROOMS = ['domain', 'contract', 'web', 'site']
const VAGUE_NAMES = /^(utils?|common|shared|helpers?|core|misc|index)$/

/** All objections to a set of files, each read only once. */
export function findObjections(files: readonly SourceFile[]): Objection[] {
  return files.flatMap((file) => objectionsTo(file).map((reason) => ({ file: file.path, reason })))
}

/** The hand-written code of the project. */
export function readSources(projectFolder: string): SourceFile[] {
  const skipped = new Set(['node_modules', 'dist', 'data', 'coverage'])
  const below = (folder: string): string[] =>
    readdirSync(path.join(projectFolder, folder), { withFileTypes: true }).flatMap((entry) => {
      if (skipped.has(entry.name) || entry.name.startsWith('.')) return []
      const place = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) return below(place)
      return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [place] : []
    })
  return below('').map((place) => ({ path: place, text: readFileSync(path.join(projectFolder, place), 'utf8') }))
}

function objectionsTo(file: SourceFile): string[] {
  const parsed = parseSync(file.path, file.text)
  if (parsed.errors.length > 0) return [`cannot be read: ${parsed.errors[0]?.message}`]
  const room = roomOf(file.path)
  const isTest = /\.test\.tsx?$/.test(file.path)
  const imports = importsOf(parsed.module, file.text)
  const reasons = imports.flatMap((name) => objectionToImport(file.path, room, isTest, name))
  const deeds = readDeeds(parsed.program).flatMap((deed) => objectionToDeed(room, isTest, deed))
  return [...objectionsToName(file.path), ...reasons, ...new Set(deeds)]
}

type Module = ReturnType<typeof parseSync>['module']

function importsOf(module: Module, text: string): string[] {
  const still = module.staticImports.map((entry) => entry.moduleRequest.value)
  const passedOn = module.staticExports.flatMap((entry) => entry.entries.map((part) => part.moduleRequest?.value))
  const late = module.dynamicImports.map(({ moduleRequest }) => text.slice(moduleRequest.start, moduleRequest.end))
  const named = late.filter((name) => /^['"].*['"]$/.test(name)).map((name) => name.slice(1, -1))
  return [...new Set([...still, ...passedOn.filter((name) => name !== undefined), ...named])]
}

function objectionToImport(file: string, room: string, isTest: boolean, name: string): string[] {
  if (name.startsWith('.')) {
    const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), name))
    const other = roomOf(target)
    const fromTop = !file.includes('/') || room === 'tests'
    if (other === room || fromTop) return fromTop && other !== room ? objectionToRoom(room, isTest, other, target) : []
    return [`reaches into ${other} by "${name}"; across rooms imports are written #${other}/...`]
  }
  if (name.startsWith('#')) {
    const target = name.slice(1)
    const other = roomOf(target)
    if (other === room) return [`imports its own room by "${name}"; inside a room imports are relative`]
    return objectionToRoom(room, isTest, other, target)
  }
  if (isTest) return []
  if (room === 'domain' && name.startsWith('node:')) return [`imports "${name}"; domain knows no machine`]
  if (SMALL_ZOD_ROOMS.includes(room) && name === 'zod') return ['imports "zod"; what reaches the browser uses zod/mini']
  return PACKAGES.filter((rule) => isPackage(name, rule.name) && !rule.rooms.includes(room)).map(
    (rule) => `imports "${name}"; ${rule.reason}`,
  )
}

function objectionToRoom(room: string, isTest: boolean, other: string, target: string): string[] {
  const allowed = MAY_SEE[room]
  if (allowed === undefined) return [`lies in ${room}, a room that ARCHITECTURE.md does not know`]
  if (allowed.includes(other) || allowed.includes(target)) return []
  // Reference data, such as the minor units of currencies, has no code and so no effects.
  if (room === 'domain' && /^catalogue\/.*\.json$/.test(target)) return []
  // The sentences of the screens are data too, so that the command line need not say them a second time.
  if (room === 'cli' && /^web\/locales\/.*\.json$/.test(target)) return []
  // A test may set its scene with anything below main.
  if (isTest && (everything.includes(other) || other === 'config')) return []
  return [`${room} may not see ${other} ("${target}")`]
}

function objectionToDeed(room: string, isTest: boolean, deed: Deed): string[] {
  if (isTest) return []
  if (deed.kind === 'environment') {
    return room === 'config' || room === 'tests' ? [] : [`reads ${deed.text}; only config.ts reads the environment`]
  }
  if (deed.kind === 'scheme-or-country') {
    return room === 'tests' ? [] : [`decides by "${deed.text}"; what a scheme or a country does differently is data`]
  }
  return room === 'domain' ? [`uses ${deed.text}; domain is pure`] : []
}

function objectionsToName(file: string): string[] {
  const vague = file.split('/').find((part) => VAGUE_NAMES.test(part.replace(/\.tsx?$/, '')))
  if (vague === undefined || isTable(file)) return []
  return [`is called ${vague}, which says nothing about what it holds`]
}

/** The tables of commands are the only lists of a folder. */
function isTable(file: string): boolean {
  return /^domain\/.*\/index\.ts$/.test(file)
}

function isPackage(name: string, packageName: string): boolean {
  return name === packageName || name.startsWith(`${packageName}/`)
}

function roomOf(file: string): string {
  const first = file.split('/')[0] ?? ''
  return first.split('.')[0] ?? first
}
