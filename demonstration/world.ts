import { derivedId } from '#domain/derived-id.ts'
import type { Actor, Role } from '#domain/role.ts'
import type { Edition } from '#domain/scheme/scheme.ts'

import type { DemonstrationOffices, Trades, Words } from './read-data.ts'
import { readNames, readOffices, readTrades, readWords } from './read-data.ts'

/** Everything the stories are made of: who works where, the edition they go by, names, trades and words. */
export type World = {
  readonly scheme: string
  readonly edition: Edition
  readonly offices: DemonstrationOffices
  readonly names: ReturnType<typeof readNames>
  readonly trades: Trades
  readonly words: Words
  /** Everybody with this role, in the order of the offices' file; `office` narrows it down. */
  actors(role: Role, office?: string): readonly Actor[]
}

export function makeWorld(scheme: string, edition: Edition): World {
  const offices = readOffices()
  const everybody = offices.accounts.flatMap(({ email, seats }) =>
    seats.map(([role, office]): Actor => ({ user: accountId(email), role, office })),
  )
  return {
    scheme,
    edition,
    offices,
    names: readNames('CM'),
    trades: readTrades(),
    words: readWords(),
    actors: (role, office) =>
      everybody.filter((each) => each.role === role && (office === undefined || each.office === office)),
  }
}

/** The id that the founding gives to an account. */
export function accountId(email: string): string {
  return derivedId('account', email)
}
