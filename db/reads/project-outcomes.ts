import type { OtherProject } from '#domain/project/similar.ts'

import { sql } from '../connect.ts'
import type { Transaction } from '../connect.ts'

/** More than this many others say nothing more. */
const most = 2000

/**
 * Projects of the same scheme and sector besides a case's own, the newest first, and whether the office may open each:
 * for the kernel's ear. Whoever tells of them tells of no other office's case but how many.
 */
export function readOtherProjects(
  tx: Transaction,
  of: {
    readonly case: string
    readonly scheme: string
    readonly sector: string
    readonly office: string
    readonly user: string
  },
): Promise<OtherProject[]> {
  return tx.rowsAsKernel<OtherProject>(sql`
    select p."case", p.sector, p.activity, p.region, p.started_on::text as "startedOn", p.alive_at_6 as "aliveAt6",
      p.alive_at_12 as "aliveAt12", p.closed_on::text as "closedOn", p.closed_for as "closedFor",
      exists (select from case_access a where a."case" = p."case" and a.office = ${of.office})
        and not exists (select from recusal r where r."case" = p."case" and r.account = ${of.user}::uuid) as seen
    from project_outcome p
    where p.scheme = ${of.scheme} and p.sector = ${of.sector} and p."case" <> ${of.case}::uuid
    order by p.started_on desc nulls last, p."case" limit ${most}`)
}
