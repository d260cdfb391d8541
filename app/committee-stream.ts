import { projectCommittee } from '#db/projections/committee.ts'
import { readMembers } from '#db/reads/sitting.ts'
import { readInput } from '#domain/case/decide.ts'
import { committeeStream, evolveCommittee, foldCommittee } from '#domain/committee/committee.ts'
import { committeeCommands } from '#domain/committee/commands/index.ts'
import { attemptCommittee } from '#domain/committee/decide.ts'
import type { CommitteeCommand } from '#domain/committee/decide.ts'
import type { RecordedCommitteeEvent } from '#domain/committee/events.ts'
import { derivedId } from '#domain/derived-id.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import { strangers } from '#domain/sitting/decide.ts'
import { liftTexts } from '#domain/text.ts'

import type { Judged, JudgeInput, StreamKind } from './judge.ts'

/** Who holds the seats of a committee. The stream begins with its first mandate. */
export const committeeStreams: StreamKind = {
  kind: 'committee',
  has: (command) => Object.hasOwn(committeeCommands, command),
  opens: () => false,
  judge: judgeCommittee,
}

async function judgeCommittee(input: JudgeInput): Promise<Outcome<Judged>> {
  const { envelope, past, house, tx, actor, now, today } = input
  const command = committeeCommands[envelope.name] as CommitteeCommand
  const parsed = readInput(command, envelope.input)
  if (parsed.refused) return parsed
  const before = foldCommittee(envelope.stream, past as unknown as RecordedCommitteeEvent[])
  const { scheme = before.scheme, committee = before.committee, office = before.office, member } = parsed.value
  const place = [scheme, committee, office].map(String) as [string, string, string]
  if (committeeStream(...place) !== envelope.stream) return refuse('not-found', { stream: envelope.stream })
  const running = await house.editions.sought(() => house.editions.current(place[0], today))
  if (!running) return refuse('unknown-scheme', { scheme }, 'scheme')
  if (typeof member === 'string') {
    const seated = await readMembers(tx, place[2])
    const stranger = strangers(
      [member],
      seated.map(({ account }) => account),
      'member',
    )
    if (stranger) return stranger
  }
  const byRole = house.editions.offices(place[0])
  const lifted = liftTexts(command.fields, parsed.value, envelope.command)
  const outcome = attemptCommittee(command, before, lifted.input, {
    actor,
    now,
    today,
    running,
    calendar: house.editions.calendar(running.scheme.country),
    offices: { all: house.editions.allOffices(), byRole },
    id: (purpose) => derivedId(envelope.command, purpose),
  })
  if (outcome.refused) return outcome
  return accept({
    events: outcome.value.events,
    texts: lifted.texts,
    offices: () => [...new Set([actor.office, ...Object.values(byRole).flat()])],
    before,
    keep: () => [],
    project: (writing, stored) =>
      projectCommittee(writing, (stored as unknown as RecordedCommitteeEvent[]).reduce(evolveCommittee, before)),
  })
}
