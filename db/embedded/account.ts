import { chownSync, existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** The system account PostgreSQL runs under when it is not the present one. Numbers as in /etc/passwd. */
export type Account = { readonly uid: number; readonly gid: number }

const NOBODY: Account = { uid: 65_534, gid: 65_534 }

/**
 * PostgreSQL refuses to run as root. Started by root it runs as the owner of an existing database, else as "nobody",
 * an account every system has. Null: it runs as we do.
 */
export function serverAccount(databaseFolder: string): Account | null {
  if (process.getuid?.() !== 0) return null
  if (existsSync(databaseFolder)) {
    const { uid, gid } = statSync(databaseFolder)
    if (uid !== 0) return { uid, gid }
  }
  return readNobody()
}

function readNobody(): Account {
  try {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith('nobody:'))
    const [, , uid, gid] = line?.split(':') ?? []
    // Zero or a negative number, as some systems write it, is not an account to run under.
    if (Number(uid) > 0 && Number(gid) > 0) return { uid: Number(uid), gid: Number(gid) }
    return NOBODY
  } catch {
    return NOBODY
  }
}

/** Gives a folder and all it holds to the account. */
export function giveTo(place: string, account: Account | null): void {
  if (account === null) return
  chownSync(place, account.uid, account.gid)
  if (!lstatSync(place).isDirectory()) return
  for (const name of readdirSync(place)) giveTo(path.join(place, name), account)
}

/** True when any account of the machine can read the place: every folder above it can be passed, and it is readable. */
export function isReachableByAll(place: string): boolean {
  const own = statSync(place)
  const needed = own.isDirectory() ? 0o005 : 0o004
  if ((own.mode & needed) !== needed) return false
  for (let folder = path.dirname(place); ; folder = path.dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false
    if (folder === path.dirname(folder)) return true
  }
}
