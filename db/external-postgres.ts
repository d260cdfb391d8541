// A PostgreSQL that the organisation runs itself, named by DATABASE_URL.
import pg from 'pg'
import { StartProblem } from './embedded/start-problem.ts'

const OLDEST = 15

/**
 * Connects once and makes sure that Homeward can work there.
 * @returns the major version of the server
 * @throws StartProblem: unreachable, not let in, older than 15, or a database that is not UTF-8
 */
export async function checkExternalPostgres(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // A server that goes away between two questions must not end the process by an unheard error.
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string; encoding: string; letters: string }>(
      `SELECT current_setting('server_version_num') AS version, current_setting('server_encoding') AS encoding,
              datctype AS letters
         FROM pg_database WHERE datname = current_database()`,
    )
    const found = rows[0]
    const major = Math.floor(Number(found?.version) / 10_000)
    if (major < OLDEST) {
      throw new StartProblem(
        `Homeward needs PostgreSQL ${OLDEST} or newer, and the server of DATABASE_URL is PostgreSQL ${major}.`,
      )
    }
    if (found?.encoding !== 'UTF8' || found.letters === 'C' || found.letters === 'POSIX') {
      throw new StartProblem(
        `The database of DATABASE_URL must know all letters: create it with ENCODING 'UTF8' and LC_CTYPE 'C.UTF-8' (it is ${found?.encoding}, ${found?.letters}).`,
      )
    }
    return major
  } catch (cause) {
    if (cause instanceof StartProblem) throw cause
    throw new StartProblem(sentenceFor(cause, url), { cause })
  } finally {
    await client.end().catch(() => {})
  }
}

/** The address is shown without user and password. */
function sentenceFor(cause: unknown, url: string): string {
  const place = placeOf(url)
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  switch (code) {
    case 'ECONNREFUSED':
      return `No PostgreSQL answers at ${place}; start it, or correct DATABASE_URL.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The host of ${place} is not known to the network; correct DATABASE_URL.`
    case '28P01':
    case '28000':
      return `PostgreSQL at ${place} does not accept the user or password of DATABASE_URL.`
    case '3D000':
      return `There is no such database at ${place}; create it, or correct DATABASE_URL.`
    default: {
      const detail = cause instanceof Error ? cause.message : String(cause)
      return `PostgreSQL at ${place} cannot be used (${detail}); correct DATABASE_URL.`
    }
  }
}

function placeOf(url: string): string {
  try {
    const { host, pathname } = new URL(url)
    return `${decodeURIComponent(host)}${pathname}`
  } catch {
    return 'the address of DATABASE_URL'
  }
}
