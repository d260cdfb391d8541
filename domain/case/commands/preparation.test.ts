import { describe, expect, test } from 'vitest'

import { after, eventsOf, noDeeds, outcomeOf, refusalOf } from '#tests/kit/case.ts'
import type { Deed } from '#tests/kit/case.ts'
import { business, child, chosen, family, firstAnswers, principal, registration } from '#tests/kit/roads.ts'
import { expectRefusals, having } from '#tests/kit/refusals.ts'

const stranger = '00000000-0000-4000-8000-0000000000ff'

const consents = ['case-handling', 'share-with-country-office']
const counsellor = (command: string, day: string, input: Record<string, unknown> = {}): Deed => ({
  command,
  by: 'counsellor',
  day,
  input,
})

describe('register-case', () => {
  test('opens the file: people by id, each consent answered, identity beside the events', () => {
    const outcome = outcomeOf(noDeeds(), registration)
    if (outcome.refused) throw new Error(outcome.code)
    const [opened, ...others] = outcome.value.events
    expect(opened).toMatchObject({
      type: 'case-registered',
      data: { scheme: 'ofii-cameroon', office: 'lyon', region: null, step: 'registration', on: '2026-01-05' },
    })
    expect(opened?.data).toMatchObject({
      members: [
        { person: principal, relation: 'principal', birthYear: 1999 },
        { person: child, relation: 'child', birthYear: 2019 },
      ],
    })
    expect(JSON.stringify(outcome.value.events)).not.toContain('Mballa')
    expect(outcome.value.people).toEqual(family)
    expect([others, opened?.type === 'case-registered' && Object.keys(opened.data.consents).length]).toEqual([[], 8])
    const { state } = after(noDeeds(), registration)
    expect(state.consents['case-handling']).toEqual({ given: true, on: '2026-01-05' })
    expect(state.consents['research']).toEqual({ given: false, on: '2026-01-05' })
  })

  test('takes honest unknowns: a person without a birth, a fact that was refused', () => {
    const people = [{ ...family[0], birth: undefined }]
    const facts = { situation: { unknown: 'refused' } }
    const { state } = after(noDeeds(), having(registration, { people, facts }, { by: 'coordinator' }))
    expect(state.members).toEqual([{ person: principal, relation: 'principal', birthYear: null }])
    expect(state.facts).toEqual(facts)
  })

  test.each<[string, Record<string, unknown>, string, string?]>([
    ['a day ahead', { on: '2026-01-06' }, 'date-ahead', 'on'],
    ['a day of another age', { on: '0001-01-01' }, 'date-too-early', 'on'],
    ['two principals', { people: [family[0], { ...family[1], relation: 'principal' }] }, 'one-principal', 'people'],
    ['no principal', { people: [family[1]] }, 'one-principal', 'people'],
    ['one person twice', { people: [family[0], { ...family[1], person: principal }] }, 'person-twice', 'people'],
    ['a birth to come', { people: [{ ...family[0], birth: '2026-02' }] }, 'born-later', 'people'],
    ['a consent that must be given', { consents: ['case-handling'] }, 'consent-missing', 'consents'],
    ['a consent of another scheme', { consents: [...consents, 'marketing'] }, 'unknown-choice', 'consents'],
    ['another scheme', { scheme: 'elsewhere' }, 'unknown-choice', 'scheme'],
    ['a fact nobody asks', { facts: { height: { known: 1 } } }, 'unknown-fact', 'facts'],
    ['a fact of another type', { facts: { situation: { known: 3 } } }, 'invalid-fact', 'facts'],
    ['an unknown key', { colour: 'red' }, 'invalid-input', 'colour'],
    ['a region that is none', { region: 'Centre' }, 'invalid-input', 'region'],
    ['nobody', { people: [] }, 'one-principal', 'people'],
  ])('refuses %s', (_name, input, code, field) => {
    expect(refusalOf(noDeeds(), having(registration, input))).toMatchObject({ code, field })
  })

  test('refuses a file that is open already', () => {
    expect(refusalOf(business('registered'), registration)).toMatchObject({ code: 'already-exists' })
  })
})

