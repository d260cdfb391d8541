#!/usr/bin/env node
// The one door every command goes through. It runs on any Node from 20 on, with nothing installed yet: it looks at the
// running Node, installs what is missing, builds the screens when they are out of date, and hands over to the Node 24
// that comes with the project. Everything it needs is in this file, because nothing else can be relied on yet.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const OLDEST_NODE = 20
const PROJECT_NODE = 24
const projectFolder = path.dirname(fileURLToPath(import.meta.url))

/** What each command runs, as arguments for the project's Node. */
const COMMANDS = {
  // A small young generation and a heap that grows by less keep a busy server under 300 MB (measured with 100,000 cases:
  // 260 instead of 350, as quick).
  start: ['--max-semi-space-size=8', '--heap-growing-percent=80', 'main.ts', 'start'],
  dev: ['main.ts', 'dev'],
  test: ['tests/kit/run.ts'],
  check: ['tests/kit/check.ts'],
  bench: ['bench/run.ts'],
  build: ['node_modules/vite/bin/vite.js', 'build'],
  homeward: ['cli/homeward.ts'],
}

/** The files the screens are made of: when none of them changed, the last build is still good. */
const WEB_SOURCES = ['web', 'domain', 'contract', 'vite.config.ts', 'package-lock.json']

/**
 * Runs one command: everything from the check of the running Node to the hand-over.
 * @param {string[]} words the command and its arguments, such as ['start', '--port', '5000']
 * @returns {Promise<number>} the exit code
 */
export async function run(words) {
  const [command, ...rest] = words
  if (majorOf(process.versions.node) < OLDEST_NODE) {
    return refuse(`Homeward needs Node ${OLDEST_NODE} or newer, and this is Node ${process.versions.node}.`)
  }
  const target = command === undefined ? undefined : COMMANDS[command]
  if (target === undefined) {
    return refuse(`Say what to do: node bootstrap.mjs ${Object.keys(COMMANDS).join(' | ')}.`)
  }
  const stale = whyStale(projectFolder)
  if (stale !== null) {
    const installed = await install(stale)
    if (!installed) {
      return refuse('The installation did not succeed: see the lines above, check the network, and start again.')
    }
  }
  const node = projectNode()
  if (node === null) {
    return refuse(
      `Homeward needs Node ${PROJECT_NODE} or newer on this kind of machine (${process.platform} ${process.arch}), and this is Node ${process.versions.node}.`,
    )
  }
  if (command === 'start') {
    const code = await buildWebWhenStale(node)
    if (code !== 0) return code
  }
  // A verb works with files named from where the person stands; everything else from the project.
  const code = await handOver(node, [...target, ...rest], command === 'homeward' ? process.cwd() : projectFolder)
  if (command === 'build' && code === 0) rememberWebBuild(projectFolder)
  return code
}

/**
 * Says why the installed packages are not those of package-lock.json, or null when they are. npm writes the list of
 * what it installed at the very end of an installation, so that an interrupted one is noticed too.
 * @param {string} folder
 * @returns {string | null}
 */
export function whyStale(folder) {
  const wanted = readPackages(path.join(folder, 'package-lock.json'))
  if (wanted === null) return null
  const present = readPackages(path.join(folder, 'node_modules', '.package-lock.json'))
  if (present === null) return 'nothing is installed yet'
  for (const [place, entry] of Object.entries(wanted)) {
    if (place === '' || entry.link === true) continue
    const found = present[place]
    // Optional packages are those of other platforms: absent here is right, present in another version is not.
    if (found === undefined && entry.optional !== true && entry.devOptional !== true && entry.peer !== true) {
      return `${place.replace('node_modules/', '')} is new`
    }
    if (found !== undefined && found.version !== entry.version) {
      return `${place.replace('node_modules/', '')} has changed`
    }
  }
  return null
}

/**
 * One fingerprint of everything the screens are built from.
 * @param {string} folder
 * @returns {string}
 */
export function webSourcesHash(folder) {
  const hash = createHash('sha256')
  for (const source of WEB_SOURCES) {
    for (const file of filesBelow(path.join(folder, source))) {
      if (/\.test\.tsx?$/.test(file)) continue
      hash.update(path.relative(folder, file)).update('\0').update(readFileSync(file)).update('\0')
    }
  }
  return hash.digest('hex')
}

/**
 * True when the built screens are those of the present sources.
 * @param {string} folder
 */
