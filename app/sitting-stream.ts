import type { Transaction } from '#db/connect.ts'
import type { StoredEvent } from '#db/event-store.ts'
import { enqueue } from '#db/jobs.ts'
import { readAgendaOf, readCommittee, readFilesOf, readMandates, readMembers } from '#db/reads/sitting.ts'
import { projectSitting } from '#db/projections/sitting.ts'
import { readInput } from '#domain/case/decide.ts'
import type { Circumstances, CommitteeSheet } from '#domain/command.ts'
import { derivedId } from '#domain/derived-id.ts'
import type { Outcome, Refusal } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import { sittingCommands } from '#domain/sitting/commands/index.ts'
import { attemptSitting, strangers } from '#domain/sitting/decide.ts'
import type { SittingCommand } from '#domain/sitting/decide.ts'
import type { RecordedSittingEvent, SittingEvent } from '#domain/sitting/events.ts'
import { evolveSitting, foldSitting } from '#domain/sitting/sitting.ts'
import type { SittingState } from '#domain/sitting/state.ts'
import { liftTexts } from '#domain/text.ts'

import type { Judged, JudgeInput, StreamKind } from './judge.ts'
import { minutesHashIn } from './minutes.ts'

/** A committee's sittings. */
export const sittingStream: StreamKind = {
  kind: 'sitting',
  has: (command) => Object.hasOwn(sittingCommands, command),
  opens: (command) => sittingCommands[command]?.kind === 'opens',
  judge: judgeSitting,
}

async function judgeSitting(input: JudgeInput): Promise<Outcome<Judged>> {
  const { envelope, past, house, tx, actor } = input
  const command = sittingCommands[envelope.name] as SittingCommand
  if (command.kind === 'acts' && past.length === 0) return refuse('not-found', { stream: envelope.stream })
  const parsed = readInput(command, envelope.input)
  if (parsed.refused) return parsed
  const before = foldSitting(envelope.stream, past as unknown as RecordedSittingEvent[])
  if (input.ahead && !isSeen(input, before)) return refuse('not-found', { stream: envelope.stream })
  const running = await house.editions.sought(() => runningFor(input, before, parsed.value))
  if (!running) return refuse('unknown-scheme', { scheme: String(parsed.value['scheme'] ?? '') }, 'scheme')
  const { members } = parsed.value
  if (Array.isArray(members)) {
    const seated = await readMembers(tx, actor.office)
    const stranger = strangers(
      members,
      seated.map((each) => each.account),
      'members',
    )
    if (stranger) return stranger
  }
  const lifted = liftTexts(command.fields, parsed.value, envelope.command)
  if (envelope.seen !== undefined && envelope.seen > before.version)
    return refuse('case-moved-on', { seen: envelope.seen })
  const clash = clashOf(command, input)
  if (clash) return clash
  const sheet = await sheetFor(input, before, parsed.value)
  const outcome = attemptSitting(command, before, lifted.input, {
    ...circumstancesOf(input, running),
    committee: sheet,
  })
  if (outcome.refused) return outcome
  const stray = await notOnAgenda(input, outcome.value.events)
  if (stray) return stray
  const offices = new Set([
    actor.office,
    before.office,
    ...Object.values(house.editions.offices(running.scheme.scheme)).flat(),
  ])
  return accept({
    events: outcome.value.events,
    texts: lifted.texts,
    offices: () => [...offices],
    before,
    keep: (writing, stored) => stored.flatMap((event) => jobsOf(writing, event)),
    project: (writing, stored) =>
      projectSitting(writing, (stored as unknown as RecordedSittingEvent[]).reduce(evolveSitting, before)),
  })
}

/** What follows from an event outside the sitting: a job in the same transaction, which reads the sitting again. */
function jobsOf(tx: Transaction, { type, stream: sitting, version }: StoredEvent): Promise<unknown>[] {
  const job = { sitting, version }
  if (type === 'packs-asked') return [enqueue(tx, 'freeze-packs', job, `freeze-packs ${sitting}`)]
  if (type === 'letters-asked') return [enqueue(tx, 'produce-letters', job, `produce-letters ${sitting}`)]
  if (type === 'members-called') return [enqueue(tx, 'call-members', job)]
  return []
}

