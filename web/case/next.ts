import { caseCommands } from '#domain/case/commands/index.ts'
import { refusalForStep } from '#domain/case/decide.ts'
import { obligationsOf, type Obligation } from '#domain/case/obligations.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { Circumstances } from '#domain/command.ts'
import { findStep } from '#domain/scheme/journey.ts'
import type { Step } from '#domain/scheme/scheme.ts'

import { allowed, fieldOf, type Act, type Attempts } from './acts.ts'

/** One thing owed on a case, with what this seat can do about it. The first way is the obvious one. */
export type Owed = {
  readonly obligation: Obligation
  readonly ways: readonly Act[]
  readonly isMine: boolean
  readonly isLate: boolean
  /** Its time has not come yet. */
  readonly isAhead: boolean
}

/**
 * What is owed on a case, most urgent first: what is this seat's own and can be done now, then the rest. The first one
 * is what the page asks for.
 */
export function owedOn(state: CaseState, attempts: Attempts, circumstances: Circumstances): readonly Owed[] {
  const { running, calendar, today } = circumstances
  return obligationsOf(state, running, calendar)
    .map((obligation) => ({
      obligation,
      ways: waysTo(obligation, state, attempts, circumstances),
      isMine: isOf(obligation, circumstances),
      isLate: obligation.dueOn !== null && obligation.dueOn < today,
      isAhead: obligation.opensOn !== null && obligation.opensOn > today,
    }))
    .toSorted((one, other) => (rank(one) < rank(other) ? -1 : rank(one) > rank(other) ? 1 : 0))
}

function rank({ obligation, ways, isMine, isAhead }: Owed): string {
  const mine = isMine && ways.length > 0 ? 0 : ways.length > 0 ? 1 : 2
  return `${isAhead ? 1 : 0} ${mine} ${obligation.dueOn ?? '9999'}`
}

function isOf({ role, office }: Obligation, { actor, offices }: Circumstances): boolean {
  if (role !== actor.role) return false
  return office === null ? (offices.byRole[role] ?? []).includes(actor.office) : office === actor.office
}

/** The commands of this seat that answer an obligation, the obvious one first. */
function waysTo(
  obligation: Obligation,
  state: CaseState,
  attempts: Attempts,
  circumstances: Circumstances,
): readonly Act[] {
  // Who makes it is part of what it is: a visit by another role would not be this visit.
  const isOther = personal.has(obligation.kind) && obligation.role !== circumstances.actor.role
  const named = isOther ? [] : (answers[obligation.kind] ?? [])
  const step = obligation.step === null ? undefined : findStep(circumstances.running.edition, obligation.step)?.step
  const ways = obligation.kind === 'step' && step ? waysToStep(step, state, circumstances) : named
  return ways
    .filter((command) => allowed(command, attempts))
    .filter((command) => command !== 'send-signing-link' || obligation.ref === 'beneficiary')
    .map((command) => ({ command, of: aboutOf(command, obligation, state) }))
}

/** Kinds of obligation that are no step of their own. */
const answers: Readonly<Record<string, readonly string[]>> = {
  custody: ['accept-custody', 'return-custody'],
  'designation-answer': ['accept-designation', 'refuse-designation'],
  tranche: ['release-tranche', 'return-tranche'],
  payment: ['record-payment', 'return-tranche'],
  visit: ['record-visit'],
  'own-visit': ['record-visit'],
  report: ['submit-report'],
  difficulty: ['resolve-difficulty'],
  signature: ['sign-document', 'send-signing-link'],
}

const personal: ReadonlySet<string> = new Set(['visit', 'own-visit', 'report', 'signature'])

/** The commands that fulfil a step, from the table; what fulfils none closes the case or brings a missing paper. */
function waysToStep(step: Step, state: CaseState, circumstances: Circumstances): readonly string[] {
  if (step.kind === 'closure') return ['close-case']
  const fulfilling = Object.values(caseCommands).filter(
    (command) =>
      [command.fulfils ?? []].flat().includes(step.kind) && !refusalForStep(command, step, state, circumstances),
  )
  const names = fulfilling.map(({ name }) => name)
  return step.kind === 'payment' ? [...names, 'attach-document'] : names
}

function aboutOf(command: string, { key, step, ref }: Obligation, { award }: CaseState): string | undefined {
  const [, request, party] = key.split(':')
  if (command === 'sign-document') return `${request} ${party}`
  if (command === 'send-signing-link') return request
  const field = fieldOf(command)
  // Tranches are asked for in their order: the next one is the one that waits.
  if (command === 'request-tranche') return ref ?? award?.tranches.find(({ state }) => state === 'waiting')?.tranche
  if (field === 'step') return step ?? undefined
  // A study or a plan can be made without a saved version of the project: the form asks.
  return field === 'paper' || field === 'project' || field === undefined ? undefined : ref
}
