import { evolve, noCase } from '../case/case.ts'
import { caseCommands } from '../case/commands/index.ts'
import { attempt, stageOf } from '../case/decide.ts'
import type { RecordedCaseEvent } from '../case/events.ts'
import { aidNotOpen } from '../case/money-of-case.ts'
import type { CaseState } from '../case/state.ts'
import { stepsOf } from '../case/steps-of-case.ts'
import type { Circumstances, SittingSummary } from '../command.ts'
import { derivedId } from '../derived-id.ts'
import { noHolidays, type CountryCalendar } from '../holidays.ts'
import type { Outcome, Refusal } from '../outcome.ts'
import { refuse } from '../outcome.ts'
import type { Actor } from '../role.ts'
import { findStep, openSteps } from '../scheme/journey.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import type { Step } from '../scheme/scheme.ts'
import type { Deed, Scene } from './deeds.ts'
import { deedFor } from './deeds.ts'
import { drawsOf } from './draws.ts'
import type { Draws } from './draws.ts'
import { invent } from './invented.ts'
import type { Invented } from './invented.ts'

export type Ending = 'completed' | 'not-eligible' | 'refused' | 'withdrawn' | 'stuck'

/** What was refused to somebody who did what the step asked for. */
export type Hindrance = {
  readonly step: string
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
}

/** The life of one invented case. */
export type Life = {
  readonly state: CaseState
  readonly ending: Ending
  readonly deeds: readonly DoneDeed[]
  /** Refusals that time or another step resolved, and the one that nothing resolved. */
  readonly waits: readonly Hindrance[]
  readonly deadEnd: Hindrance | undefined
  /** Per stage kind, the first and the last day something was done in it. */
  readonly stages: Readonly<Record<string, { readonly from: string; readonly to: string }>>
}

/** Where and when a life is lived: real offices and days, or invented ones. */
export type Setting = {
  readonly firstDay: string
  /** The life stops before anything that would happen later. */
  readonly lastDay?: string
  readonly offices: Circumstances['offices']
  readonly calendar: CountryCalendar
  actorFor(deed: Deed, state: CaseState): Actor
  /** The sitting that the deed speaks of, or the only one there is. */
  sittingFor(deed: Deed, state: CaseState): SittingSummary
  /** The deed as it is done here, with this setting's words, days and offices; undefined = the life stops before it. */
  staged(deed: Deed, scene: Scene): Deed | undefined
}

/** A deed that was done: as it was sent, by whom; `id` is that of its command. */
export type DoneDeed = Deed & { readonly id: string; readonly actor: Actor }

const mostDeeds = 300

/** Invents people and lets each walk the road of an edition by the real decisions. The same seed gives the same lives. */
export function simulate(running: RunningEdition, people: number, seed: number): readonly Life[] {
  return Array.from({ length: people }, (_, index) => {
    const draws = drawsOf(seed * 10_007 + index)
    return live(running, invent(running, draws, `${seed} ${index}`), draws, inventedSetting(running))
  })
}