/** `sitting-moved-on` with the version that is there now, when somebody else did what this command would overwrite. */
function clashOf({ clashes }: SittingCommand, { past, envelope: { seen } }: JudgeInput): Refusal | undefined {
  if (clashes === undefined || seen === undefined) return undefined
  const other = past.findLast(({ type, version }) => version > seen && (clashes as readonly string[]).includes(type))
  return other && refuse('sitting-moved-on', { seen, version: past.length, by: other.actor })
}

/** What a sitting must know beside its own events. Before it is planned, that of the committee it names. */
async function sheetFor(
  { house, tx, actor, envelope }: JudgeInput,
  before: SittingState,
  given: Record<string, unknown>,
): Promise<CommitteeSheet> {
  const { scheme, committee } = given
  const mandates =
    before.version > 0
      ? readMandates(tx, envelope.stream)
      : readCommittee(tx, String(scheme), typeof committee === 'string' ? committee : null, actor.office)
  const [files, seats, seated] = await Promise.all([
    before.version > 0 ? readAgendaOf(tx, envelope.stream) : [],
    mandates,
    readMembers(tx, before.office || actor.office),
  ])
  const chairs = seated.filter(({ role }) => role === 'committee-chair').map(({ account }) => account)
  // The minutes are the same for everybody, also for whoever stepped aside from a file: the kernel reads them, last.
  if (envelope.name === 'sign-minutes') tx.asKernel()
  const minutesHash = envelope.name === 'sign-minutes' ? await minutesHashIn(house, tx, envelope.stream) : null
  return { files, mandates: seats, chairs, minutesHash }
}

/** What row security will say of the events that are not written yet. */
function isSeen({ house, actor }: JudgeInput, { office, scheme }: SittingState): boolean {
  return office === actor.office || Object.values(house.editions.offices(scheme)).flat().includes(actor.office)
}

/**
 * What is done to a file is done to a file of this sitting. The agenda is asked as the kernel: whoever stepped aside from
 * the file at an earlier sitting does not see it, and must step aside again.
 */
async function notOnAgenda(
  { tx, envelope }: JudgeInput,
  events: readonly SittingEvent[],
): Promise<Refusal | undefined> {
  const named = events.flatMap(filesIn)
  if (named.length === 0) return undefined
  tx.asKernel()
  const files = await readFilesOf(tx, envelope.stream)
  const stray = named.find((file) => !files.includes(file))
  return stray === undefined ? undefined : refuse('not-on-agenda', { case: stray }, 'case')
}

/** The cases that an event names. Lifting an interest is about what was declared, whatever became of the file. */
function filesIn(event: SittingEvent): readonly string[] {
  switch (event.type) {
    case 'agenda-set':
      return event.data.files.map((each) => each.case)
    case 'packs-asked':
      return event.data.cases
    case 'minutes-written':
      return event.data.part === 'general' ? [] : [event.data.part]
    case 'interest-declared':
    case 'file-moved':
    case 'file-opened':
    case 'candidate-heard':
    case 'question-asked':
    case 'vote-opened':
      return [event.data.case]
    default:
      return []
  }
}

function runningFor(
  { house, today }: JudgeInput,
  before: SittingState,
  input: Record<string, unknown>,
): RunningEdition | undefined {
  if (before.version > 0) return house.editions.find(before.scheme, before.edition)
  return house.editions.current(String(input['scheme'] ?? ''), today)
}

function circumstancesOf({ house, actor, envelope, now, today }: JudgeInput, running: RunningEdition): Circumstances {
  return {
    actor,
    now,
    today,
    running,
    calendar: house.editions.calendar(running.scheme.country),
    offices: { all: house.editions.allOffices(), byRole: house.editions.offices(running.scheme.scheme) },
    id: (purpose) => derivedId(envelope.command, purpose),
  }
}
