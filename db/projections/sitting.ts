import type { SittingState } from '#domain/sitting/state.ts'

import { sql } from '../connect.ts'
import type { Transaction } from '../connect.ts'

/** Writes what follows from a sitting's state: its file, and who may not see which case. */
export async function projectSitting(tx: Transaction, state: SittingState): Promise<void> {
  const { sitting, version, scheme, office, on, status, interests } = state
  await Promise.all([
    tx.rows(sql`
      insert into sitting_file (sitting, version, scheme, office, "on", status, state)
      values (${sitting}, ${version}, ${scheme}, ${office}, ${on}, ${status}, ${JSON.stringify(state)})
      on conflict (sitting) do update set version = excluded.version, "on" = excluded."on", status = excluded.status,
        state = excluded.state`),
    tx.rows(sql`delete from recusal where sitting = ${sitting}`),
    tx.rows(sql`
      insert into recusal (sitting, "case", account)
      select ${sitting}::uuid, t."case", t.account
      from unnest(${interests.map((each) => each.case)}::uuid[], ${interests.map((each) => each.member)}::uuid[]) as t ("case", account)
      on conflict do nothing`),
  ])
}
