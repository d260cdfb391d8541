import { sheetOf } from '#domain/operator/accreditation.ts'
import type { AccreditationState } from '#domain/operator/state.ts'
import type { CallState } from '#domain/operator-call/state.ts'

import { sql } from '../connect.ts'
import type { Transaction } from '../connect.ts'
import { together } from '../sql.ts'

/** Writes the row of a standing as its events leave it, and marks its figures: they count by its contract and prices. */
export function projectAccreditation(tx: Transaction, state: AccreditationState): Promise<unknown> {
  const { accreditation, version, scheme, office, status, until, contract, application, changedAt } = state
  const prices = Object.fromEntries((contract?.prices ?? []).map(({ service, amount }) => [service, amount]))
  const written = sql`
    insert into operator_sheet (accreditation, version, scheme, office, status, until_on, contract_from, contract_until,
      prices, insured_until, changed_at, sheet, state)
    values (${accreditation}, ${version}, ${scheme}, ${office}, ${status}, ${until}, ${contract?.from ?? null},
      ${contract?.until ?? null}, ${JSON.stringify(prices)}, ${application?.insuredUntil ?? null}, ${changedAt},
      ${JSON.stringify(sheetOf(state))}, ${JSON.stringify(state)})
    on conflict (accreditation) do update set version = excluded.version, status = excluded.status,
      until_on = excluded.until_on, contract_from = excluded.contract_from, contract_until = excluded.contract_until,
      prices = excluded.prices, insured_until = excluded.insured_until, changed_at = excluded.changed_at,
      sheet = excluded.sheet, state = excluded.state`
  return tx.rows(together([written, sql`insert into operator_changed (scheme, office) values (${scheme}, ${office})`]))
}

/** Writes the row of a call as its events leave it. */
export function projectCall(tx: Transaction, state: CallState): Promise<unknown> {
  const { call, version, scheme, office, from, until, closedOn, changedAt } = state
  return tx.rows(sql`
    insert into operator_call ("call", version, scheme, office, from_on, until_on, closed_on, changed_at, state)
    values (${call}, ${version}, ${scheme}, ${office}, ${from}, ${until}, ${closedOn}, ${changedAt},
      ${JSON.stringify(state)})
    on conflict ("call") do update set version = excluded.version, closed_on = excluded.closed_on,
      changed_at = excluded.changed_at, state = excluded.state`)
}
