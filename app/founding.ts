import { readFileSync } from 'node:fs'
import path from 'node:path'

import { readScheme, schemeFiles } from '#catalogue/load.ts'
import { asActor } from '#db/connect.ts'
import type { Database, Transaction } from '#db/connect.ts'
import * as founding from '#db/founding.ts'
import type { AccountPlan, OfficePlan } from '#db/founding.ts'
import * as editions from '#db/reads/editions.ts'
import type { IgnoredFile } from '#db/reads/editions.ts'
import { derivedId } from '#domain/derived-id.ts'
import type { Scheme } from '#domain/scheme/scheme.ts'

import { fingerprintOf, lockOf, textFingerprint } from './fingerprint.ts'
import { hashPassword } from './passwords.ts'

/**
 * Publishes what is new in a folder of scheme files and names it. A file that did not change since it was read is not read again.
 * Throws `SchemeFileError` for a file that does not pass its check.
 */
export async function publishCatalogue(database: Database, folder: string): Promise<readonly string[]> {
  const fresh: string[] = []
  const known = await asActor(database, 'system', editions.readCatalogueFiles)
  for (const file of schemeFiles(folder)) {
    const text = readFileSync(file, 'utf8')
    const fingerprint = textFingerprint(text)
    const name = path.basename(file)
    if (known.get(name) === fingerprint) continue
    const scheme = readScheme(file, text)
    const published = await publishSchemes(database, [scheme])
    fresh.push(...published)
    await asActor(database, 'system', async (tx) => {
      const ignored = await differing(tx, scheme, published)
      await editions.rememberCatalogueFile(tx, { name, fingerprint, ignored })
    })
  }
  return fresh
}

/** The editions that a file has otherwise than they were published: what it says of them is ignored. */
async function differing(tx: Transaction, scheme: Scheme, fresh: readonly string[]): Promise<readonly string[]> {
  const published = await editions.readSchemeFiles(tx, fresh)
  const inForce = (edition: string) =>
    published.find((each) => each.scheme === scheme.scheme && each.edition === edition)?.body.editions[0]
  return scheme.editions
    .filter((each) => {
      const before = inForce(each.edition)
      return before !== undefined && lockOf(before) !== lockOf(each)
    })
    .map(({ edition }) => edition)
}

/** Catalogue files that say of published editions something else than was published, for a line at the start. */
export function ignoredFiles(database: Database): Promise<readonly IgnoredFile[]> {
  return asActor(database, 'system', editions.readIgnoredFiles)
}

/** Publishes the catalogue's editions that are not published yet; a published one never changes. */
export async function publishSchemes(database: Database, schemes: readonly Scheme[]): Promise<readonly string[]> {
  return asActor(database, 'system', async (tx) => {
    const fresh: string[] = []
    for (const scheme of schemes)
      for (const edition of scheme.editions) {
        if (await editions.publishEdition(tx, scheme, edition, fingerprintOf(scheme, edition)))
          fresh.push(`${scheme.scheme} ${edition.edition}`)
      }
    return fresh
  })
}

/** Whether nobody administers this system yet; the administrator is the last thing that a founding adds. */
export function isUnfounded(database: Database): Promise<boolean> {
  return asActor(database, 'system', async (tx) => (await founding.countAdministrators(tx)) === 0)
}

/** Adds offices, the parts they play in schemes, and accounts with one shared password. What is there already stays. */
export async function foundOffices(
  database: Database,
  offices: readonly OfficePlan[],
  schemeOffices: readonly { readonly scheme: string; readonly role: string; readonly office: string }[],
  accounts: readonly Omit<AccountPlan, 'account' | 'passwordHash'>[],
  password: string,
): Promise<void> {
  const passwordHash = await hashPassword(password)
  const plans = accounts.map((account) => ({ ...account, account: derivedId('account', account.email), passwordHash }))
  await asActor(database, 'system', async (tx) => {
    await founding.addOffices(tx, offices)
    await founding.addSchemeOffices(tx, schemeOffices)
    await founding.addAccounts(tx, plans)
  })
}
