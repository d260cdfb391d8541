import { randomBytes } from 'node:crypto'

import { openAccount } from '#app/administration.ts'
import { systemUser } from '#db/connect.ts'
import { roles } from '#domain/role.ts'
import type { Actor } from '#domain/role.ts'

import { atWork } from '../at-work.ts'
import { languages } from '../call.ts'
import type { Call } from '../call.ts'
import { sentence } from '../sentence.ts'

/** Whoever can reach the machine administers it; on record as the system's own act. */
export const machine: Actor = { user: systemUser, role: 'administrator', office: 'homeward' }

/** `user add ADDRESS --name --role --office`: opens an account and says its first password, once. */
export function run(call: Call): number | Promise<number> {
  const [email] = call.words
  if (email === undefined || !/^[^@\s]+@[^@\s]+$/.test(email)) return wrong(call, 'name-an-address')
  const { name, role, office, speaks } = call.options
  const missing = Object.entries({ name, role, office }).find(([, value]) => typeof value !== 'string')
  if (missing || typeof name !== 'string' || typeof role !== 'string' || typeof office !== 'string')
    return wrong(call, 'account-needs', { option: missing?.[0] })
  const known: readonly string[] = roles.filter((each) => each !== 'system')
  if (!known.includes(role)) return wrong(call, 'no-such-role', { known })
  const language = languages.find((each) => each === speaks) ?? call.language
  return atWork(call, async (house) => {
    const password = randomBytes(12).toString('base64url')
    const plan = { email, name, language, password, seats: [{ role, office }] }
    const added = await openAccount(house, machine, plan)
    if (!added.refused) {
      call.say(sentence('account-added', call.language, { email, password }))
      return 0
    }
    call.complain(sentence('account-refused', call.language, { code: added.code, facts: JSON.stringify(added.facts) }))
    return 1
  })
}

function wrong(call: Call, key: string, facts: Record<string, unknown> = {}): number {
  call.complain(sentence(key, call.language, facts))
  return 2
}
