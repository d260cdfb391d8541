import type * as z from 'zod/mini'

import type { DecisionOutcome } from './case/committee.ts'
import type { RecordedCaseEvent } from './case/events.ts'
import type { KeptDocument } from './case/signing.ts'
import type { OperatorsKnown } from './designation/question.ts'
import type { Mandate } from './committee/state.ts'
import type { BeneficiaryInput, Fields, InputOf, PersonInput } from './field.ts'
import { schemaOf } from './field.ts'
import type { CountryCalendar } from './holidays.ts'
import type { Outcome, Refusal } from './outcome.ts'
import type { Actor, Role } from './role.ts'
import type { BeneficiaryKind } from './scheme/beneficiary.ts'
import type { StageKind, StepKind } from './scheme/scheme.ts'
import type { RunningEdition } from './scheme/rules.ts'

/** What a decision may know besides the case: who, when, by which edition. Time and ids arrive as data. */
export type Circumstances = {
  readonly actor: Actor
  /** Instant (ISO 8601, UTC) and plain date of the decision. */
  readonly now: string
  readonly today: string
  readonly running: RunningEdition
  /** When people work in the country where the deadline runs. */
  readonly calendar: CountryCalendar
  /** Which offices exist, and which play which role in the scheme: what a `pick` of an office may name. */
  readonly offices: OfficeDirectory
  /** What other streams say, as far as the command asked for it (`alongside`). */
  readonly sitting?: SittingSummary
  /** What a sitting must know of its committee and its files; left out = not known here. */
  readonly committee?: CommitteeSheet
  /** The editions of the case's scheme that have come into force, newest first, where a screen offers them. */
  readonly editions?: readonly string[]
  /** The other edition of the case's scheme that the command names (`towards`), if there is such an edition. */
  readonly target?: RunningEdition
  /** What is kept for the case, oldest first, for a command that says `looksAtDocuments`. */
  readonly documents?: readonly KeptDocument[]
  /** What is known of the scheme's operators, for a command that says `looksAtOperators`; without network, nothing. */
  readonly operators?: OperatorsKnown
  /** The case's own events, oldest first, for a command that says `looksBack`. */
  readonly history?: readonly RecordedCaseEvent[]
  /** A fresh id, the same for the same command: `id('visit')` on the phone equals `id('visit')` on the server. */
  id(purpose: string): string
}

export type OfficeDirectory = {
  readonly all: readonly string[]
  readonly byRole: Readonly<Record<string, readonly string[]>>
}

/** What a case decision needs of a sitting. */
export type SittingSummary = {
  readonly sitting: string
  readonly scheme: string
  readonly committee: string | null
  readonly office: string
  readonly state: 'planned' | 'open' | 'closed' | 'cancelled'
  readonly on: string
  readonly quorum: number | null
  readonly present: readonly string[]
  readonly files: readonly SittingFile[]
  /** Left out = a meeting. */
  readonly procedure?: 'meeting' | 'restricted' | 'urgent'
  /** The file on the table, once the sitting opens its files one by one. */
  readonly openFile?: string | null
  /** The sitting says itself by which rule it decides: then its decisions are voted. */
  readonly votes?: boolean
  /** Packs were frozen: then only frozen packs are decided on. */
  readonly frozen?: boolean
  /** The next planned sitting of the same committee, where a file goes whose person did not come. */
  readonly next?: { readonly sitting: string; readonly on: string } | null
}

/** A file of a sitting: who stepped aside, who makes its quorum, what the vote said, and the hash of its pack. */
export type SittingFile = {
  readonly case: string
  readonly recused: readonly string[]
  /** Left out = everybody present who did not step aside. */
  readonly voting?: readonly string[]
  readonly vote?: FileVote | null
  readonly pack?: string | null
}

export type FileVote = {
  readonly vote: string
  readonly outcome: DecisionOutcome
  readonly amount: number | null
  /** Null while the vote is open. */
  readonly result: 'adopted' | 'rejected' | 'tied' | null
}

