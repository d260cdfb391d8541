import type { AnnotationAnswer } from '#contract/answers.ts'

import { sql } from './connect.ts'
import type { Transaction } from './connect.ts'

/** One's own notes on the packs of a sitting: row security knows no other reader. */
export function readAnnotations(tx: Transaction, sitting: string): Promise<AnnotationAnswer[]> {
  return tx.rows<AnnotationAnswer>(sql`
    select annotation, "case", page, body as text, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
    from annotation where account = acting_user() and sitting = ${sitting}::uuid order by "case", page nulls first, at limit 1000`)
}

export type NewAnnotation = Omit<AnnotationAnswer, 'at'> & { readonly sitting: string }

/** Writes a note, or writes it anew. Answers whether it was written: not on a file that the actor may not see. */
export async function writeAnnotation(tx: Transaction, note: NewAnnotation, at: string): Promise<boolean> {
  const [seen] = await tx.rows<{ case: string }>(
    sql`select "case" from sitting_agenda where sitting = ${note.sitting}::uuid and "case" = ${note.case}::uuid`,
  )
  if (!seen) return false
  const rows = await tx.rows(sql`
    insert into annotation (annotation, account, sitting, "case", page, body, at)
    values (${note.annotation}, acting_user(), ${note.sitting}, ${note.case}, ${note.page}, ${note.text}, ${at})
    on conflict (annotation) do update set page = excluded.page, body = excluded.body, at = excluded.at
      where annotation.account = acting_user()
    returning annotation`)
  return rows.length > 0
}

export function removeAnnotation(tx: Transaction, annotation: string): Promise<unknown> {
  return tx.rows(sql`delete from annotation where annotation = ${annotation}::uuid and account = acting_user()`)
}
