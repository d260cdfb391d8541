import { describe, expect, test } from 'vitest'

import { noHolidays } from '#domain/holidays.ts'
import { foldCase } from '#domain/case/case.ts'
import { stageOf } from '#domain/case/decide.ts'
import { obligationsOf } from '#domain/case/obligations.ts'
import { roadOf } from '#domain/case/road.ts'
import { paidOn } from '#domain/case/state.ts'
import { stepsOf } from '#domain/case/steps-of-case.ts'
import type { PersonInput } from '#domain/field.ts'
import type { Role } from '#domain/role.ts'
import { findStep } from '#domain/scheme/journey.ts'

import type { Deed, Offices, Played } from './case.ts'
import { after, noDeeds, officeOf, runningScheme } from './case.ts'
import { firstAnswers } from './roads.ts'

/** One road of a scheme, told from the registration to the closed file by the offices that the scheme really has. */
export type SchemeRoad = {
  readonly scheme: string
  readonly edition?: string
  readonly offices: Offices
  readonly aid: string | null
  readonly deeds: readonly Deed[]
  readonly stages: readonly string[]
  /** What is paid in the end, in minor units; null where the road pays nothing. */
  readonly paid: number | null
}

/** Acts that anybody on the case may do at any time, without owing them. */
const neverOwed = ['attach-document', 'record-consent', 'record-facts', 'record-training']

/** What holds on every road of every scheme: owed by its doer, one stage at a time, all done, all paid, foldable. */
export function describeRoad(name: string, road: SchemeRoad): void {
  describe(name, () => {
    const start = noDeeds(runningScheme(road.scheme, road.edition), road.offices)
    const told = after(start, ...road.deeds)

    test('every required step is done and the file is closed', () => {
      const left = stepsOf(told.state, told.running).filter(
        ({ step }) => !step.optional && told.state.done[step.step] === undefined,
      )
      expect(left.map(({ step }) => step.step)).toEqual([])
      expect(told.state.status).toBe('closed')
      expect(told.state.aid).toBe(road.aid)
    })

    test('all that was granted was paid, and nothing more', () => {
      const tranches = told.state.award?.tranches ?? []
      expect(tranches.every((tranche) => tranche.state === 'paid')).toBe(true)
      expect(told.state.award === null ? null : tranches.reduce((sum, each) => sum + paidOn(each), 0)).toBe(road.paid)
    })

    test('every deed was owed by the one who did it, and somebody always owes the next one', () => {
      let played = start
      for (const deed of road.deeds) {
        const then = after(played, deed)
        if (played.events.length > 0 && !neverOwed.includes(deed.command) && !fulfilsNothingOwed(played, then))
          expect(owing(played), deed.command).toContain(`${deed.by}@${deed.office ?? officeOf(deed.by, road.offices)}`)
        played = then
        expect(owing(played).length > 0, `${deed.command} ${deed.day}`).toBe(played.state.status === 'open')
      }
    })

    test('the case goes through the stages in their order, one at a time', () => {
      const stages: string[] = []
      let played = start
      for (const deed of road.deeds) {
        played = after(played, deed)
        const stage = stageOf(played.state, played.running)
        if (stages.at(-1) !== stage) stages.push(stage)
        const here = roadOf(played.state, played.running, deed.day, noHolidays).filter(({ state }) =>
          now.includes(state),
        )
        expect(here.length, deed.command).toBe(played.state.status === 'open' ? 1 : 0)
      }
      expect(stages).toEqual(road.stages)
    })

    test('the state is the fold of its events, and survives JSON', () => {
      expect(foldCase(told.state.case, told.events)).toEqual(told.state)
      expect(JSON.parse(JSON.stringify(told.state))).toEqual(told.state)
    })
  })
}

const now = ['now', 'late', 'waiting']

function fulfilsNothingOwed({ state, running }: Played, then: Played): boolean {
  const done = Object.keys(then.state.done).filter((step) => state.done[step] === undefined)
  const isAgain = then.state.completions.length > state.completions.length && done.length === 0
  return isAgain || done.some((step) => findStep(running.edition, step)?.step.optional === true)
}

function owing({ state, running, offices = {} }: Played): readonly string[] {
  return obligationsOf(state, running, noHolidays).map(
    ({ role, office }) => `${role}@${office ?? officeOf(role, offices)}`,
  )
}

