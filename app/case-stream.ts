import { findDocument, readKeptDocuments } from '#db/documents.ts'
import { projectCase, viewOf } from '#db/projections/case.ts'
import { keepBeneficiary, keepNameKeys, keepPeople } from '#db/people.ts'
import { keepProjects } from '#db/projects.ts'
import { readSitting } from '#db/reads/sitting.ts'
import { caseCommands } from '#domain/case/commands/index.ts'
import { accessOf, isOnlyAsked } from '#domain/case/access.ts'
import { evolve, foldCase } from '#domain/case/case.ts'
import { caseEvents } from '#domain/case/upcast.ts'
import type { StoredCaseEvent } from '#domain/case/upcast.ts'
import { attempt, readInput } from '#domain/case/decide.ts'
import type { CaseCommand } from '#domain/case/decide.ts'
import type { KeptDocument } from '#domain/case/signing.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { Circumstances, Effects, SittingSummary } from '#domain/command.ts'
import type { OperatorsKnown } from '#domain/designation/question.ts'
import { derivedId } from '#domain/derived-id.ts'
import type { Outcome, Refusal } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import { beneficiaryOf } from '#domain/scheme/beneficiary.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import { liftTexts } from '#domain/text.ts'

import type { Judged, JudgeInput, StreamKind } from './judge.ts'
import { budgetRefusal } from './budget.ts'
import { contractsRefusal, operatorsFor } from './operators-known.ts'
import { strayPerson, withOtherCases } from './other-cases.ts'
import { linksFor, noticesFor } from './reactions.ts'

/** Cases: the heart. */
export const caseStream: StreamKind = {
  kind: 'case',
  has: (command) => Object.hasOwn(caseCommands, command),
  opens: (command) => caseCommands[command]?.kind === 'opens',
  judge: judgeCase,
}

async function judgeCase(input: JudgeInput): Promise<Outcome<Judged>> {
  const { envelope, past, house } = input
  const command = caseCommands[envelope.name] as CaseCommand
  if (command.kind === 'acts' && past.length === 0) return refuse('not-found', { stream: envelope.stream })
  if (command.kind === 'opens' && past.length > 0) return refuse('already-exists', { stream: envelope.stream })
  const parsed = readInput(command, envelope.input)
  if (parsed.refused) return parsed
  const before = foldCase(envelope.stream, caseEvents(past))
  if (input.ahead && !isSeen(input, before)) return refuse('not-found', { stream: envelope.stream })
  if (!command.answersAsked && isOnlyAsked(before, house.editions.offices(before.scheme), input.actor.office))
    return refuse('not-found', { stream: envelope.stream })
  const running = await house.editions.sought(() => runningFor(input, before, parsed.value))
  if (!running) return refuse('unknown-scheme', { scheme: String(parsed.value['scheme'] ?? '') }, 'scheme')
  if (envelope.seen !== undefined && envelope.seen > before.version)
    return refuse('case-moved-on', { seen: envelope.seen })
  const lifted = liftTexts(command.fields, parsed.value, envelope.command)
  const target = await targetOf(input, before, command, parsed.value)
  const judging = await withOtherCases(input, command, { running, target })
  const circumstances = circumstancesOf(input, judging.running, {
    sitting: await sittingFor(input, command, parsed.value),
    target: judging.target,
    documents: command.looksAtDocuments ? await readKeptDocuments(input.tx, envelope.stream) : undefined,
    operators: await operatorsFor(input, command, before),
  })
  const outcome = attempt(command, before, lifted.input, circumstances)
  if (outcome.refused) return outcome
  const stray = (await strayFile(input, command, parsed.value)) ?? (await strayPerson(input.tx, command, parsed.value))
  if (stray) return stray
  const after = foldAfter(before, past, foreseen(input, outcome.value))
  const spent = (await budgetRefusal(input, before, after)) ?? (await contractsRefusal(input, before, after))
  if (spent) return spent
  return accept(
    judged(input, before, running, outcome.value, lifted.texts, house.editions.offices(running.scheme.scheme)),
  )
}

/** What row security will say of the events that are not written yet. */
function isSeen({ house, actor }: JudgeInput, state: CaseState): boolean {
  return accessOf(state, house.editions.offices(state.scheme)).some(({ office }) => office === actor.office)
}

function runningFor(
  { house, today }: JudgeInput,
  before: CaseState,
  input: Record<string, unknown>,
): RunningEdition | undefined {
  if (before.version > 0) return house.editions.find(before.scheme, before.edition)
  return house.editions.current(String(input['scheme'] ?? ''), today)
}

