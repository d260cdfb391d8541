import { describe, expect, test } from 'vitest'

import { loadSchemes } from '#catalogue/load.ts'
import { calendarOf } from '#catalogue/load-calendar.ts'
import { evolve, noCase } from '#domain/case/case.ts'
import { addDays, monthsBetween } from '#domain/calendar.ts'
import { caseCommandNames, caseCommands } from '#domain/case/commands/index.ts'
import { outcomes } from '#domain/case/committee.ts'
import { attempt, stageOf } from '#domain/case/decide.ts'
import { obligationsOf } from '#domain/case/obligations.ts'
import type { PersonInput } from '#domain/field.ts'
import type { CaseCommand } from '#domain/case/decide.ts'
import type { RecordedCaseEvent } from '#domain/case/events.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { Circumstances } from '#domain/command.ts'
import { derivedId } from '#domain/derived-id.ts'
import type { Outcome } from '#domain/outcome.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import { compileRules } from '#domain/scheme/verdict.ts'
import { sittingCommandNames, sittingCommands } from '#domain/sitting/commands/index.ts'
import { attemptSitting } from '#domain/sitting/decide.ts'
import type { SittingCommand } from '#domain/sitting/decide.ts'
import type { RecordedSittingEvent } from '#domain/sitting/events.ts'
import { evolveSitting, noSitting } from '#domain/sitting/sitting.ts'
import { summaryOf } from '#domain/sitting/summary.ts'
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
    calendar: calendarOf(running.scheme.country),
    offices,
    id: (purpose) => derivedId(act.command, purpose),
    ...(sitting ? { sitting: summaryOf(sitting, files) } : {}),
  }
}

const days = ['2026-11-22', '2028-02-29', '2029-12-31']
const today = days[0] as string

