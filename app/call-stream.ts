import { projectCall } from '#db/projections/operator.ts'
import { readInput } from '#domain/case/decide.ts'
import { evolveCall, foldCall } from '#domain/operator-call/call.ts'
import type { RecordedCallEvent } from '#domain/operator-call/call.ts'
import { callCommands } from '#domain/operator-call/commands/index.ts'
import { attemptCall } from '#domain/operator-call/decide.ts'
import type { CallCommand } from '#domain/operator-call/decide.ts'
import type { CallState } from '#domain/operator-call/state.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import { liftTexts } from '#domain/text.ts'

import type { Judged, JudgeInput, StreamKind } from './judge.ts'

/** Calls for operators. */
export const callStream: StreamKind = {
  kind: 'call',
  has: (command) => Object.hasOwn(callCommands, command),
  opens: (command) => callCommands[command]?.kind === 'opens',
  judge: judgeCall,
}

async function judgeCall(input: JudgeInput): Promise<Outcome<Judged>> {
  const { envelope, past, house, actor, today } = input
  const command = callCommands[envelope.name] as CallCommand
  if (command.kind === 'acts' && past.length === 0) return refuse('not-found', { stream: envelope.stream })
  const parsed = readInput(command, envelope.input)
  if (parsed.refused) return parsed
  const before = foldCall(envelope.stream, past as unknown as RecordedCallEvent[])
  const running = await house.editions.sought(() => runningFor(input, before, parsed.value))
  if (!running) return refuse('unknown-scheme', { scheme: String(parsed.value['scheme'] ?? '') }, 'scheme')
  if (envelope.seen !== undefined && envelope.seen > before.version)
    return refuse('case-moved-on', { seen: envelope.seen })
  const lifted = liftTexts(command.fields, parsed.value, envelope.command)
  const offices = { all: house.editions.allOffices(), byRole: house.editions.offices(running.scheme.scheme) }
  const outcome = attemptCall(command, before, lifted.input, { actor, today, running, offices })
  if (outcome.refused) return outcome
  return accept({
    events: outcome.value,
    texts: lifted.texts,
    offices: () => [...new Set([actor.office, before.office].filter((office) => office !== ''))],
    before,
    keep: () => [],
    project: (writing, stored) =>
      projectCall(writing, (stored as unknown as RecordedCallEvent[]).reduce(evolveCall, before)),
  })
}

function runningFor(
  { house, today }: JudgeInput,
  before: CallState,
  given: Readonly<Record<string, unknown>>,
): RunningEdition | undefined {
  if (before.version > 0) return house.editions.find(before.scheme, before.edition)
  return house.editions.current(String(given['scheme'] ?? ''), today)
}
