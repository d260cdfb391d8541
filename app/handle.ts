import { asActor } from '#db/connect.ts'
import type { Transaction } from '#db/connect.ts'
import { rememberAnswer, rememberedAnswer } from '#db/commands.ts'
import { append, chain, chainStart, readStream, readStreamAsked, waitForTurn } from '#db/event-store.ts'
import type { StoredEvent } from '#db/event-store.ts'
import { keepTexts } from '#db/people.ts'
import { together } from '#db/sql.ts'
import type { Refusal } from '#domain/outcome.ts'
import { refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/role.ts'

import type { Change, House } from './house.ts'
import type { Answer, Envelope, Judged, StreamKind } from './judge.ts'
import { streams } from './streams.ts'

const attempts = 4

/**
 * Runs one command through the one door: a repeat gets its first answer; else the stream is read under the actor's
 * own rights, judged, and what was decided is written with its projections in one commit.
 * Refusals: `unknown-command`, `not-found` (also for what the actor may not see), `command-id-taken`,
 * `case-moved-on`, `invalid-input` and whatever the command itself refuses.
 */
export async function handle(house: House, actor: Actor, envelope: Envelope): Promise<Answer> {
  const stream = streams.find((each) => each.has(envelope.name))
  if (!stream) return refused(refuse('unknown-command', { name: envelope.name }))
  for (let attempt = 1; ; attempt++) {
    try {
      const { answer, change, settle } = await asActor(house.database, actor, (tx) =>
        judge(house, actor, envelope, stream, tx, attempt === 1),
      )
      await settle?.()
      if (change) house.publish(change)
      return answer
    } catch (error) {
      const lost = lostRace(error)
      if (lost === undefined) throw error
      if (lost === 'person') return refused(refuse('person-twice', {}, 'people'))
      if (lost === 'command' && attempt > 2) return refused(refuse('command-id-taken', { command: envelope.command }))
      if (attempt === attempts) return refused(refuse('case-moved-on', { stream: envelope.stream }))
    }
  }
}

async function judge(
  house: House,
  actor: Actor,
  envelope: Envelope,
  stream: StreamKind,
  tx: Transaction,
  hopeful: boolean,
): Promise<{ answer: Answer; change?: Change; settle?: Judged['settle'] }> {
  if (!hopeful) await waitForTurn(tx, envelope.stream)
  // Whoever opens a stream with a fresh id is right nearly always: the keys of `command` and `event` object otherwise,
  // and then it is read.
  const opens = stream.opens(envelope.name)
  const [first, seen] =
    hopeful && opens
      ? [undefined, []]
      : await Promise.all([rememberedAnswer<Answer>(tx, envelope.command), readStream(tx, envelope.stream)])
  if (first) return { answer: first }
  const past = seen.length > 0 || opens ? seen : await readStreamAsked(tx, envelope.stream)
  const now = house.clock.now()
  const outcome = past.some(({ kind }) => kind !== stream.kind)
    ? refuse('not-found', { stream: envelope.stream })
    : await stream.judge({ house, actor, envelope, now, today: house.clock.today(), past, tx })
  tx.asKernel()
  if (outcome.refused) return { answer: await rememberRefusal(tx, actor, envelope, outcome) }
  const judged = outcome.value
  const version = past.length + judged.events.length
  const answer: Answer = { status: 'done', stream: envelope.stream, version }
  const stored = envelopes(actor, envelope, stream.kind, now, past, judged)
  await tx.andCommit(
    Promise.all([
      tx.rows(together([append(stored), rememberAnswer(actor, envelope, answer)])),
      keepTexts(tx, envelope.stream, judged.texts),
      ...judged.keep(tx, stored),
      judged.project(tx, stored),
    ]),
  )
  const change = { stream: envelope.stream, kind: stream.kind, version, offices: judged.offices() }
  return { answer, change, settle: judged.settle }
}

/** What was decided as events of their stream, chained onto the last one. */
export function envelopes(
  actor: Actor,
  envelope: Envelope,
  kind: string,
  now: string,
  past: readonly StoredEvent[],
  judged: Judged,
) {
  const claimed = new Date(envelope.happenedAt ?? now).toISOString()
  const happenedAt = claimed > now ? now : claimed
  const fresh = judged.events.map((event, index) => ({
    ...event,
    stream: envelope.stream,
    version: past.length + index + 1,
    kind,
    actor: actor.user,
    role: actor.role,
    office: actor.office,
    command: envelope.command,
    happenedAt,
    recordedAt: now,
  }))
  return chain(past.at(-1)?.hash ?? chainStart, fresh)
}

/** A refused shape or a stream that is not there leaves no trace; a judged refusal is the command's answer for good. */
async function rememberRefusal(tx: Transaction, actor: Actor, envelope: Envelope, refusal: Refusal): Promise<Answer> {
  const answer = refused(refusal)
  if (!passing.has(refusal.code)) await tx.rows(rememberAnswer(actor, envelope, answer))
  return answer
}

const passing = new Set(['not-found', 'invalid-input', 'case-moved-on'])

function refused(refusal: Refusal): Answer {
  return { status: 'refused', refusal }
}

/**
 * Which race was lost: another event at this version, or two writers who waited for one another; the same command sent
 * twice at once; a person's id that another case already has.
 */
export function lostRace(error: unknown): 'stream' | 'command' | 'person' | undefined {
  const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string }
  if (code === '40P01' || code === '40001') return 'stream'
  if (code !== '23505') return undefined
  if (constraint === 'event_pkey' || constraint === 'operator_sheet_once') return 'stream'
  if (constraint === 'command_pkey') return 'command'
  return constraint === 'person_pkey' ? 'person' : undefined
}
