import type { Actor } from '#domain/role.ts'

import { sql } from './connect.ts'
import type { Statement, Transaction } from './connect.ts'

/** The first answer to a command of the acting person, if it was judged before. */
export async function rememberedAnswer<Answer>(tx: Transaction, command: string): Promise<Answer | undefined> {
  const [row] = await tx.rows<{ answer: Answer }>(sql`select answer from command where command = ${command}::uuid`)
  return row?.answer
}

/** The first answers to those of the commands that were judged before. */
export async function rememberedAnswers<Answer>(
  tx: Transaction,
  commands: readonly string[],
): Promise<ReadonlyMap<string, Answer>> {
  const rows = await tx.rows<{ command: string; answer: Answer }>(
    sql`select command, answer from command where command = any(${commands}::uuid[])`,
  )
  return new Map(rows.map(({ command, answer }) => [command, answer]))
}

/** Keeps for good that a command was done on each of these streams: its id there, and the version it led to. */
export function rememberDone(
  { user, role, office }: Actor,
  name: string,
  done: readonly { readonly command: string; readonly stream: string; readonly version: number }[],
): Statement {
  const answers = done.map(({ stream, version }) => JSON.stringify({ status: 'done', stream, version }))
  return sql`
    insert into command (command, name, stream, actor, role, office, answer)
    select t.command, ${name}, t.stream, ${user}::uuid, ${role}, ${office}, t.answer
    from unnest(${done.map((each) => each.command)}::uuid[], ${done.map((each) => each.stream)}::uuid[],
      ${answers}::jsonb[]) as t (command, stream, answer)`
}

/** Keeps the answer for good; a second command with the same id breaks on the key. */
export function rememberAnswer(
  { user, role, office }: Actor,
  { command, name, stream }: { readonly command: string; readonly name: string; readonly stream: string },
  answer: object,
): Statement {
  return sql`
    insert into command (command, name, stream, actor, role, office, answer)
    values (${command}, ${name}, ${stream}, ${user}, ${role}, ${office}, ${JSON.stringify(answer)})`
}