export function webIsBuilt(folder) {
  const note = path.join(folder, 'dist', '.built-from')
  return existsSync(note) && readFileSync(note, 'utf8') === webSourcesHash(folder)
}

/**
 * Notes what the screens in dist/ were built from.
 * @param {string} folder
 */
export function rememberWebBuild(folder) {
  mkdirSync(path.join(folder, 'dist'), { recursive: true })
  writeFileSync(path.join(folder, 'dist', '.built-from'), webSourcesHash(folder))
}

async function buildWebWhenStale(node) {
  if (!existsSync(path.join(projectFolder, 'vite.config.ts')) || webIsBuilt(projectFolder)) return 0
  process.stdout.write('Building the screens (only after a change) ...\n')
  const code = await handOver(node, [...COMMANDS.build, '--logLevel', 'warn'])
  if (code === 0) rememberWebBuild(projectFolder)
  return code
}

function filesBelow(place) {
  if (!existsSync(place)) return []
  if (/\.[a-z]+$/.test(place)) return [place]
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules' && !entry.name.startsWith('.'))
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const full = path.join(place, entry.name)
      return entry.isDirectory() ? filesBelow(full) : [full]
    })
}

function readPackages(file) {
  if (!existsSync(file)) return null
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null
  } catch {
    return null
  }
}

async function install(reason) {
  process.stdout.write(`Installing what Homeward needs (${reason}). This takes about a minute the first time.\n`)
  const quiet = [
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--include=dev',
    '--include=optional',
    '--loglevel=error',
  ]
  if ((await npm(['ci', ...quiet])) === 0) return true
  process.stdout.write('That did not work; trying once more without the exact list.\n')
  return (await npm(['install', ...quiet])) === 0
}

async function npm(words) {
  const begun = Date.now()
  const seconds = () => Math.round((Date.now() - begun) / 1000)
  const clock = setInterval(() => process.stdout.write(`  still installing, ${seconds()} s\n`), 10_000)
  // Called by an npm script, the same npm is used; called by hand, the one on the PATH.
  const script = process.env.npm_execpath
  const known = script !== undefined && /npm-cli\.c?js$/.test(script) && existsSync(script)
  const code = await new Promise((resolve) => {
    const child = known
      ? spawn(process.execPath, [script, ...words], { cwd: projectFolder, stdio: ['ignore', 'inherit', 'inherit'] })
      : spawn('npm', words, {
          cwd: projectFolder,
          stdio: ['ignore', 'inherit', 'inherit'],
          shell: process.platform === 'win32',
        })
    child.on('error', (problem) => {
      process.stderr.write(`npm could not be started: ${problem.message}\n`)
      resolve(1)
    })
    child.on('exit', (exit) => resolve(exit ?? 1))
  })
  clearInterval(clock)
  if (code === 0) process.stdout.write(`Installed in ${seconds()} s.\n`)
  return code
}

/** The Node that comes with the project, else the running one when it is new enough, else null. */
function projectNode() {
  const windows = process.platform === 'win32'
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`
  const own = path.join(projectFolder, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node')
  // Started once to see that it works: on systems without glibc the file is there and does not run.
  if (existsSync(own) && spawnSync(own, ['--version'], { stdio: 'ignore' }).status === 0) return own
  return majorOf(process.versions.node) >= PROJECT_NODE ? process.execPath : null
}

function handOver(node, words, folder = projectFolder) {
  const bin = path.join(projectFolder, 'node_modules', '.bin')
  const file = words.find((word) => !word.startsWith('--')) ?? ''
  const script = path.join(projectFolder, file)
  if (!existsSync(script)) return Promise.resolve(refuse(`${file} is missing from this copy of Homeward.`))
  return new Promise((resolve) => {
    const child = spawn(
      node,
      [...words.slice(0, words.indexOf(file)), script, ...words.slice(words.indexOf(file) + 1)],
      {
        cwd: folder,
        stdio: 'inherit',
        env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` },
      },
    )
    const forward = (signal) => child.kill(signal)
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, forward)
    child.on('error', (problem) => resolve(refuse(`Node could not be started: ${problem.message}`)))
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, forward)
      resolve(code ?? 128 + (constants.signals[signal] ?? 0))
    })
  })
}

function majorOf(version) {
  return Number(version.split('.')[0])
}

function refuse(sentence) {
  process.stderr.write(`${sentence}\n`)
  return 1
}

const calledByHand = process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
if (calledByHand) {
  run(process.argv.slice(2)).then((code) => {
    process.exitCode = code
  })
}