describe('the file before the journey', () => {
  const asked = { 'mois en France': { known: 40 } }

  expectRefusals([
    [
      'a member who is one already',
      business('registered'),
      counsellor('add-member', '2026-01-06', { person: family[1] }),
      'already-member',
      'person',
    ],
    [
      'a second principal',
      business('registered'),
      counsellor('add-member', '2026-01-06', { person: { ...family[0], person: stranger } }),
      'one-principal',
      'person',
    ],
    [
      'a member born later',
      business('registered'),
      counsellor('add-member', '2026-01-06', { person: { ...family[1], person: stranger, birth: '2027' } }),
      'born-later',
      'person',
    ],
    [
      'a consent that says what it said before',
      business('registered'),
      counsellor('record-consent', '2026-01-06', { purpose: 'case-handling', given: true }),
      'nothing-changes',
      'given',
    ],
    [
      'facts that say what they said before',
      business('interviewed'),
      counsellor('record-facts', '2026-01-06', { facts: asked }),
      'nothing-changes',
      'facts',
    ],
    [
      'an appointment in the past',
      business('registered'),
      counsellor('plan-appointment', '2026-01-06', { at: '2026-01-06T08:59:00Z', place: 'Lyon', with: 'counsellor' }),
      'moment-past',
      'at',
    ],
    [
      'a step whose questions have no answer',
      business('registered'),
      counsellor('complete-step', '2026-01-06', { step: 'first-interview', facts: asked }),
      'answers-missing',
      'facts',
    ],
    [
      'a step that another command does',
      business('registered'),
      counsellor('complete-step', '2026-01-06', { step: 'verdict' }),
      'no-such-step',
      'step',
    ],
    [
      'a step that is done',
      business('interviewed'),
      counsellor('complete-step', '2026-01-06', { step: 'first-interview' }),
      'already-done',
    ],
    [
      'an assessment before the interview',
      business('registered'),
      counsellor('record-assessment', '2026-01-06', { step: 'resilience', answers: {} }),
      'step-needs',
    ],
    [
      'an assessment without answers',
      business('interviewed'),
      counsellor('record-assessment', '2026-01-06', { step: 'resilience', answers: {} }),
      'answers-missing',
      'answers',
    ],
    [
      'an assessment with a question of another instrument',
      business('interviewed'),
      counsellor('record-assessment', '2026-01-06', { step: 'resilience', answers: { height: 'tall' } }),
      'no-such-question',
      'answers',
    ],
    [
      'a day before the case began',
      business('screened'),
      counsellor('give-verdict', '2026-01-10', { on: '2026-01-04' }),
      'date-too-early',
      'on',
    ],
  ])

  test('takes a consent back, adds a member, attaches a paper once, keeps a note and an appointment', () => {
    const document = '00000000-0000-4000-8000-0000000000d9'
    const attach = counsellor('attach-document', '2026-01-06', { document, paper: 'identity' })
    const played = after(
      business('registered'),
      counsellor('record-consent', '2026-01-06', { purpose: 'case-handling', given: false }),
      counsellor('add-member', '2026-01-06', { person: { ...family[1], person: stranger } }),
      counsellor('add-note', '2026-01-06', { text: 'calm' }),
      counsellor('plan-appointment', '2026-01-06', { at: '2026-01-09T09:00:00Z', place: 'Lyon', with: 'counsellor' }),
      attach,
    )
    expect(played.state.consents['case-handling']).toEqual({ given: false, on: '2026-01-06' })
    expect(played.state.members).toHaveLength(3)
    expect(played.state.documents).toEqual([{ document, paper: 'identity', title: null }])
    expect(played.state.appointments).toMatchObject([{ at: '2026-01-09T09:00:00Z', with: 'counsellor' }])
    expect(refusalOf(played, attach)).toMatchObject({ code: 'already-attached', field: 'document' })
  })

  test('scores an assessment by its instrument and may repeat it', () => {
    const before = business('resilient')
    const answers = firstAnswers('resilience-before-return', before.running)
    const again = counsellor('record-assessment', '2026-01-09', { step: 'resilience', answers })
    expect(eventsOf(before, again)).toMatchObject([
      { type: 'assessment-recorded', data: { instrument: 'resilience-before-return', instrumentVersion: '1' } },
    ])
    const [first, second] = after(before, again).state.assessments
    expect(second?.score).toBe(first?.score)
    expect(typeof first?.band).toBe('string')
  })
})

