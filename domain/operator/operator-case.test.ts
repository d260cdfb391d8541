import { expect, test } from 'vitest'

import { foldCase } from '../case/case.ts'
import type { CaseEvent, CaseEventData } from '../case/events.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import {
  caseAfter,
  folded,
  operatorOffice,
  recorded,
  smallEdition,
  smallRunning,
  smallStory,
  visitMade,
} from '#tests/kit/small-scheme.ts'
import type { SmallMoment } from '#tests/kit/small-scheme.ts'

import { operatorCasesOf } from './operator-case.ts'

function event<T extends CaseEvent['type']>(type: T, data: CaseEventData[T]): CaseEvent {
  return { type, data } as CaseEvent
}

const refused = event('designation-refused', { operator: operatorOffice, reason: 'full', on: '2026-02-01' })
const another = event('operator-designated', { operator: 'two', reason: 'r', on: '2026-02-03', step: 'designation' })
const planned = event('plan-submitted', {
  step: 'plan',
  on: '2026-02-17',
  document: null,
  requested: 1000,
  text: 't',
})
const raised = event('difficulty-raised', { difficulty: 'd', about: 'supply', text: 't', on: '2026-04-01' })
const solved = event('difficulty-resolved', { difficulty: 'd', text: 't', on: '2026-04-05' })
const stopped: CaseEvent = {
  ...visitMade(2, '2026-09-09'),
  data: { ...visitMade(2, '2026-09-09').data, finding: 'stopped' },
} as CaseEvent

const services = [
  { service: 'support', title: {}, source: 's' },
  { service: 'study', title: {}, for: ['business'], done: 'idea', source: 's' },
  { service: 'errands', title: {}, for: ['social'], source: 's' },
]
const priced = {
  ...smallRunning,
  edition: { ...smallEdition, operators: { specification: { services } } },
} as unknown as RunningEdition

test('a case without an operator says nothing of one', () => {
  expect(operatorCasesOf(caseAfter('contacted'), smallRunning)).toEqual([])
})

test('days are counted from the day of the designation', () => {
  const state = caseAfter('agreed', planned)
  expect(operatorCasesOf(state, smallRunning)).toMatchObject([
    { office: operatorOffice, open: true, accepted: true, daysToAnswer: 2, daysToFirstMeeting: null, daysToPlan: 20 },
  ])
})

test('the first meeting is the first time that its own office worked with the person', () => {
  const moments: SmallMoment[] = Object.keys(smallStory) as SmallMoment[]
  const events = recorded(moments.slice(0, moments.indexOf('ideaIn') + 1).map((each) => smallStory[each]))
  const own = events.map((each) => (each.type === 'idea-submitted' ? { ...each, office: operatorOffice } : each))
  expect(operatorCasesOf(foldCase('case', events), smallRunning)[0]?.daysToFirstMeeting).toBeNull()
  expect(operatorCasesOf(foldCase('case', own), smallRunning)[0]?.daysToFirstMeeting).toBe(13)
})

test('who declines has answered; who never answers has, when another one is named; each keeps its own row', () => {
  expect(operatorCasesOf(caseAfter('designated', refused, another), smallRunning)).toMatchObject([
    { number: 0, office: operatorOffice, open: false, accepted: false, daysToAnswer: 4 },
    { number: 1, office: 'two', open: true, accepted: false, daysToAnswer: null },
  ])
  expect(operatorCasesOf(caseAfter('designated', another), smallRunning)[0]).toMatchObject({
    open: false,
    daysToAnswer: 6,
  })
})

test('visits are on time by their plan; those that nobody made stay due', () => {
  const state = caseAfter('settled', visitMade(1, '2026-04-10'), visitMade(2, '2026-09-20'))
  expect(operatorCasesOf(state, smallRunning)[0]).toMatchObject({
    visitsMade: 2,
    visitsOnTime: 1,
    visitsDue: ['2027-03-10'],
  })
})

test('an answer to a difficulty counts for the operator of that time', () => {
  expect(operatorCasesOf(caseAfter('paid', raised), smallRunning)[0]?.daysToDifficultyAnswer).toEqual([])
  expect(operatorCasesOf(caseAfter('paid', raised, solved), smallRunning)[0]?.daysToDifficultyAnswer).toEqual([4])
})

test('a project is alive by the first visit from a month before that day, and not by hearsay', () => {
  const alive = (...events: CaseEvent[]) => {
    const [row] = operatorCasesOf(caseAfter('settled', ...events), smallRunning)
    return [row?.aliveAt6, row?.aliveAt12]
  }
  expect(alive()).toEqual([null, null])
  expect(alive(visitMade(1, '2026-04-10'))).toEqual([null, null])
  expect(alive(visitMade(2, '2026-08-10'))).toEqual([true, null])
  expect(alive(stopped)).toEqual([false, false])
  expect(alive(event('person-withdrew', { reason: 'r', on: '2026-06-01' }))).toEqual([false, false])
  expect(alive(visitMade(2, '2026-09-01'), visitMade(3, '2027-03-01'))).toEqual([true, true])
})

test('as long as the designation runs all services of the aid are bound, afterwards those that were done in its time', () => {
  const bound = (...events: CaseEvent[]) => operatorCasesOf(caseAfter('agreed', ...events), priced)[0]?.services
  expect(bound()).toEqual(['support', 'study'])
  expect(bound(another)).toEqual(['support'])
  expect(
    bound(smallStory.ideaIn, smallStory.ideaApproved, {
      ...another,
      data: { ...another.data, on: '2026-03-01' },
    } as CaseEvent),
  ).toEqual(['support', 'study'])
  expect(operatorCasesOf(caseAfter('designated', refused), priced)[0]?.services).toEqual([])
})

test('a case that nobody was named for holds nothing of it', () => {
  expect(folded(smallStory.registered)).not.toHaveProperty('designations')
})