/** The other edition of the case's scheme that a command names. */
async function targetOf(
  { house }: JudgeInput,
  { scheme }: CaseState,
  { towards }: CaseCommand,
  input: Record<string, unknown>,
): Promise<RunningEdition | undefined> {
  if (towards === undefined) return undefined
  return house.editions.sought(() => house.editions.find(scheme, String(input[towards])))
}

async function sittingFor(
  { tx }: JudgeInput,
  command: CaseCommand,
  input: Record<string, unknown>,
): Promise<SittingSummary | undefined> {
  const id = command.alongside === undefined ? undefined : input[command.alongside]
  return typeof id === 'string' ? readSitting(tx, id) : undefined
}

/** `unknown-choice` for a file that was never uploaded for this case: no decision can know what lies in the store. */
async function strayFile(
  { tx, envelope }: JudgeInput,
  { fields }: CaseCommand,
  given: Record<string, unknown>,
): Promise<Refusal | undefined> {
  for (const [name, field] of Object.entries(fields)) {
    const file = given[name]
    if (field.kind !== 'file' || typeof file !== 'string') continue
    const document = await findDocument(tx, file)
    if (document?.case !== envelope.stream) return refuse('unknown-choice', { value: file }, name)
  }
  return undefined
}

/** What a decision must know beside the case itself. */
type Alongside = {
  readonly sitting: SittingSummary | undefined
  readonly target: RunningEdition | undefined
  readonly documents: readonly KeptDocument[] | undefined
  readonly operators: OperatorsKnown | undefined
}

function circumstancesOf(
  { house, actor, envelope, now, today, past }: JudgeInput,
  running: RunningEdition,
  { sitting, target, documents, operators }: Alongside,
): Circumstances {
  return {
    actor,
    now,
    today,
    running,
    calendar: house.editions.calendar(running.scheme.country),
    offices: { all: house.editions.allOffices(), byRole: house.editions.offices(running.scheme.scheme) },
    ...(sitting ? { sitting } : {}),
    ...(target ? { target } : {}),
    ...(documents ? { documents } : {}),
    ...(operators ? { operators } : {}),
    history: caseEvents(past),
    id: (purpose) => derivedId(envelope.command, purpose),
  }
}

type Fresh = { readonly type: string; readonly data: unknown }

function judged(
  input: JudgeInput,
  before: CaseState,
  running: RunningEdition,
  effects: Effects<Fresh>,
  texts: Judged['texts'],
  offices: ReturnType<JudgeInput['house']['editions']['offices']>,
): Judged {
  const { house, past, envelope } = input
  const calendar = house.editions.calendar(running.scheme.country)
  const people = effects.people ?? []
  const runningOf = ({ scheme, edition }: CaseState) => house.editions.find(scheme, edition) ?? running
  let seenBy: readonly string[] = []
  return {
    before,
    events: effects.events,
    texts,
    offices: () => seenBy,
    keep(tx, stored) {
      const state = foldAfter(before, past, stored)
      return [
        keepBeneficiary(tx, envelope.stream, beneficiaryOf(running.edition), effects.beneficiary),
        keepPeople(tx, envelope.stream, people),
        keepProjects(tx, envelope.stream, effects.projects ?? []),
        keepNameKeys(tx, envelope.stream, people),
        noticesFor(tx, { stored, state, running: runningOf(state) }),
        linksFor(tx, stored),
      ]
    },
    project(tx, stored, since) {
      const first = (since?.before as CaseState | undefined) ?? before
      const after = foldAfter(before, past, stored)
      const views = {
        before: first.version === 0 ? undefined : viewOf(first, runningOf(first), offices, calendar),
        after: viewOf(after, runningOf(after), offices, calendar),
      }
      seenBy = [...new Set([...(views.before?.access ?? []), ...views.after.access].map((each) => each.office))]
      return projectCase(tx, views, input.now)
    },
  }
}

/** The events that a command would bring about, as if they were recorded already. */
function foreseen({ actor, past, now }: JudgeInput, { events }: Effects<Fresh>): readonly StoredCaseEvent[] {
  const { user, role, office } = actor
  const envelope = { actor: user, role, office, happenedAt: now, recordedAt: now }
  return events.map((event, index) => ({ ...event, ...envelope, version: past.length + index + 1 }))
}

/** A correction changes how earlier events count, so then the whole stream is folded again. */
function foldAfter(before: CaseState, past: readonly StoredCaseEvent[], fresh: readonly StoredCaseEvent[]): CaseState {
  const all = [...past, ...fresh]
  const corrects = all.some((event) => event.type === 'event-corrected')
  return corrects ? foldCase(before.case, caseEvents(all)) : caseEvents(fresh).reduce(evolve, before)
}