/** The case of a road before its first deed of this command; all of it when the command never comes. */
export function before(road: SchemeRoad, command: string): Played {
  const at = road.deeds.findIndex((deed) => deed.command === command)
  const start = noDeeds(runningScheme(road.scheme, road.edition), road.offices)
  return after(start, ...road.deeds.slice(0, at < 0 ? road.deeds.length : at))
}

export function did(command: string, by: Role, day: string, input: Deed['input'] = {}): Deed {
  return { command, by, day, input }
}

export const person = '00000000-0000-4000-8000-000000000011'
export const paper = (number: number) => `00000000-0000-4000-8000-0000000000${String(number).padStart(2, '0')}`

/** The file is opened with every consent that the scheme must have. */
export function opened(scheme: string, by: Role, day: string, others: readonly PersonInput[] = []): Deed {
  const { edition } = runningScheme(scheme)
  const people: PersonInput[] = [
    { person, givenName: 'Yao', familyName: 'Mensah', birth: '1994', relation: 'principal' },
    ...others,
  ]
  const consents = edition.consents.filter(({ required }) => required).map(({ purpose }) => purpose)
  return did('register-case', by, day, { scheme, people, consents })
}

/** A step with its answers: `{ 'âge': 26 }` is an answer that is known. */
export function stepped(step: string, by: Role, day: string, answers: Readonly<Record<string, unknown>> = {}): Deed {
  const facts = Object.fromEntries(Object.entries(answers).map(([fact, known]) => [fact, { known }]))
  return did('complete-step', by, day, { step, ...(Object.keys(facts).length > 0 ? { facts } : {}) })
}

export function assessed(scheme: string, step: string, instrument: string, by: Role, day: string): Deed {
  return did('record-assessment', by, day, { step, answers: firstAnswers(instrument, runningScheme(scheme)) })
}

/** Travel is planned and left for on the day after. */
export function left(by: Role, planned: string, day: string): Deed[] {
  const travellers = [person]
  return [
    did('plan-travel', by, planned, { travellers, departsOn: day, from: 'Lille', to: 'the country of return' }),
    did('confirm-departure', by, day, { travellers }),
  ]
}

export function met(day: string, arrivedOn: string): Deed {
  return did('record-first-contact', 'coordinator', day, { arrivedOn })
}

/** The study of a project whose cost is the sum of its lines; amounts in minor units. */
export function studied(by: Role, day: string, cost: number, ownContribution: number, requested: number): Deed {
  const lines = [{ line: 'equipment', amount: cost }]
  const judged = { relevance: 'good', market: 'good', viable: true }
  return did('record-feasibility', by, day, { ...judged, lines, ownContribution, requested })
}

/** The file is handed to a sitting and decided there. */
export function decided(handedIn: string, day: string, amount: number, split: Deed['input'] = {}): Deed[] {
  return [
    {
      ...did('submit-to-committee', 'coordinator', handedIn, { sitting: 'sitting-one' }),
      sitting: { state: 'planned' },
    },
    did('record-decision', 'committee-secretary', day, { sitting: 'sitting-one', outcome: 'select', amount, ...split }),
  ]
}

export function signed(day: string, by: Role, ...parties: readonly string[]): Deed[] {
  return parties.map((party) => did('sign-commitment', by, day, { party, means: 'on-paper' }))
}

export function kept(number: number, kind: string, by: Role, day: string): Deed {
  return did('attach-document', by, day, { document: paper(number), paper: kind })
}

/** A tranche from its request to its payment in full, by three acts of two people. */
export function settled(
  tranche: string,
  amount: number,
  day: string,
  { payee = 'supplier', evidence = [], means = 'bank' }: { payee?: string; evidence?: number[]; means?: string } = {},
): Deed[] {
  return [
    did('request-tranche', 'finance-officer', day, { tranche, payee, evidence: evidence.map(paper), text: 'checked' }),
    did('release-tranche', 'payment-approver', day, { tranche }),
    did('record-payment', 'finance-officer', day, { tranche, amount, means, reference: 'transfer' }),
  ]
}

export function visited(by: Role, ...days: readonly string[]): Deed[] {
  return days.map((day) => did('record-visit', by, day, { finding: 'on-course', documents: [], text: 'seen' }))
}

export function reported(report: string, by: Role, day: string): Deed {
  return did('submit-report', by, day, { report, text: 'told', documents: [] })
}

export function closed(day: string, by: Role = 'coordinator'): Deed {
  return did('close-case', by, day, { reason: 'completed' })
}
