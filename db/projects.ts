import { sql } from './connect.ts'
import type { Transaction } from './connect.ts'

/** Keeps the contents of saved projects, apart from the words of the case: whoever opens the file does not carry them all. */
export function keepProjects(
  tx: Transaction,
  caseId: string,
  projects: readonly { readonly project: string; readonly body: string }[],
): Promise<unknown> {
  if (projects.length === 0) return Promise.resolve()
  return tx.rows(sql`
    insert into project_content (project, "case", body)
    select t.project, ${caseId}::uuid, t.body
    from unnest(${projects.map((each) => each.project)}::uuid[], ${projects.map((each) => each.body)}::text[])
      as t (project, body)`)
}

/** The content of a version as it was saved; undefined for one that is not there, not seen, or erased. */
export async function readProject(tx: Transaction, caseId: string, project: string): Promise<string | undefined> {
  const [row] = await tx.rows<{ body: string }>(sql`
    select body from project_content
    where project = ${project}::uuid and "case" = ${caseId}::uuid and erased_at is null`)
  return row?.body
}
