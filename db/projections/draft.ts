import type { DraftState } from '#domain/draft/state.ts'

import { sql } from '../connect.ts'
import type { Transaction } from '../connect.ts'

/** Writes the row of a draft as its events leave it. */
export function projectDraft(tx: Transaction, state: DraftState): Promise<unknown> {
  const { draft, version, status, content, office, changedAt } = state
  return tx.rows(sql`
    insert into scheme_draft (draft, version, status, scheme, office, changed_at, state)
    values (${draft}, ${version}, ${status}, ${content.scheme}, ${office}, ${changedAt}, ${JSON.stringify(state)})
    on conflict (draft) do update set version = excluded.version, status = excluded.status, scheme = excluded.scheme,
      changed_at = excluded.changed_at, state = excluded.state`)
}
