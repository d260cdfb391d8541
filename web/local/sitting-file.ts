import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { uuidv7 } from 'uuidv7'

import type { SittingAnswer } from '#contract/answers.ts'
import { readInput } from '#domain/case/decide.ts'
import type { SittingSummary } from '#domain/command.ts'
import type { Outcome, Refusal } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import type { Actor } from '#domain/role.ts'
import { sittingCommands } from '#domain/sitting/commands/index.ts'
import { attemptSitting, mayAttemptSitting, type SittingCommand } from '#domain/sitting/decide.ts'
import type { RecordedSittingEvent } from '#domain/sitting/events.ts'
import { evolveSitting, noSitting } from '#domain/sitting/sitting.ts'
import { summaryOf } from '#domain/sitting/summary.ts'
import { liftTexts } from '#domain/text.ts'

import { problemFrom, reading, type Problem } from '../api.ts'
import { useSession } from '../session.ts'
import { schemesQuery } from './case-file.ts'
import { useNow } from './clock.ts'
import { useGround, type Ground } from './edition.ts'
import type { OutboxEntry } from './entry.ts'
import { circumstancesOf, type Setting } from './judge.ts'
import { entriesOf, queue, useOutbox } from './outbox.ts'
import { inOrder, isWaiting } from './queue.ts'

/** A sitting as this screen knows it: what the server told, with what is still on its way counted in. */
export type SittingFile = {
  readonly id: string
  readonly answer: SittingAnswer
  readonly ground: Ground
  readonly actor: Actor
  /** What a decision on one of its files is judged by. */
  readonly summary: SittingSummary
  readonly entries: readonly OutboxEntry[]
  /** True while only this device knows of it. */
  readonly onlyHere: boolean
}

export type SittingReading = {
  readonly file: SittingFile | undefined
  readonly problem: Problem | undefined
  readonly again: () => void
}

/** One sitting for a page: kept up to date by the live connection and by what is sent from here. */
export function useSittingFile(id: string): SittingReading {
  const session = useSession()
  const query = useQuery({
    ...reading<SittingAnswer>(`/api/sittings/${id}`),
    staleTime: 5_000,
    // A job on all files counts what it has done without moving the sitting.
    refetchInterval: ({ state }) => (isUnderWay(state.data) ? 700 : false),
  })
  const { entries: all } = useOutbox()
  const entries = useMemo(() => entriesOf(all, id), [all, id])
  const opening = entries.find(({ name, state }) => name === 'plan-sitting' && state !== 'needs-you')
  const known = query.data ?? (opening ? emptySitting(id) : undefined)
  const scheme = known?.sitting.scheme || String(opening?.input['scheme'] ?? '')
  const stamped = known?.sitting.edition ?? ''
  const current = useQuery({ ...schemesQuery, enabled: scheme !== '' && stamped === '' }).data?.rows
  const edition = stamped || (current?.find((row) => row.scheme === scheme && row.current)?.edition ?? '')
  const ground = useGround(scheme, edition)
  const file = useMemo<SittingFile | undefined>(() => {
    if (!known || !ground || !session) return undefined
    const { id: user } = session.user
    const answer = withoutOwn(foreseeSitting(known, entries, ground), user)
    const actor = { user, role: session.seat.role, office: session.seat.office.id }
    const files = answer.files.map((each) => each.case)
    const summary = summaryOf(answer.sitting, files, { mandates: answer.sheet.mandates, next: answer.next })
    return { id, answer, ground, actor, summary, entries, onlyHere: known.sitting.version === 0 }
  }, [id, known, ground, entries, session])
  const problem = file === undefined && query.error ? problemFrom(query.error) : undefined
  return {
    file,
    problem: opening && problem?.code === 'not-found' ? undefined : problem,
    again: () => void query.refetch(),
  }
}

/** Whoever steps aside from a file loses it from sight at once, before the server has said so. */
function withoutOwn(answer: SittingAnswer, user: string): SittingAnswer {
  const aside = answer.sitting.interests.filter(({ member }) => member === user).map((each) => each.case)
  const files = answer.files.filter((each) => !aside.includes(each.case))
  return files.length === answer.files.length
    ? answer
    : { ...answer, files, hidden: answer.hidden + answer.files.length - files.length }
}

