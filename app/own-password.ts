import * as accounts from '#db/accounts.ts'
import type { SessionRow } from '#db/accounts.ts'
import { setOwnPassword } from '#db/administration.ts'
import { asActor } from '#db/connect.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'

import type { House } from './house.ts'
import { checkPassword, hashPassword, nobody } from './passwords.ts'
import { beginAttempt, tokenHash } from './sign-in.ts'

/**
 * Changes one's own password and signs every other device out. A wrong present password counts as a failed sign-in.
 * Refusals: `too-many-attempts`, `wrong-password`.
 */
export async function changeOwnPassword(
  house: House,
  session: { readonly row: SessionRow; readonly token: string; readonly address: string },
  given: { readonly current: string; readonly password: string },
): Promise<Outcome<{ readonly changed: true }>> {
  const { email, account } = session.row
  const begun = await beginAttempt(house, email, session.address)
  if (begun.refused) return begun
  const { account: known, attempt } = begun.value
  const right = await checkPassword(given.current, known?.password_hash ?? (await nobody))
  const passwordHash = right ? await hashPassword(given.password) : ''
  return asActor(house.database, 'system', async (tx) => {
    if (right) await accounts.settleSignIn(tx, attempt, true)
    if (!right) return refuse('wrong-password', {}, 'current')
    await setOwnPassword(tx, account, passwordHash, tokenHash(session.token))
    await accounts.logAdministration(tx, account, 'password-changed', {})
    return accept({ changed: true })
  })
}
