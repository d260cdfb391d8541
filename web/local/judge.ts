import type { BeneficiaryAnswer, CaseAnswer, PersonAnswer } from '#contract/answers.ts'
import { dateIn } from '#domain/calendar.ts'
import { evolve, foldCase } from '#domain/case/case.ts'
import { attempt, mayAttempt, readInput, type CaseCommand } from '#domain/case/decide.ts'
import type { CaseEvent, RecordedCaseEvent } from '#domain/case/events.ts'
import type { KeptDocument } from '#domain/case/signing.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { Circumstances, SittingSummary } from '#domain/command.ts'
import type { OperatorsKnown } from '#domain/designation/question.ts'
import { derivedId } from '#domain/derived-id.ts'
import type { BeneficiaryInput, PersonInput } from '#domain/field.ts'
import type { Outcome, Refusal } from '#domain/outcome.ts'
import { accept } from '#domain/outcome.ts'
import type { Actor } from '#domain/role.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import { beneficiaryOf, type BeneficiaryKind } from '#domain/scheme/beneficiary.ts'
import { liftTexts, type KeptText } from '#domain/text.ts'

import type { Ground } from './edition.ts'

/** Under what a command is judged on this device. `now` is an instant; the day is that of the device. */
export type Setting = {
  readonly ground: Ground
  readonly actor: Actor
  readonly command: string
  readonly now: string
  readonly sitting?: SittingSummary | undefined
  /** The other edition that the command names. */
  readonly target?: RunningEdition | undefined
  /** What is known of the scheme's operators, where the command asks for it. */
  readonly operators?: OperatorsKnown | undefined
  /** The recorded events, oldest first, where the command looks back. */
  readonly history?: readonly RecordedCaseEvent[] | undefined
  /** What is kept for the case, as the file shows it. */
  readonly documents?: readonly KeptDocument[] | undefined
}

export function circumstancesOf(setting: Setting): Circumstances {
  const { ground, actor, command, now, sitting, target, operators, history, documents } = setting
  return {
    actor,
    now,
    today: dateIn(deviceZone(), now),
    running: ground.running,
    editions: ground.editions,
    calendar: ground.calendar,
    offices: ground.offices,
    ...(sitting ? { sitting } : {}),
    ...(target ? { target } : {}),
    ...(operators ? { operators } : {}),
    ...(history ? { history } : {}),
    ...(documents ? { documents } : {}),
    id: (purpose) => derivedId(command, purpose),
  }
}

export function deviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** May this seat do this now, on this device's knowledge? The refusal to be explained, or undefined. */
export function attemptRefusal(command: CaseCommand, state: CaseState, setting: Setting): Refusal | undefined {
  return mayAttempt(command, state, circumstancesOf(setting))
}

/** What a command brings about, as far as it can be foreseen. */
export type Foreseen = {
  readonly answer: CaseAnswer
  readonly events: readonly RecordedCaseEvent[]
}

/**
 * Judges a command exactly as the server will, and shows the file as it will be. Words are put beside the events, as
 * the server keeps them. Refusals are those of the command itself.
 */
export function judge(command: CaseCommand, file: CaseAnswer, input: unknown, setting: Setting): Outcome<Foreseen> {
  const parsed = readInput(command, input)
  if (parsed.refused) return parsed
  const lifted = liftTexts(command.fields, parsed.value, setting.command)
  const known = { documents: file.documents, ...setting }
  const outcome = attempt(command, file.case, lifted.input, circumstancesOf(known))
  if (outcome.refused) return outcome
  const { people = [], beneficiary } = outcome.value
  const events = recorded(outcome.value.events, file.case.version, setting)
  return accept({
    events,
    answer: {
      ...file,
      case: stateAfter(file.case, events, setting),
      ...(beneficiary ? { beneficiary: named(beneficiaryOf(setting.ground.running.edition), beneficiary) } : {}),
      people: [...file.people, ...people.map(personOf)],
      texts: withWords(file.texts, lifted.texts),
    },
  })
}

/** A correction changes how earlier events count: with the history at hand the case is folded again. */
function stateAfter(state: CaseState, events: readonly RecordedCaseEvent[], { history }: Setting): CaseState {
  const corrects = events.some(({ type }) => type === 'event-corrected')
  return corrects && history ? foldCase(state.case, [...history, ...events]) : events.reduce(evolve, state)
}

/** Recorded as the server will: versions count on, the moment is the device's until the answer comes. */
function recorded(
  events: readonly CaseEvent[],
  version: number,
  { actor, now }: Setting,
): readonly RecordedCaseEvent[] {
  return events.map((event, index) => ({
    ...event,
    version: version + index + 1,
    actor: actor.user,
    role: actor.role,
    office: actor.office,
    happenedAt: now,
    recordedAt: now,
  }))
}

function withWords(texts: CaseAnswer['texts'], kept: readonly KeptText[]): CaseAnswer['texts'] {
  return { ...texts, ...Object.fromEntries(kept.map(({ reference, body }) => [reference, body])) }
}

/** As the server will tell it; null for a person, who is among the people. */
function named(kind: BeneficiaryKind, beneficiary: BeneficiaryInput): BeneficiaryAnswer | null {
  if (kind === 'person') return null
  const { name, registration = null, place = null, phone = null, email = null } = beneficiary
  return { kind, name, registration, place, phone, email, erased: false }
}

function personOf(person: PersonInput): PersonAnswer {
  return {
    person: person.person,
    relation: person.relation,
    givenName: person.givenName,
    familyName: person.familyName,
    chosenName: person.chosenName ?? null,
    birth: person.birth ?? null,
    birthEstimated: person.birthEstimated ?? false,
    sex: person.sex ?? null,
    nationality: person.nationality ?? null,
    phone: person.phone ?? null,
    email: person.email ?? null,
    language: person.language ?? null,
    erased: false,
  }
}