function isUnderWay(answer: SittingAnswer | undefined): boolean {
  return (
    answer !== undefined && (answer.sitting.freezing !== null || answer.work.some((each) => each.finishedAt === null))
  )
}

function emptySitting(id: string): SittingAnswer {
  const sheet = { files: [], mandates: [], chairs: [], minutesHash: null }
  return { sitting: noSitting(id), sheet, files: [], hidden: 0, texts: {}, members: [], next: null, work: [] }
}

/** The sitting as it will be once everything on its way has arrived. */
export function foreseeSitting(known: SittingAnswer, entries: readonly OutboxEntry[], ground: Ground): SittingAnswer {
  return inOrder(entries)
    .filter((entry) => entry.kind === 'sitting' && counts(entry, known.sitting.version))
    .reduce((answer, entry) => {
      const command = sittingCommands[entry.name]
      if (command === undefined) return answer
      const { user, role, office } = entry
      const setting = { ground, actor: { user, role, office }, command: entry.id, now: entry.happenedAt }
      const outcome = judgeSitting(command, answer, entry.input, setting)
      return outcome.refused ? answer : outcome.value
    }, known)
}

function counts(entry: OutboxEntry, version: number): boolean {
  return isWaiting(entry) || (entry.state === 'arrived' && (entry.version ?? 0) > version)
}

/** Judges a command of a sitting as the server will, and shows the sitting as it will be. */
function judgeSitting(
  command: SittingCommand,
  answer: SittingAnswer,
  input: unknown,
  setting: Setting,
): Outcome<SittingAnswer> {
  const parsed = readInput(command, input)
  if (parsed.refused) return parsed
  const lifted = liftTexts(command.fields, parsed.value, setting.command)
  const outcome = attemptSitting(command, answer.sitting, lifted.input, {
    ...circumstancesOf(setting),
    committee: answer.sheet,
  })
  if (outcome.refused) return outcome
  const { actor, now } = setting
  const events = outcome.value.events.map((event, index) => ({
    ...event,
    version: answer.sitting.version + index + 1,
    actor: actor.user,
    role: actor.role,
    office: actor.office,
    happenedAt: now,
    recordedAt: now,
  })) as readonly RecordedSittingEvent[]
  const words = Object.fromEntries(lifted.texts.map(({ reference, body }) => [reference, body]))
  return accept({
    ...answer,
    sitting: events.reduce(evolveSitting, answer.sitting),
    texts: { ...answer.texts, ...words },
  })
}

/** Why this seat may not do it now, by command; an allowed one has no refusal. */
export function useSittingAttempts({ answer, ground, actor }: SittingFile): ReadonlyMap<string, Refusal | undefined> {
  const now = useNow()
  return useMemo(() => {
    const circumstances = { ...circumstancesOf({ ground, actor, command: 'asked', now }), committee: answer.sheet }
    return new Map(
      Object.values(sittingCommands).map((command) => [
        command.name,
        mayAttemptSitting(command, answer.sitting, circumstances),
      ]),
    )
  }, [answer.sitting, answer.sheet, ground, actor, now])
}

/** What a command of a sitting is judged on. */
export type JudgedSitting = Pick<SittingFile, 'id' | 'answer' | 'ground' | 'actor'>

/** A sitting that is about to be planned. */
export function newSitting(ground: Ground, actor: Actor): JudgedSitting {
  const id = uuidv7()
  return { id, answer: emptySitting(id), ground, actor }
}

/**
 * Judges a command here first. Refused: the refusal comes back and nothing was queued. Accepted: it lies in the outbox;
 * the answer is the id of the command. `about` is what the list of what is still here calls it.
 */
export async function submitToSitting(
  file: JudgedSitting,
  name: string,
  input: Readonly<Record<string, unknown>>,
  about: string,
): Promise<Outcome<string>> {
  const command = sittingCommands[name]
  if (command === undefined) return refuse('unknown-command', { name })
  const id = uuidv7()
  const now = new Date().toISOString()
  const { answer, ground, actor } = file
  const outcome = judgeSitting(command, answer, input, { ground, actor, command: id, now })
  if (outcome.refused) return outcome
  const { version } = answer.sitting
  await queue({ id, ...actor, kind: 'sitting', name, stream: file.id, input, seen: version, happenedAt: now, about })
  return accept(id)
}