describe('verdict and aid', () => {
  test('the verdict names what is missing as long as it is not known', () => {
    const facts = { 'aide déjà reçue': { unknown: 'unknown' } }
    const before = after(business('screened'), counsellor('record-facts', '2026-01-09', { facts }))
    const refusal = refusalOf(before, counsellor('give-verdict', '2026-01-10'))
    expect(refusal).toMatchObject({ code: 'verdict-not-known', facts: { missing: ['aide déjà reçue'] } })
  })

  test('a verdict is kept with the reason of each rule', () => {
    expect(business('judged').state.verdict).toMatchObject({ result: 'met', step: 'verdict' })
    expect(business('judged').state.verdict?.reasons.length).toBeGreaterThan(2)
  })

  test('an aid that the rules close is refused with its reasons; one that is not known yet may be chosen', () => {
    const facts = { 'aide déjà reçue': { known: true } }
    const before = after(business('judged'), counsellor('record-facts', '2026-01-11', { facts }))
    const refusal = refusalOf(before, chosen('social'))
    expect(refusal).toMatchObject({ code: 'aid-not-open', field: 'aid', facts: { rules: ['première aide'] } })
    expect(refusalOf(business('judged'), chosen('business'))).toBeUndefined()
  })

  test('a change of aid is given a reason, on arrival too, and takes a file back from the committee', () => {
    const other = { command: 'choose-aid', by: 'coordinator', day: '2026-04-28', input: { aid: 'social' } } as const
    const submitted = business('submitted')
    expect(refusalOf(submitted, other)).toMatchObject({ code: 'text-needed', field: 'reason' })
    expect(refusalOf(submitted, having(other, { aid: 'business', reason: 'r' }))).toMatchObject({ code: 'same-aid' })
    const changed = after(submitted, having(other, { reason: 'no market' }))
    expect(changed.state).toMatchObject({ aid: 'social', submission: null })
    expect(changed.events.at(-1)?.data).toMatchObject({ previous: 'business', reason: 'no market' })
  })

  test('no other aid once one was granted', () => {
    const other = { command: 'choose-aid', by: 'coordinator', day: '2026-05-13', input: { aid: 'social', reason: 'r' } }
    expect(refusalOf(business('decided'), other as Deed)?.code).toMatch(/not-at-this-stage|already-decided/)
  })
})

describe('journey', () => {
  const book = counsellor('plan-travel', '2026-01-20', { from: 'Lyon', to: 'Douala' })

  expectRefusals([
    [
      'a journey for nobody',
      business('chosen'),
      having(book, { travellers: [], departsOn: '2026-02-10' }),
      'nobody-travels',
      'travellers',
    ],
    [
      'a stranger',
      business('chosen'),
      having(book, { travellers: [stranger], departsOn: '2026-02-10' }),
      'unknown-choice',
      'travellers',
    ],
    [
      'a departure before the plan',
      business('chosen'),
      having(book, { travellers: [principal], departsOn: '2026-01-19' }),
      'date-too-early',
      'departsOn',
    ],
    [
      'a plan after the departure',
      business('departed'),
      having(book, { travellers: [principal], departsOn: '2026-02-11' }, { day: '2026-02-10' }),
      'already-departed',
    ],
    [
      'a departure that is still to come',
      business('booked'),
      counsellor('confirm-departure', '2026-02-09', { travellers: [principal], on: '2026-02-10' }),
      'date-ahead',
      'on',
    ],
    [
      'somebody who was not to travel',
      after(business('chosen'), having(book, { travellers: [principal], departsOn: '2026-02-10' })),
      counsellor('confirm-departure', '2026-02-10', { travellers: [principal, child] }),
      'not-a-traveller',
      'travellers',
    ],
    [
      'a departure of nobody',
      business('booked'),
      counsellor('confirm-departure', '2026-02-10', { travellers: [] }),
      'nobody-travels',
      'travellers',
    ],
    [
      'a second departure',
      business('departed'),
      counsellor('confirm-departure', '2026-02-10', { travellers: [principal] }),
      'already-done',
    ],
  ])

  test('a second plan replaces the first', () => {
    const other = having(book, { travellers: [principal], departsOn: '2026-02-20' }, { day: '2026-01-25' })
    expect(after(business('booked'), other).state.travel).toMatchObject({ to: 'Douala', departsOn: '2026-02-20' })
  })
})
