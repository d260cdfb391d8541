import { asActor } from '#db/connect.ts'
import type { Transaction } from '#db/connect.ts'
import { rememberAnswer, rememberedAnswers } from '#db/commands.ts'
import { append, readStream } from '#db/event-store.ts'
import type { StoredEvent } from '#db/event-store.ts'
import { keepTexts } from '#db/people.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/role.ts'

import { envelopes } from './handle.ts'
import type { House } from './house.ts'
import type { Answer, Envelope, Judged, StreamKind } from './judge.ts'
import { streams } from './streams.ts'

/** One command with the house, and so the clock, under which it is judged. */
export type Turn = { readonly house: House; readonly actor: Actor; readonly envelope: Envelope }

type Row = {
  readonly turn: Turn
  readonly judged: Judged
  readonly stored: ReturnType<typeof envelopes>
  readonly answer: Answer
}

/**
 * Runs commands on one stream, one after the other, each judged on what those before it decided, and writes all of them
 * in one commit: for filling a system, where nobody waits for the answer to each. Events, answers and rows are the same
 * as by `handle`; the rows of the stream are written once. A repeat gets its first answer. Answers one answer for each
 * turn. Refusals: those of `handle`, and then nothing is written.
 */
export async function handleInARow(turns: readonly Turn[]): Promise<Outcome<readonly Answer[]>> {
  const [opening] = turns
  const stream = streams.find((each) => opening && each.has(opening.envelope.name))
  if (!opening || !stream) return refuse('unknown-command', { name: opening?.envelope.name ?? '' })
  return asActor(opening.house.database, 'system', async (tx) => {
    const ids = turns.map(({ envelope }) => envelope.command)
    const [known, past] = await Promise.all([
      rememberedAnswers<Answer>(tx, ids),
      readStream(tx, opening.envelope.stream),
    ])
    const answers: Answer[] = []
    const rows: Row[] = []
    let written = past
    for (const turn of turns) {
      const first = known.get(turn.envelope.command)
      if (first === undefined) {
        const row = await judgeTurn(tx, stream, turn, written, rows.length > 0)
        if (row.refused) return row
        rows.push(row.value)
        written = [...written, ...row.value.stored]
      }
      answers.push(first ?? rows.at(-1)!.answer)
    }
    if (rows.length > 0) await tx.andCommit(Promise.all(writesOf(tx, rows)))
    return accept(answers)
  })
}

async function judgeTurn(
  tx: Transaction,
  stream: StreamKind,
  turn: Turn,
  past: readonly StoredEvent[],
  ahead: boolean,
): Promise<Outcome<Row>> {
  const { house, actor, envelope } = turn
  const now = house.clock.now()
  const outcome = await stream.judge({
    house,
    actor,
    envelope,
    now,
    today: house.clock.today(),
    past,
    tx,
    ahead,
    filling: true,
  })
  if (outcome.refused) return outcome
  const judged = outcome.value
  const stored = envelopes(actor, envelope, stream.kind, now, past, judged)
  const answer = { status: 'done', stream: envelope.stream, version: past.length + stored.length } as const
  return accept({ turn, judged, stored, answer })
}

function writesOf(tx: Transaction, rows: readonly Row[]): Promise<unknown>[] {
  const { envelope } = rows[0]!.turn
  const last = rows.at(-1)!
  return [
    tx.rows(append(rows.flatMap(({ stored }) => stored))),
    keepTexts(
      tx,
      envelope.stream,
      rows.flatMap(({ judged }) => judged.texts),
    ),
    ...rows.flatMap(({ turn, judged, stored, answer }) => [
      tx.rows(rememberAnswer(turn.actor, turn.envelope, answer)),
      ...judged.keep(tx, stored),
    ]),
    last.judged.project(tx, last.stored, rows[0]!.judged),
  ]
}