/** One person walks the road of an edition, deed by deed, until it ends, the setting ends it or nothing can be done. */
export function live(running: RunningEdition, person: Invented, draws: Draws, setting: Setting): Life {
  const waits: Hindrance[] = []
  const stages: Record<string, { from: string; to: string }> = {}
  const skipped = new Set(
    running.edition.journey.flatMap(({ steps }) =>
      steps.filter((step) => step.optional && draws.happens(0.5)).map((step) => step.step),
    ),
  )
  let state = noCase(person.case)
  let today = setting.firstDay
  let deadEnd: Hindrance | undefined
  const done: DoneDeed[] = []
  while (state.status === 'open' && done.length < mostDeeds) {
    const scene = { state, running, person, draws, today }
    const deeds = deedsNow(scene, skipped).map((deed) => setting.staged(deed, scene))
    if (deeds.some((deed) => deed === undefined || deed.day > (setting.lastDay ?? deed.day))) break
    const tried = tryNext(
      scene,
      deeds.filter((deed) => deed !== undefined),
      setting,
    )
    if (!tried.done) {
      // What is optional and came too late is passed by, as people do.
      const optional = stepsOf(state, running).filter(({ step }) => step.optional === true)
      const passedBy = tried.refused.filter((deed) => optional.some(({ step }) => step.step === deed.step))
      for (const { step } of passedBy) skipped.add(step)
      if (passedBy.length > 0) continue
      deadEnd = tried.refused[0] ?? { step: firstLeft(state, running)?.step ?? '', code: 'never-open', facts: {} }
      break
    }
    waits.push(...tried.refused)
    const stage = state.version === 0 ? (running.edition.journey[0]?.kind ?? '') : stageOf(state, running)
    stages[stage] = { from: stages[stage]?.from ?? tried.done.deed.day, to: tried.done.deed.day }
    state = tried.done.events.reduce(evolve, state)
    today = tried.done.deed.day
    done.push(tried.done.deed)
  }
  return { state, ending: endingOf(state, running), deeds: done, waits, deadEnd, stages }
}

/** What could be done next: leaving, ending what cannot go on, or the open steps. */
function deedsNow(scene: Scene, skipped: ReadonlySet<string>): readonly Deed[] {
  const { state, running, person, today } = scene
  const { edition } = running
  if (state.withdrewOn !== null || hasFailed(state, running)) {
    const input = { reason: edition.closures[0]?.name ?? '', text: 'x' }
    const by = isInHostOffice(state) ? 'counsellor' : 'coordinator'
    return [{ step: 'closure', command: 'close-case', by, day: today, input }]
  }
  if (state.version > 0 && stageOf(state, running) === person.leavesIn && state.award === null) {
    const by = isInHostOffice(state) ? 'counsellor' : 'coordinator'
    return [{ step: 'withdrawal', command: 'withdraw', by, day: today, input: { reason: 'x' } }]
  }
  const open = openSteps(stepsOf(state, running), state.done).filter(({ step }) => !skipped.has(step.step))
  const walking = open.filter(({ step }) => step.kind !== 'closure')
  // The closure can be open from the first day; nobody closes a case before the road is walked.
  const next = walking.length > 0 || firstLeft(state, running) ? walking : open
  return next.map(({ step }) => deedFor(step, scene))
}

/** The first step of the road that must be done and is not. */
function firstLeft(state: CaseState, running: RunningEdition): Step | undefined {
  return stepsOf(state, running)
    .map(({ step }) => step)
    .find((step) => !step.optional && step.kind !== 'closure' && state.done[step.step] === undefined)
}

function hasFailed(state: CaseState, running: RunningEdition): boolean {
  const isRefused = state.verdict?.result === 'not-met' || state.decisions.at(-1)?.outcome === 'refuse'
  return isRefused || isWithoutAid(state, running)
}

/** The answers close every aid, or the one that was chosen: there is nothing to wait for. */
function isWithoutAid(state: CaseState, running: RunningEdition): boolean {
  const { aids } = running.edition
  if (state.verdict === null || state.award !== null || aids.length === 0) return false
  const wanted = aids.filter(({ aid }) => state.aid === null || aid === state.aid)
  return wanted.every((aid) => aidNotOpen(aid, { ...state, aid: aid.aid }, running) !== undefined)
}

function isInHostOffice(state: CaseState): boolean {
  return state.custody.office === 'host'
}

type Tried = {
  readonly done: { readonly deed: DoneDeed; readonly events: readonly RecordedCaseEvent[] } | undefined
  readonly refused: readonly Hindrance[]
}

function tryNext(scene: Scene, deeds: readonly Deed[], setting: Setting): Tried {
  const refused: Hindrance[] = []
  for (const wanted of deeds) {
    const id = derivedId(scene.state.case, `deed ${scene.state.version}`)
    const circumstances = circumstancesOf(scene, wanted, setting, id)
    const deed = { ...wanted, id, input: withDay(wanted), actor: circumstances.actor }
    const outcome = decided(scene, deed, circumstances)
    if (outcome.refused) refused.push({ step: deed.step, code: outcome.code, facts: outcome.facts })
    else return { done: { deed, events: recorded(outcome.value, scene.state, circumstances) }, refused }
  }
  return { done: undefined, refused }
}

