// The screens as they are served, built once for each state of their sources.
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'

import { webSourcesHash } from '../../bootstrap.mjs'

const projectFolder = path.join(import.meta.dirname, '..', '..')

/** The folder of the built screens. Builds them when no build of the present sources is at hand. */
export async function builtWeb(): Promise<string> {
  const cache = path.join(projectFolder, 'node_modules', '.cache')
  const folder = path.join(cache, `web-${webSourcesHash(projectFolder).slice(0, 16)}`)
  if (existsSync(folder)) return folder
  const unfinished = `${folder}-${process.pid}`
  mkdirSync(cache, { recursive: true })
  await build({
    configFile: path.join(projectFolder, 'vite.config.ts'),
    mode: 'production',
    logLevel: 'error',
    build: { outDir: unfinished, emptyOutDir: true },
  })
  try {
    renameSync(unfinished, folder)
  } catch (cause) {
    // Another process was quicker with the same.
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(folder)) throw cause
  }
  return folder
}
