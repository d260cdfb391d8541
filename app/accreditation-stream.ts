import { holdDesignations } from '#db/designations.ts'
import { findDocument } from '#db/documents.ts'
import { projectAccreditation } from '#db/projections/operator.ts'
import { isOperatorKnown, readCallState } from '#db/reads/standing.ts'
import { readContractUse } from '#db/reads/operator.ts'
import { readInput } from '#domain/case/decide.ts'
import { derivedId } from '#domain/derived-id.ts'
import { evolveAccreditation, foldAccreditation } from '#domain/operator/accreditation.ts'
import { accreditationCommands } from '#domain/operator/commands/index.ts'
import { attemptAccreditation } from '#domain/operator/decide.ts'
import type { AccreditationCircumstances, AccreditationCommand } from '#domain/operator/decide.ts'
import type { RecordedAccreditationEvent } from '#domain/operator/events.ts'
import type { AccreditationState } from '#domain/operator/state.ts'
import type { Outcome, Refusal } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import { regionsOf } from '#domain/place-tables.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import { liftTexts } from '#domain/text.ts'

import type { Judged, JudgeInput, StreamKind } from './judge.ts'

/** The standing of organisations in schemes: one stream for each organisation and scheme. */
export const accreditationStream: StreamKind = {
  kind: 'accreditation',
  has: (command) => Object.hasOwn(accreditationCommands, command),
  opens: (command) => accreditationCommands[command]?.kind === 'opens',
  judge: judgeAccreditation,
}

type Given = Readonly<Record<string, unknown>>

async function judgeAccreditation(input: JudgeInput): Promise<Outcome<Judged>> {
  const { envelope, past, house, actor } = input
  const command = accreditationCommands[envelope.name] as AccreditationCommand
  if (command.kind === 'acts' && past.length === 0) return refuse('not-found', { stream: envelope.stream })
  const parsed = readInput(command, envelope.input)
  if (parsed.refused) return parsed
  const before = foldAccreditation(envelope.stream, past as unknown as RecordedAccreditationEvent[])
  const running = await house.editions.sought(() => runningFor(input, before, parsed.value))
  if (!running) return refuse('unknown-scheme', { scheme: String(parsed.value['scheme'] ?? '') }, 'scheme')
  if (envelope.seen !== undefined && envelope.seen > before.version)
    return refuse('case-moved-on', { seen: envelope.seen })
  const lifted = liftTexts(command.fields, parsed.value, envelope.command)
  const circumstances = await circumstancesOf(input, before, running, parsed.value)
  const outcome = attemptAccreditation(command, before, lifted.input, circumstances)
  if (outcome.refused) return outcome
  const stray = strayRegion(parsed.value, running) ?? (await strayPaper(input, parsed.value))
  if (stray) return stray
  const { 'programme-manager': programme = [], coordinator = [] } = house.editions.offices(running.scheme.scheme)
  return accept({
    events: outcome.value,
    texts: lifted.texts,
    offices: () => [...new Set([actor.office, before.office, ...programme, ...coordinator])],
    before,
    keep: () => [],
    project: (writing, stored) =>
      projectAccreditation(
        writing,
        (stored as unknown as RecordedAccreditationEvent[]).reduce(evolveAccreditation, before),
      ),
  })
}

/** Who applies is judged by the edition in force; whoever has a standing, by the one it was asked for under. */
function runningFor(
  { house, today }: JudgeInput,
  before: AccreditationState,
  given: Given,
): RunningEdition | undefined {
  if (before.version > 0) return house.editions.find(before.scheme, before.edition)
  return house.editions.current(String(given['scheme'] ?? ''), today)
}

async function circumstancesOf(
  { house, actor, envelope, today, tx }: JudgeInput,
  before: AccreditationState,
  running: RunningEdition,
  given: Given,
): Promise<AccreditationCircumstances> {
  const { scheme } = running.scheme
  const isNew = before.version === 0
  // Who designates at the same moment is waited for, so that no contract is cut below what it gives out.
  if (!isNew) await holdDesignations(tx, scheme)
  const applicant = typeof given['office'] === 'string' ? given['office'] : actor.office
  const [call, isKnown, use] = await Promise.all([
    typeof given['call'] === 'string' ? readCallState(tx, given['call']) : undefined,
    isNew ? isOperatorKnown(tx, scheme, applicant) : false,
    isNew ? undefined : readContractUse(tx, scheme, before.office),
  ])
  return {
    actor,
    today,
    running,
    offices: { all: house.editions.allOffices(), byRole: house.editions.offices(scheme) },
    ...(call ? { call } : {}),
    ...(use ? { committed: use.committed, given: use.cases } : {}),
    isKnown,
    id: (purpose) => derivedId(envelope.command, purpose),
  }
}

/** `unknown-choice` for a region that the scheme's country does not have. */
function strayRegion({ regions }: Given, { scheme }: RunningEdition): Refusal | undefined {
  const table = regionsOf(scheme.country)
  const wrong = Array.isArray(regions) ? regions.find((each) => !Object.hasOwn(table, String(each))) : undefined
  return wrong === undefined ? undefined : refuse('unknown-choice', { value: String(wrong) }, 'regions')
}

/** `unknown-choice` for a paper that was never brought for this standing: no decision can know what lies in the store. */
async function strayPaper({ tx, envelope }: JudgeInput, given: Given): Promise<Refusal | undefined> {
  const proofs = Object.values((given['expertise'] ?? {}) as Readonly<Record<string, string | null>>)
  const named = [
    ...(typeof given['insurance'] === 'string' ? [['insurance', given['insurance']] as const] : []),
    ...proofs.flatMap((paper) => (paper === null ? [] : [['expertise', paper] as const])),
  ]
  const found = await Promise.all(named.map(([, paper]) => findDocument(tx, paper)))
  const wrong = named.find((_each, index) => found[index]?.case !== envelope.stream)
  return wrong && refuse('unknown-choice', { value: wrong[1] }, wrong[0])
}
