import { readFileSync } from 'node:fs'

import { evolve, foldCase, noCase } from '#domain/case/case.ts'
import { caseCommands } from '#domain/case/commands/index.ts'
import { attempt } from '#domain/case/decide.ts'
import type { CaseCommand } from '#domain/case/decide.ts'
import type { CaseEvent, RecordedCaseEvent } from '#domain/case/events.ts'
import type { KeptDocument } from '#domain/case/signing.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { Circumstances, Effects, SittingSummary } from '#domain/command.ts'
import type { OperatorsKnown } from '#domain/designation/question.ts'
import { derivedId } from '#domain/derived-id.ts'
import { noHolidays } from '#domain/holidays.ts'
import type { Outcome, Refusal } from '#domain/outcome.ts'
import type { Role } from '#domain/role.ts'
import { checkScheme } from '#domain/scheme/check.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import { compileRules } from '#domain/scheme/verdict.ts'

/**
 * Given, when, then for cases: deeds are done by the same `attempt` and `evolve` as everywhere, on the catalogue's own
 * schemes. Every role acts from its office of the scheme, as a user of its own.
 */
export type Deed = {
  readonly command: string
  readonly by: Role
  /** The day it is done on: today for the decision, and the input's `on` unless it has one. */
  readonly day: string
  readonly input?: Readonly<Record<string, unknown>>
  readonly office?: string
  readonly user?: string
  readonly sitting?: Partial<SittingSummary>
  /** What is known of the operators; left out = nothing. */
  readonly operators?: OperatorsKnown
  /** The other edition that the deed names. */
  readonly target?: RunningEdition
  /** What is kept for the case. */
  readonly documents?: readonly KeptDocument[]
}

export type Offices = Readonly<Partial<Record<Role, readonly string[]>>>

export type Played = {
  readonly running: RunningEdition
  /** Who plays which role; left out = the offices of OFII Cameroon. */
  readonly offices?: Offices
  readonly state: CaseState
  readonly events: readonly RecordedCaseEvent[]
}

export const caseId = '00000000-0000-4000-8000-00000000ca5e'

export const offices = {
  counsellor: ['lyon', 'paris'],
  coordinator: ['yaounde'],
  adviser: ['operator-one', 'operator-two', 'operator-three'],
  'employment-adviser': ['yaounde'],
  'committee-secretary': ['committee'],
  'committee-chair': ['committee'],
  'committee-member': ['committee'],
  'finance-officer': ['finance'],
  'payment-approver': ['finance'],
  'programme-manager': ['programme'],
} as const satisfies Offices

const schemes = new Map<string, RunningEdition>()

/** An edition of a scheme of the catalogue, the newest unless it is named, ready to run. */
export function runningScheme(name: string, editionName?: string): RunningEdition {
  const key = `${name} ${editionName ?? ''}`
  const known = schemes.get(key)
  if (known) return known
  const checked = checkScheme(readFileSync(`catalogue/schemes/${name}.yaml`, 'utf8'))
  if (!('scheme' in checked)) throw new Error(`${name}: ${JSON.stringify(checked.problems)}`)
  const { scheme } = checked
  const edition = scheme.editions.find((each) => editionName === undefined || each.edition === editionName)
  if (!edition) throw new Error(`no edition ${editionName} of ${name}`)
  const running = { scheme, edition, rules: compileRules(scheme, edition) }
  schemes.set(key, running)
  return running
}

export function noDeeds(running: RunningEdition = runningScheme('ofii-cameroon'), own?: Offices): Played {
  return { running, state: noCase(caseId), events: [], ...(own === undefined ? {} : { offices: own }) }
}

export function commandOf(name: string): CaseCommand {
  const command = caseCommands[name]
  if (!command) throw new Error(`no command ${name}`)
  return command
}

export function officeOf(role: Role, own: Offices = offices): string {
  return own[role]?.[0] ?? 'homeward'
}

export function circumstancesOf(played: Played, deed: Deed): Circumstances {
  const { state, running, events, offices: own = offices } = played
  const summary: SittingSummary = {
    sitting: 'sitting-one',
    scheme: running.scheme.scheme,
    committee: null,
    office: officeOf('committee-secretary', own),
    state: 'open',
    on: deed.day,
    quorum: 3,
    present: ['chair', 'first-member', 'second-member', 'third-member'],
    files: [{ case: state.case, recused: [] }],
    ...deed.sitting,
  }
  return {
    actor: { user: deed.user ?? `user-${deed.by}`, role: deed.by, office: deed.office ?? officeOf(deed.by, own) },
    now: `${deed.day}T09:00:00.000Z`,
    today: deed.day,
    running,
    calendar: noHolidays,
    offices: { all: [...new Set(Object.values(own).flat())], byRole: own },
    sitting: summary,
    ...(deed.target ? { target: deed.target } : {}),
    ...(deed.documents ? { documents: deed.documents } : {}),
    ...(deed.operators ? { operators: deed.operators } : {}),
    history: events,
    id: (purpose) => derivedId(`${deed.command} ${deed.day} ${state.version}`, purpose),
  }
}

export function outcomeOf(played: Played, deed: Deed): Outcome<Effects<CaseEvent>> {
  const command = commandOf(deed.command)
  const on = 'on' in command.fields ? { on: deed.day } : {}
  return attempt(command, played.state, { ...on, ...deed.input }, circumstancesOf(played, deed))
}

/** The refusal of a deed, or undefined when it is accepted. */
export function refusalOf(played: Played, deed: Deed): Refusal | undefined {
  const outcome = outcomeOf(played, deed)
  return outcome.refused ? outcome : undefined
}

/** The case after one more deed. Throws when the deed is refused: a story is told by what works. */
export function after(played: Played, ...deeds: readonly Deed[]): Played {
  return deeds.reduce((before, deed) => {
    const outcome = outcomeOf(before, deed)
    if (outcome.refused)
      throw new Error(`${deed.command} on ${deed.day}: ${outcome.code} ${JSON.stringify(outcome.facts)}`)
    return withEvents(before, deed, outcome.value.events)
  }, played)
}

/** The events that a deed brings about. */
export function eventsOf(played: Played, deed: Deed): readonly CaseEvent[] {
  return after(played, deed)
    .events.slice(played.events.length)
    .map(({ type, data }) => ({ type, data }) as CaseEvent)
}

export function withEvents(before: Played, deed: Deed, events: readonly CaseEvent[]): Played {
  const { actor, now } = circumstancesOf(before, deed)
  const recorded = events.map((event, index) => ({
    ...event,
    version: before.events.length + index + 1,
    actor: actor.user,
    role: actor.role,
    office: actor.office,
    happenedAt: now,
    recordedAt: now,
  }))
  const all = [...before.events, ...recorded]
  const corrects = all.some((event) => event.type === 'event-corrected')
  const state = corrects ? foldCase(caseId, all) : recorded.reduce(evolve, before.state)
  const running = deed.target?.edition.edition === state.edition ? deed.target : before.running
  return { ...before, running, events: all, state }
}
