import { readMembers } from '#db/reads/sitting.ts'
import { projectSitting } from '#db/projections/sitting.ts'
import { readInput } from '#domain/case/decide.ts'
import type { Circumstances } from '#domain/command.ts'
import { derivedId } from '#domain/derived-id.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import { sittingCommands } from '#domain/sitting/commands/index.ts'
import { attemptSitting, strangers } from '#domain/sitting/decide.ts'
import type { SittingCommand } from '#domain/sitting/decide.ts'
import type { RecordedSittingEvent } from '#domain/sitting/events.ts'
import { evolveSitting, foldSitting } from '#domain/sitting/sitting.ts'
import type { SittingState } from '#domain/sitting/state.ts'
import { liftTexts } from '#domain/text.ts'

import type { Judged, JudgeInput } from './handle.ts'
import type { StreamKind } from './streams.ts'

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
  const running = runningFor(input, before, parsed.value)
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
  const outcome = attemptSitting(command, before, lifted.input, circumstancesOf(input, running))
  if (outcome.refused) return outcome
  const offices = new Set([
    actor.office,
    before.office,
    ...Object.values(house.editions.offices(running.scheme.scheme)).flat(),
  ])
  return accept({
    events: outcome.value.events,
    texts: lifted.texts,
    offices: () => [...offices],
    write: (writing, stored) => [
      projectSitting(writing, (stored as unknown as RecordedSittingEvent[]).reduce(evolveSitting, before)),
    ],
  })
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
    holidays: house.editions.holidays(running.scheme.country),
    offices: { all: house.editions.allOffices(), byRole: house.editions.offices(running.scheme.scheme) },
    id: (purpose) => derivedId(envelope.command, purpose),
  }
}