describe('the plan of the demonstration', () => {
  test.each(days)('can be played on %s', { timeout: 30_000 }, (day) => {
    const { cases, refused } = rehearse(planDemonstration(scheme.scheme, newest.edition, day))
    expect(refused).toEqual([])
    expect(cases.size).toBeGreaterThanOrEqual(220)
  })

  const acts = planDemonstration(scheme.scheme, newest.edition, today)
  const { cases, sittings } = rehearse(acts)
  const states = [...cases.values()]

  test('is the same for the same day, and lies before it', () => {
    expect(planDemonstration(scheme.scheme, newest.edition, today)).toEqual(acts)
    expect(acts.filter((act) => act.today >= today)).toEqual([])
    expect((acts[0]?.today ?? '9') < '2025-06-01').toBe(true)
  })

  test('shows every command there is', () => {
    const shown = new Set(acts.map(({ name }) => name))
    // A new command is added to a story, or stands here with the reason why nobody needs to see it.
    const group = 'its scheme helps one person at a time, and no group'
    const alone = 'everybody in its one scheme has one file'
    const ownSittings = [
      'name-proxy',
      'call-members',
      'move-file',
      'freeze-packs',
      'record-packs',
      'open-file',
      'record-hearing',
      'ask-question',
      'record-answer',
      'open-vote',
      'cast-vote',
      'close-vote',
      'withdraw-vote',
      'write-minutes',
      'produce-letters',
      'lodge-appeal',
    ]
    const signing = [
      'ask-signatures',
      'cancel-signatures',
      'decline-by-link',
      'decline-signature',
      'send-signing-link',
      'sign-by-link',
      'sign-document',
    ]
    const notShown: Record<string, string> = {
      'link-person': alone,
      'unlink-person': alone,
      'carry-out-deadline': 'nothing happens by itself in its scheme',
      'undo-deadline': 'nothing happens by itself in its scheme',
      'move-edition': 'the files of the earlier edition are there for whoever wants to try it',
      'enrol-participants': group,
      'record-session': group,
      'record-completion': group,
    }
    for (const name of ownSittings)
      notShown[name] = 'whoever tries the coming sitting does it: what was decided is as it was'
    for (const name of signing) notShown[name] = 'its files were signed on paper'
    const all = [...caseCommandNames, ...sittingCommandNames]
    expect([...shown, ...Object.keys(notShown)].sort()).toEqual(all.toSorted())
  })

  test('has files in every stage and of every aid, and every decision', () => {
    const count = (words: readonly (string | null | undefined)[]) => new Set(words.filter(Boolean))
    const stages = states.map((state) => stageOf(state, runningOn(state.edition, today)))
    expect(count(stages)).toEqual(new Set(['preparation', 'arrival', 'project', 'launch', 'monitoring', 'closed']))
    expect(count(states.map(({ aid }) => aid))).toEqual(count(newest.edition.aids.map(({ aid }) => aid)))
    expect(count(states.flatMap(({ decisions }) => decisions.map(({ outcome }) => outcome)))).toEqual(new Set(outcomes))
    expect(count([...sittings.values()].map(({ status }) => status))).toEqual(
      new Set(['planned', 'closed', 'cancelled']),
    )
    expect(count(states.map(({ edition }) => edition)).size).toBe(2)
  })

  test('has work that is late, due soon and ahead for everyone who works on files', () => {
    const owed = states.flatMap((state) => obligationsOf(state, runningOn(state.edition, today), calendarOf('CM')))
    const soon = addDays(today, 21)
    for (const role of ['coordinator', 'adviser'] as const) {
      const dates = owed.filter((each) => each.role === role && each.dueOn !== null).map((each) => each.dueOn ?? '')
      expect(dates.filter((date) => date < today).length, `${role} late`).toBeGreaterThan(5)
      expect(dates.filter((date) => date >= today && date <= soon).length, `${role} soon`).toBeGreaterThan(5)
      expect(dates.filter((date) => date > soon).length, `${role} ahead`).toBeGreaterThan(5)
    }
    for (const role of ['counsellor', 'committee-secretary', 'finance-officer', 'payment-approver'] as const)
      expect(owed.filter((each) => each.role === role).length, role).toBeGreaterThan(1)
    for (const { user } of world.actors('adviser'))
      expect(
        states.some(({ operator }) => operator?.office === officeOf(user)),
        user,
      ).toBe(true)
  })

  test('has people whose data is as uneven as in real files', () => {
    const people = acts.flatMap(({ input }) => (input['people'] ?? []) as PersonInput[])
    const some = (what: (person: PersonInput) => boolean) => people.filter(what).length
    expect(some(({ birth }) => birth?.length === 4)).toBeGreaterThan(50)
    expect(some(({ birth }) => birth === undefined)).toBeGreaterThan(5)
    expect(some(({ birthEstimated }) => birthEstimated === true)).toBeGreaterThan(10)
    expect(some(({ chosenName }) => /\p{Script=Arabic}/u.test(chosenName ?? ''))).toBeGreaterThan(10)
    expect(some(({ familyName, givenName }) => familyName.length + givenName.length > 50)).toBeGreaterThan(2)
    expect(some(({ relation }) => relation === 'child')).toBeGreaterThan(80)
    const gaps = new Set(
      states.flatMap(({ facts }) => Object.values(facts).flatMap((each) => ('unknown' in each ? [each.unknown] : []))),
    )
    expect(gaps).toEqual(new Set(['unknown', 'refused', 'not-asked']))
  })

  test('tells of the student who raises hens, up to her fifth month', () => {
    const opened = acts.find(
      ({ input }) =>
        (input['people'] as PersonInput[] | undefined)?.[0]?.familyName === 'Essomba' &&
        input['region'] === 'CM-CE' &&
        (input['people'] as PersonInput[])[0]?.givenName === 'Mireille',
    )
    const state = cases.get(opened?.stream ?? '')
    expect(state?.facts['situation']).toEqual({ known: 'fin-etudes' })
    expect(state?.award).toMatchObject({ amount: 4_100_000, conditions: [expect.any(String)] })
    expect(state?.award?.tranches.map((tranche) => tranche.state)).toEqual(['paid', 'paid'])
    expect(state?.idea?.activity).toBe('poultry')
    expect(state?.difficulties).toMatchObject([{ about: 'market', resolvedOn: null }])
    const sitting = sittings.get(state?.decisions[0]?.sitting ?? '')
    expect(sitting?.interests.map((each) => each.case)).toEqual([state?.case])
    const months = monthsBetween(state?.marks['first-payment'] ?? '', today)
    expect(months).toBe(4)
  })
})

function officeOf(user: string): string {
  return world.actors('adviser').find((actor) => actor.user === user)?.office ?? ''
}