/** What a sitting must know beside its own events. */
export type CommitteeSheet = {
  /** Its files, as far as the actor may see them, and what was decided on each. */
  readonly files: readonly { readonly case: string; readonly outcome: string | null }[]
  /** Who holds its seats; empty = the committee keeps no list. */
  readonly mandates: readonly Mandate[]
  /** Members who have the role of the chair. */
  readonly chairs: readonly string[]
  /** SHA-256 of the minutes as they are now; null where they are not known. */
  readonly minutesHash: string | null
}

/** What a command brings about: events, and identity to keep outside them. */
export type Effects<Event> = {
  readonly events: readonly Event[]
  readonly people?: readonly PersonInput[]
  readonly beneficiary?: BeneficiaryInput
  /** Contents of saved projects, each under the id of its version. */
  readonly projects?: readonly { readonly project: string; readonly body: string }[]
}

/**
 * One thing a role can do. Route, API entry, rights, button, form, offline queue entry and audit line are derived from
 * this one object.
 */
export type Command<State, Event, F extends Fields = Fields> = {
  readonly name: string
  readonly stream: 'case' | 'sitting'
  /** `opens` starts a stream; `acts` needs one. */
  readonly kind: 'opens' | 'acts'
  readonly roles: readonly Role[]
  /** Stages of the journey in which it can be done; `closed` is one of them. */
  readonly stages: readonly StageKind[]
  /** Whom a case must be about for it to make sense; left out = anyone. */
  readonly beneficiaries?: readonly BeneficiaryKind[]
  /** The step kind that it fulfils, if any: the edition must have such a step, and what it needs must be done. */
  readonly fulfils?: StepKind | readonly StepKind[]
  /** Whose step it is: the role that does it (default), the one that approves it, or anyone of `roles`. */
  readonly stepRole?: 'by' | 'approvedBy' | 'any'
  /** It may be done again after the step is done (a second journey plan, another payment). */
  readonly again?: boolean
  /**
   * Who of the offices on a case may do it: the one with custody, the one it was offered to, the operator, the one
   * that plays the actor's role in the scheme (committee, finance), or any office that sees the case.
   */
  readonly offices: readonly ('custody' | 'offered' | 'operator' | 'scheme' | 'any')[]
  /** The name of the input that holds the sitting which `decide` must know. */
  readonly alongside?: string
  /** The name of the input that holds another edition of the case's scheme, which `decide` must know. */
  readonly towards?: string
  /** `decide` reads the recorded events themselves (`circumstances.history`), not only the state they lead to. */
  readonly looksBack?: boolean
  /** `decide` must know the documents that are kept for the case (`circumstances.documents`). */
  readonly looksAtDocuments?: boolean
  /**
   * `decide` reads what is known of the scheme's operators: their sheets alone, or also what they have in hand. With
   * the latter, decisions of one scheme wait for one another, so that the last place is given once.
   */
  readonly looksAtOperators?: 'sheets' | 'all'
  /** It answers a designation: also an operator that is only asked may do it. */
  readonly answersAsked?: boolean
  /** `decide` judges by rules that other cases of the same person may answer. */
  readonly looksElsewhere?: boolean
  readonly fields: F
  readonly decide: (state: State, input: InputOf<F>, circumstances: Circumstances) => Outcome<Effects<Event>>
  /** What may be attempted at all, beyond roles, stages and steps; used for the button too. */
  readonly when?: (state: State, circumstances: Circumstances) => Refusal | undefined
}

/** A command whose input type is forgotten: what the tables hold and the doors work with. */
export type AnyCommand<State, Event> = Omit<Command<State, Event>, 'decide'> & {
  readonly decide: (state: State, input: never, circumstances: Circumstances) => Outcome<Effects<Event>>
}

const schemas = new WeakMap<object, z.ZodMiniType<Record<string, unknown>>>()

/** The input schema of a command, made once. */
export function inputSchema(command: { readonly fields: Fields }): z.ZodMiniType<Record<string, unknown>> {
  const known = schemas.get(command)
  if (known) return known
  const made = schemaOf(command.fields)
  schemas.set(command, made)
  return made
}
