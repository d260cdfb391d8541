import { describe, expect, test } from 'vitest'

import { loadSchemes } from '#catalogue/load.ts'
import { holidaysOf } from '#catalogue/load-holidays.ts'
import { evolve, noCase } from '#domain/case/case.ts'
import { caseCommands } from '#domain/case/commands/index.ts'
import { attempt } from '#domain/case/decide.ts'
import type { CaseCommand } from '#domain/case/decide.ts'
import type { RecordedCaseEvent } from '#domain/case/events.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { Circumstances } from '#domain/command.ts'
import { derivedId } from '#domain/derived-id.ts'
import type { Outcome } from '#domain/outcome.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import { compileRules } from '#domain/scheme/verdict.ts'
import { sittingCommands } from '#domain/sitting/commands/index.ts'
import { attemptSitting } from '#domain/sitting/decide.ts'
import type { SittingCommand } from '#domain/sitting/decide.ts'
import type { RecordedSittingEvent } from '#domain/sitting/events.ts'
import { evolveSitting, noSitting, summaryOf } from '#domain/sitting/sitting.ts'
import type { SittingState } from '#domain/sitting/state.ts'
import { liftTexts } from '#domain/text.ts'

import type { Act } from './act.ts'
import { withVersions } from './act.ts'
import { planDemonstration } from './plan.ts'
import { makeWorld } from './world.ts'

const [scheme] = loadSchemes('catalogue/schemes').filter((each) => each.scheme === 'ofii-cameroon')
if (!scheme) throw new Error('no scheme')
const editions = scheme.editions.map((edition): RunningEdition => ({
  scheme,
  edition,
  rules: compileRules(scheme, edition),
}))
const newest = editions[0] as RunningEdition
const world = makeWorld(scheme.scheme, newest.edition)
const byRole = world.offices.schemeOffices[0]?.roles ?? {}
const offices = { all: world.offices.offices.map(({ office }) => office), byRole }

/** Every act judged by the rules alone, in order: what is refused is named. */
function rehearse(acts: readonly Act[]) {
  const cases = new Map<string, CaseState>()
  const sittings = new Map<string, SittingState>()
  const histories = new Map<string, RecordedCaseEvent[]>()
  const versions = new Map<string, number>()
  const events: string[] = []
  const refused: string[] = []
  for (const act of acts) {
    const isCase = act.name in caseCommands
    const before = cases.get(act.stream) ?? noCase(act.stream)
    const running = runningOn(before.edition, act.today)
    const circumstances = {
      ...circumstancesOf(act, running, cases, sittings),
      history: histories.get(act.stream) ?? [],
    }
    const command = (isCase ? caseCommands[act.name] : sittingCommands[act.name]) as CaseCommand
    const { input } = liftTexts(command.fields, withVersions(act.input, versions), act.command)
    const sitting = sittings.get(act.stream) ?? noSitting(act.stream)
    const outcome: Outcome<{ events: readonly { type: string }[] }> = isCase
      ? attempt(command, before, input, circumstances)
      : attemptSitting(command as unknown as SittingCommand, sitting, input, circumstances)
    if (outcome.refused) {
      refused.push(`${act.name} ${act.today} ${act.stream}: ${outcome.code} ${JSON.stringify(outcome.facts)}`)
      continue
    }
    outcome.value.events.forEach((event, index) => {
      events.push(event.type)
      const version = (isCase ? before.version : sitting.version) + index + 1
      versions.set(act.command, version)
      const { user, role, office } = act.actor
      const recorded = { ...event, version, actor: user, role, office, happenedAt: act.at, recordedAt: act.at }
      if (isCase) histories.set(act.stream, [...(histories.get(act.stream) ?? []), recorded as RecordedCaseEvent])
      if (isCase) cases.set(act.stream, evolve(cases.get(act.stream) ?? before, recorded as RecordedCaseEvent))
      else
        sittings.set(act.stream, evolveSitting(sittings.get(act.stream) ?? sitting, recorded as RecordedSittingEvent))
    })
  }
  return { cases, sittings, events, refused }
}

function runningOn(edition: string, today: string): RunningEdition {
  const inForce = editions.find(({ edition: each }) =>
    edition === '' ? each.from <= today && (each.to ?? '9999') >= today : each.edition === edition,
  )
  if (!inForce) throw new Error(`no edition on ${today}`)
  return inForce
}

function circumstancesOf(
  act: Act,
  running: RunningEdition,
  cases: ReadonlyMap<string, CaseState>,
  sittings: ReadonlyMap<string, SittingState>,
): Circumstances {
  const named = act.input['sitting']
  const sitting = typeof named === 'string' ? sittings.get(named) : undefined
  const files = [...cases.values()].filter(({ submission }) => submission?.sitting === named).map((each) => each.case)
  return {
    actor: act.actor,
    now: act.at,
    today: act.today,
    running,
    holidays: holidaysOf(running.scheme.country),
    offices,
    id: (purpose) => derivedId(act.command, purpose),
    ...(sitting ? { sitting: summaryOf(sitting, files) } : {}),
  }
}

describe('the plan of the demonstration', () => {
  test.each(['2026-11-22', '2027-02-28', '2028-02-29', '2026-08-01', '2029-12-31'])('can be played on %s', (today) => {
    const { cases, refused } = rehearse(planDemonstration(scheme.scheme, newest.edition, today))
    expect(refused).toEqual([])
    expect(cases.size).toBeGreaterThanOrEqual(220)
  })
})
