import { existsSync } from 'node:fs'
import path from 'node:path'

import { loadEditions } from '#app/editions.ts'
import type { House } from '#app/house.ts'
import { isConfigProblem, readConfig } from '#config'
import type { Config } from '#config'
import { openDatabase } from '#db/connect.ts'
import { startEmbeddedPostgres, StartProblem } from '#db/embedded-postgres.ts'
import { checkExternalPostgres } from '#db/external-postgres.ts'

import type { Call } from './call.ts'
import { sentence } from './sentence.ts'

/** What a verb needs of a Homeward: its database and its editions. */
export type AtWork = Pick<House, 'database' | 'editions'>

const wrongCall = 2
const notPossible = 1

/**
 * Does a verb's work on the Homeward that the call and the environment name: a server of one's own (DATABASE_URL), or
 * the database of a data folder, which is started for as long as the work takes unless a Homeward already runs it.
 * Nothing is made that is not there.
 */
export async function atWork(call: Call, work: (house: AtWork) => Promise<number>): Promise<number> {
  const { data } = call.options
  const config = readConfig(typeof data === 'string' ? ['--data', data] : [])
  if (isConfigProblem(config)) {
    call.complain(config.problem)
    return wrongCall
  }
  if (config.databaseUrl === null && !existsSync(path.join(config.dataFolder, 'postgres'))) {
    call.complain(sentence('nothing-here', call.language, { folder: config.dataFolder }))
    return notPossible
  }
  try {
    const postgres = await reach(config)
    try {
      return await onDatabase(call, postgres.url, work)
    } finally {
      await postgres.stop()
    }
  } catch (problem) {
    if (!(problem instanceof StartProblem)) throw problem
    call.complain(problem.message)
    return notPossible
  }
}

async function reach({ databaseUrl, dataFolder }: Config): Promise<{ url: string; stop(): Promise<void> }> {
  if (databaseUrl === null) return startEmbeddedPostgres({ dataFolder })
  await checkExternalPostgres(databaseUrl)
  return { url: databaseUrl, stop: async () => undefined }
}

async function onDatabase(call: Call, url: string, work: (house: AtWork) => Promise<number>): Promise<number> {
  const database = openDatabase(url, 4)
  try {
    const editions = await loadEditions(database).catch(() => undefined)
    if (editions) return await work({ database, editions })
    call.complain(sentence('not-set-up', call.language))
    return notPossible
  } finally {
    await database.close()
  }
}
