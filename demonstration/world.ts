import { derivedId } from '#domain/derived-id.ts'
import type { Actor, Role } from '#domain/role.ts'
import type { Edition } from '#domain/scheme/scheme.ts'

import type { DemonstrationOffices, Trades, Words } from './read-data.ts'
import { readNames, readOffices, readTrades, readWords } from './read-data.ts'

/** Everything the stories are made of: who works where, the edition they go by, names, trades and words. */
export type World = {
  readonly scheme: string
  readonly country: string
  readonly edition: Edition
  readonly offices: DemonstrationOffices
  readonly names: ReturnType<typeof readNames>
  readonly trades: Trades
  readonly words: Words
  /** Everybody who plays this role in the scheme, in the order of the offices' file; `office` narrows it down. */
  actors(role: Role, office?: string): readonly Actor[]
}

export function makeWorld(scheme: string, edition: Edition): World {
  const offices = readOffices()
  const everybody = playersOf(offices, scheme)
  return {
    scheme,
    country: 'CM',
    edition,
    offices,
    names: readNames('CM'),
    trades: readTrades(),
    words: readWords(),
    actors: (role, office) =>
      everybody.filter((each) => each.role === role && (office === undefined || each.office === office)),
  }
}

/** Every seat of every account that plays its role in a scheme. */
export function playersOf({ accounts, schemeOffices }: DemonstrationOffices, scheme: string): readonly Actor[] {
  const parts = schemeOffices.find((each) => each.scheme === scheme)?.roles ?? {}
  return accounts.flatMap(({ email, seats }) =>
    seats
      .filter(([role, office]) => parts[role]?.includes(office))
      .map(([role, office]): Actor => ({ user: accountId(email), role, office })),
  )
}

/** The id that the founding gives to an account. */
export function accountId(email: string): string {
  return derivedId('account', email)
}
