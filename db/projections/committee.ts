import type { CommitteeState } from '#domain/committee/state.ts'

import { sql } from '../connect.ts'
import type { Transaction } from '../connect.ts'

/** Writes the row of a committee's seats as its events leave them. */
export function projectCommittee(tx: Transaction, state: CommitteeState): Promise<unknown> {
  const { id, version, scheme, committee, office } = state
  return tx.rows(sql`
    insert into committee_file (committee, version, scheme, name, office, state)
    values (${id}, ${version}, ${scheme}, ${committee}, ${office}, ${JSON.stringify(state)})
    on conflict (committee) do update set version = excluded.version, state = excluded.state`)
}
