import { describe, expect, test } from 'vitest'

import type { Project } from '../../project/project.ts'
import { poultryProject } from '#tests/kit/project.ts'
import { after, eventsOf, outcomeOf, refusalOf } from '#tests/kit/case.ts'
import type { Deed } from '#tests/kit/case.ts'
import { business, businessRoad, quote } from '#tests/kit/roads.ts'
import { expectRefusals, having } from '#tests/kit/refusals.ts'

const { studied, planned } = businessRoad

function saved(changes: Partial<Project> = {}, day = '2026-03-20', by: Deed['by'] = 'adviser'): Deed {
  return { command: 'save-project', by, day, input: { project: poultryProject(changes) } }
}

const agreed = business('agreed')
const once = after(agreed, saved())
const version = once.state.projects![0]!
const { lines, ownContribution, requested, ...judged } = studied.input as Record<string, unknown>
const { requested: _, ...plan } = planned.input as Record<string, unknown>

describe('a saved project', () => {
  test('is an event of figures; its words lie outside', () => {
    const [event] = eventsOf(agreed, saved())
    expect(event).toMatchObject({ type: 'project-saved', data: { number: 1, activity: 'poultry', currency: 'XAF' } })
    expect(JSON.stringify(event)).not.toContain('eggs sold in the quarter')
    const outcome = outcomeOf(agreed, saved())
    const [kept] = outcome.refused ? [] : (outcome.value.projects ?? [])
    expect(kept?.project).toBe(version.project)
    expect(JSON.parse(kept?.body ?? '')).toEqual(poultryProject())
  })

  test('can say what changed', () => {
    const noted: Deed = { ...saved(), input: { project: poultryProject(), note: 'fewer hens' } }
    expect(after(agreed, noted).state.projects?.[0]?.note).toBe('fewer hens')
    expect(version.note).toBeUndefined()
  })

  test('has a fingerprint of its content: another word is another one', () => {
    expect(version.fingerprint).toMatch(/^[0-9a-f]{64}$/)
    const other = after(once, saved({ words: { idea: 'Three hundred layers.' } }))
    expect(other.state.projects?.map(({ number }) => number)).toEqual([1, 2])
    expect(other.state.projects?.[1]?.fingerprint).not.toBe(version.fingerprint)
  })

  test('its budget sums to its cost', () => {
    const sum = version.lines.reduce((total, { amount }) => total + amount, 0)
    expect(sum).toBe(version.figures.cost)
  })

  test('half done can be kept', () => {
    expect(refusalOf(agreed, saved({ investments: [], sales: [], variableCosts: [], fixedCosts: [] }))).toBeUndefined()
  })

  const [hens] = poultryProject().investments
  const [eggs] = poultryProject().sales
  expectRefusals([
    ['the same again', once, saved(), 'nothing-changes', 'project'],
    ['a negative month', agreed, saved({ wage: { amount: 1, from: -1 } }), 'invalid-input', 'project'],
    [
      'a price beyond reason',
      agreed,
      saved({ sales: [{ ...eggs!, price: 1_000_000_001 }] }),
      'price-absurd',
      'project',
    ],
    ['a line without unit', agreed, saved({ sales: [{ ...eggs!, unit: '' }] }), 'unit-missing', 'project'],
    ['a line without name', agreed, saved({ sales: [{ ...eggs!, title: '' }] }), 'line-untitled', 'project'],
    ['another currency', agreed, saved({ currency: 'EUR' }), 'project-currency', 'project'],
    ['a cost of nothing sold', agreed, saved({ sales: [] }), 'unknown-line', 'project'],
    [
      'a circle of formulas',
      agreed,
      saved({ investments: [{ ...hens!, quantity: { formula: 'house' } }] }),
      'formula-circular',
      'project',
    ],
    [
      'a grace as long as the loan',
      agreed,
      saved({ loan: { amount: 1, interest: 0, months: 6, grace: 6 } }),
      'grace-above-months',
      'project',
    ],
    ['tomorrow', agreed, having(saved(), { on: '2027-01-01' }), 'date-ahead', 'on'],
  ])

  test('a refusal names the place', () => {
    expect(refusalOf(agreed, saved({ sales: [{ ...eggs!, unit: '' }] }))?.facts).toMatchObject({ path: 'sales.0.unit' })
  })
})

describe('a study and a plan made from a version', () => {
  const fromVersion = { ...studied, input: { ...judged, project: version.project } } as Deed

  test('take its lines and amounts, and say which version', () => {
    const [event] = eventsOf(once, fromVersion)
    expect(event?.data).toMatchObject({
      project: version.project,
      lines: version.lines,
      cost: version.figures.cost,
      requested: version.figures.requested,
    })
    const studiedSo = after(once, fromVersion)
    const planFrom = { ...planned, input: { ...plan, project: version.project } } as Deed
    expect(eventsOf(studiedSo, planFrom)[0]?.data).toMatchObject({
      project: version.project,
      requested: version.figures.requested,
    })
  })

  expectRefusals([
    ['lines typed beside it', once, having(fromVersion, { lines }), 'version-decides', 'lines'],
    ['an amount typed beside it', once, having(fromVersion, { requested }), 'version-decides', 'requested'],
    [
      'a contribution typed beside it',
      once,
      having(fromVersion, { ownContribution }),
      'version-decides',
      'ownContribution',
    ],
    ['a version that is not there', once, having(fromVersion, { project: quote }), 'unknown-choice', 'project'],
    ['neither version nor lines', once, { ...studied, input: judged } as Deed, 'invalid-input', 'lines'],
    [
      'a plan without an amount',
      business('studied'),
      { ...planned, input: plan } as Deed,
      'invalid-input',
      'requested',
    ],
    [
      'a plan with a version and an amount',
      after(once, fromVersion),
      having(planned, { project: version.project }),
      'version-decides',
      'requested',
    ],
  ])
})

describe('a price off an invoice', () => {
  const papers = after(agreed, {
    command: 'attach-document',
    by: 'adviser',
    day: '2026-03-20',
    input: { document: quote, paper: 'quote' },
  })
  const noted: Deed = {
    command: 'record-price',
    by: 'adviser',
    day: '2026-03-21',
    input: { document: quote, item: 'layer-feed', unit: 'bag-50kg', amount: 14_800 },
  }

  test('goes with the place and the trade, not with anybody', () => {
    const [event] = eventsOf(papers, noted)
    expect(event?.data).toMatchObject({
      country: 'CM',
      region: 'CM-CE',
      activity: 'poultry',
      currency: 'XAF',
      amount: 14_800,
    })
  })

  expectRefusals([
    ['nothing', papers, having(noted, { amount: 0 }), 'amount-zero', 'amount'],
    ['beyond reason', papers, having(noted, { amount: 1_000_000_001 }), 'price-absurd', 'amount'],
    ['a thing nobody knows', papers, having(noted, { item: 'gold' }), 'unknown-choice', 'item'],
    ['no paper of the case', agreed, noted, 'unknown-choice', 'document'],
  ])
})
