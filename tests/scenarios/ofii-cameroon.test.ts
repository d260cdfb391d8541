import { describe, expect, test } from 'vitest'

import { foldCase } from '#domain/case/case.ts'
import { stageOf } from '#domain/case/decide.ts'
import { paidOn } from '#domain/case/state.ts'
import { stepsFor } from '#domain/scheme/journey.ts'

import { after, noDeeds } from '../kit/case.ts'
import type { Deed } from '../kit/case.ts'
import { businessRoad, employmentRoad, socialRoad } from '../kit/roads.ts'

const roads: Readonly<Record<string, Readonly<Record<string, Deed>>>> = {
  business: businessRoad,
  employment: employmentRoad,
  social: socialRoad,
}

describe.each(Object.entries(roads))('OFII Cameroon, %s: from the first interview to the closed file', (aid, road) => {
  const told = after(noDeeds(), ...Object.values(road))

  test('every required step of the road is done', () => {
    const left = stepsFor(told.running.edition, aid).filter(
      ({ step }) => !step.optional && told.state.done[step.step] === undefined,
    )
    expect(left.map(({ step }) => step.step)).toEqual([])
    expect(told.state.status).toBe('closed')
    expect(told.state.closure).toMatchObject({ reason: 'completed' })
  })

  test('all that was granted was paid, and nothing more', () => {
    const { award } = told.state
    expect(award?.tranches.every((tranche) => tranche.state === 'paid')).toBe(true)
    expect(award?.tranches.reduce((sum, tranche) => sum + paidOn(tranche), 0)).toBe(award?.amount)
  })

  test('the case goes through the stages in their order', () => {
    const stages: string[] = []
    let played = noDeeds()
    for (const deed of Object.values(road)) {
      played = after(played, deed)
      const stage = stageOf(played.state, played.running)
      if (stages.at(-1) !== stage) stages.push(stage)
    }
    expect(stages).toEqual(['preparation', 'arrival', 'project', 'launch', 'monitoring', 'closed'])
  })

  test('the state is the fold of its events, and survives JSON', () => {
    expect(foldCase(told.state.case, told.events)).toEqual(told.state)
    expect(JSON.parse(JSON.stringify(told.state))).toEqual(told.state)
  })
})