type Happened = { readonly events: readonly Pick<RecordedCaseEvent, 'type' | 'data'>[] }

/** Most commands say on which day it was done. */
function withDay({ command, input, day }: Deed): Deed['input'] {
  return 'on' in (caseCommands[command]?.fields ?? {}) ? { on: day, ...input } : input
}

function decided({ state }: Scene, { command: name, input }: Deed, circumstances: Circumstances): Outcome<Happened> {
  const command = caseCommands[name]
  if (!command) return refuse('no-such-command', { command: name }) satisfies Refusal
  return attempt(command, state, input, circumstances)
}

function recorded({ events }: Happened, state: CaseState, { actor, now }: Circumstances): readonly RecordedCaseEvent[] {
  const { user, role, office } = actor
  return events.map((event, index) => {
    const version = state.version + index + 1
    return { ...event, version, actor: user, role, office, happenedAt: now, recordedAt: now } as RecordedCaseEvent
  })
}

const officeOfRole = { counsellor: 'host', coordinator: 'return', 'employment-adviser': 'return', adviser: 'operator' }
const schemeRoles = [
  'committee-secretary',
  'committee-chair',
  'finance-officer',
  'payment-approver',
  'programme-manager',
]
const byRole: Record<string, readonly string[]> = {
  ...Object.fromEntries(Object.entries(officeOfRole).map(([role, office]) => [role, [office]])),
  ...Object.fromEntries(schemeRoles.map((role) => [role, ['scheme']])),
}

/** Each role has one office; whoever works on a case without an office of its own works from the one in charge. */
function officeFor(deed: Deed, state: CaseState): string {
  const own = byRole[deed.by]?.[0] ?? 'scheme'
  if (own === 'scheme' || state.version === 0 || deed.command === 'accept-custody') return own
  if (deed.by === 'adviser' && state.operator !== null) return own
  return state.custody.office
}

/** Offices that are nobody's, where everything is possible; a sitting always has a quorum. */
function inventedSetting(running: RunningEdition): Setting {
  return {
    firstDay: '2026-01-05',
    offices: { all: ['host', 'return', 'operator', 'scheme'], byRole },
    calendar: noHolidays,
    actorFor: (deed, state) => ({
      user: derivedId(deed.by, 'user'),
      role: deed.by,
      office: officeFor(deed, state),
    }),
    sittingFor: (deed, state) => ({
      sitting: 'sitting',
      scheme: running.scheme.scheme,
      committee: findStep(running.edition, deed.step)?.step.committee ?? null,
      office: 'scheme',
      state: 'open',
      on: deed.day,
      // Whether the scheme gives a quorum is another question.
      quorum: 3,
      present: ['one', 'two', 'three'],
      files: [{ case: state.case, recused: [] }],
    }),
    staged: (deed) => deed,
  }
}

function circumstancesOf({ state, running }: Scene, deed: Deed, setting: Setting, command: string): Circumstances {
  return {
    actor: setting.actorFor(deed, state),
    now: `${deed.day}T09:00:00.000Z`,
    today: deed.day,
    running,
    calendar: setting.calendar,
    offices: setting.offices,
    sitting: setting.sittingFor(deed, state),
    history: [],
    id: (purpose) => derivedId(command, purpose),
  }
}

function endingOf(state: CaseState, running: RunningEdition): Ending {
  if (state.status === 'open') return 'stuck'
  if (state.withdrewOn !== null) return 'withdrawn'
  if (state.verdict?.result === 'not-met' || isWithoutAid(state, running)) return 'not-eligible'
  return state.decisions.at(-1)?.outcome === 'refuse' ? 'refused' : 'completed'
}
