// The screens as they are served, built once for each state of their sources.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'

import { webSourcesHash } from '../../bootstrap.mjs'

const projectFolder = path.join(import.meta.dirname, '..', '..')

/** The folder of the built screens. Builds them when no build of the present sources is at hand. */
export async function builtWeb(): Promise<string> {
  const cache = path.join(projectFolder, 'node_modules', '.cache')
  const folder = path.join(cache, `web-${webSourcesHash(projectFolder).slice(0, 16)}`)
  if (existsSync(folder)) return folder
  const unfinished = `${folder}-${process.pid}`
  mkdirSync(cache, { recursive: true })
  await build(unfinished)
  try {
    renameSync(unfinished, folder)
  } catch (cause) {
    // Another process was quicker with the same.
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(folder)) throw cause
  }
  return folder
}

/** In a process of its own: in that of the tests, which is no production, the build would be another one. */
function build(folder: string): Promise<void> {
  const vite = path.join(projectFolder, 'node_modules', 'vite', 'bin', 'vite.js')
  const words = [vite, 'build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error']
  const env = { ...process.env, NODE_ENV: 'production' }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { cwd: projectFolder, env, stdio: ['ignore', 'ignore', 'inherit'] })
    child.on('error', reject)
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error('The screens could not be built.'))))
  })
}
