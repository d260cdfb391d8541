import { addDays, addMonths } from '../calendar.ts'
import { attendanceOf } from '../case/group.ts'
import { committeeOfFile } from '../case/committee.ts'
import { ceilingOf } from '../case/money-of-case.ts'
import { monitoringPeriod, visitPlan } from '../case/monitoring.ts'
import type { CaseState } from '../case/state.ts'
import { paidOn, requestedIn } from '../case/state.ts'
import { derivedId } from '../derived-id.ts'
import type { Role } from '../role.ts'
import { allocate, money as moneyOf } from '../money.ts'
import { isSplitAsked } from '../scheme/funding.ts'
import { beneficiaryOf } from '../scheme/beneficiary.ts'
import { aidOf } from '../scheme/journey.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import type { Step } from '../scheme/scheme.ts'
import type { Draws } from './draws.ts'
import type { Invented } from './invented.ts'

/** One act of the simulation: what would be typed, by whom, on which day at the earliest. */
export type Deed = {
  readonly step: string
  readonly command: string
  readonly by: Role
  readonly day: string
  readonly input: Readonly<Record<string, unknown>>
}

export type Scene = {
  readonly state: CaseState
  readonly running: RunningEdition
  readonly person: Invented
  readonly draws: Draws
  readonly today: string
}

type Act = readonly [command: string, by: Role, input?: Readonly<Record<string, unknown>>, day?: string]

/** The next act that a step needs, as a careful person in that role would do it. */
export function deedFor(step: Step, scene: Scene): Deed {
  const [command, by, input = {}, day] = actFor(step, scene)
  return { step: step.step, command, by, input, day: later(day ?? afterSomeDays(scene), scene.today) }
}

function actFor(step: Step, scene: Scene): Act {
  const { state, running, person, draws } = scene
  const { edition } = running
  switch (step.kind) {
    case 'registration': {
      const consents = edition.consents.map((each) => each.purpose)
      const { beneficiary } = person
      const people = beneficiaryOf(edition) === 'group' ? [] : person.people
      const named = beneficiary ? { beneficiary } : {}
      return ['register-case', step.by, { scheme: running.scheme.scheme, ...named, people, consents }]
    }
    case 'enrolment':
      return [
        'enrol-participants',
        step.by,
        { people: person.people, consents: edition.consents.map((each) => each.purpose) },
      ]
    case 'session':
      return ['record-session', step.by, { title: 'x', present: someOf(person.people, draws) }]
    case 'completion': {
      const attendance = attendanceOf(state)
      const present = person.people.map((each) => each.person).filter((each) => (attendance.get(each) ?? 0) > 0)
      return ['record-completion', step.by, { completed: present }]
    }
    case 'interview':
    case 'form':
    case 'purchase':
    case 'referral':
    case 'appointment':
    case 'placement':
    case 'document':
      return ['complete-step', step.by, { step: step.step, facts: asked(step, scene) }]
    case 'decision':
      return ['complete-step', step.by, { step: step.step, facts: asked(step, scene), text: 'x' }]
    case 'assessment':
      return ['record-assessment', step.by, { step: step.step, answers: scores(step, scene) }]
    case 'verdict':
      return ['give-verdict', step.by]
    case 'aid-choice':
      return ['choose-aid', step.by, { aid: person.aid }]
    case 'travel': {
      const travellers = person.people.map((each) => each.person)
      const departsOn = addDays(scene.today, draws.between(10, 30))
      return ['plan-travel', step.by, { travellers, departsOn, from: 'A', to: 'B' }, scene.today]
    }
    case 'departure': {
      const travellers = state.travel?.travellers ?? person.people.map((each) => each.person)
      return ['confirm-departure', step.by, { travellers }, state.travel?.departsOn]
    }
    case 'custody':
      if (state.custody.offeredTo === null) return ['hand-over-custody', 'counsellor', { to: 'return', reason: 'x' }]
      return ['accept-custody', 'coordinator']
    case 'first-contact':
      return ['record-first-contact', step.by, { arrivedOn: state.marks['departure'] ?? scene.today }, homeBy(state)]
    case 'designation':
      if (state.operator === null) return ['designate-operator', step.by, { operator: 'operator', reason: 'x' }]
      return ['accept-designation', 'adviser']
    case 'idea':
      if (state.idea?.state === 'submitted') return ['approve-idea', step.approvedBy ?? step.by]
      return ['submit-idea', step.by, { activity: 'poultry', text: 'x' }]
    case 'feasibility':
      return ['record-feasibility', step.by, study(scene)]
    case 'plan':
      return ['submit-plan', step.by, { requested: state.feasibility?.requested ?? sensible(scene), text: 'x' }]
    case 'committee':
      return decision(step, scene)
    case 'agreement':
      return signature(step, state)
    case 'training':
      return ['record-training', step.by, { title: 'x', days: 5, attended: draws.between(2, 5) }]
    case 'payment':
      return money(scene)
    case 'visit':
      return visit(step, scene)
    case 'report':
      return report(step, scene)
    case 'closure':
      return ['close-case', step.by, { reason: edition.closures[0]?.name ?? '', text: 'x' }]
  }
}

function someOf(people: Invented['people'], draws: Draws): readonly string[] {
  return people.filter(() => draws.happens(0.8)).map(({ person }) => person)
}

/** Nobody is met at home before the day they said they would leave on. */
function homeBy({ travel, marks }: CaseState): string | undefined {
  return travel !== null && marks['departure'] === undefined ? addDays(travel.departsOn, 1) : undefined
}

function asked(step: Step, { person }: Scene): Record<string, unknown> {
  const facts = (step.asks ?? []).filter((fact) => person.answers[fact] !== undefined)
  return Object.fromEntries(facts.map((fact) => [fact, person.answers[fact]]))
}

function scores(step: Step, { running, draws }: Scene): Record<string, string> {
  const instrument = running.edition.instruments.find((each) => each.instrument === step.instrument)
  return Object.fromEntries(
    (instrument?.questions ?? []).map(({ question, options }) => [question, draws.pick(options)?.option ?? '']),
  )
}

/** An amount that the aid may give: near the ceiling where there is one. */
function sensible({ state, running, draws }: Scene): number {
  const most = ceilingOf(state, running)?.amount ?? 1_000_000
  return Math.max(1, rounded(most * (0.6 + draws.next() * 0.4)))
}

/** Two figures and zeros, as people ask for money; never more than the amount. */
function rounded(amount: number): number {
  const unit = 10 ** Math.max(Math.floor(Math.log10(Math.max(amount, 1))) - 1, 0)
  return Math.floor(amount / unit) * unit
}

/** A study whose request respects the ceiling, which may itself rest on what the project costs. */
function study(scene: Scene): Record<string, unknown> {
  const { state, running, draws } = scene
  const wanted = sensible(scene)
  const cost = wanted + Math.round(wanted * draws.next() * 0.3)
  const judged = { relevance: 'good', market: 'fair', viable: true, lines: [{ line: 'x', amount: cost }] } as const
  const all = { ...judged, cost, ownContribution: cost - wanted, requested: wanted, step: '', on: '', text: null }
  const requested = Math.min(wanted, ceilingOf({ ...state, feasibility: all }, running)?.amount ?? wanted)
  return { ...judged, ownContribution: cost - requested, requested }
}

function decision(step: Step, scene: Scene): Act {
  const { state, running, draws } = scene
  const aid = aidOf(running.edition, state.aid)
  const wanted = requestedIn(state) ?? sensible(scene)
  const amount = Math.min(wanted, ceilingOf(state, running)?.amount ?? wanted)
  const grant = { amount, ...(isSplitAsked(aid?.funders) ? evenSplit(amount, scene) : {}) }
  if (aid?.decidedBy !== 'committee') return ['grant-award', step.by, grant]
  if (state.submission === null) return ['submit-to-committee', 'coordinator', { sitting: 'sitting' }]
  const others = (committeeOfFile(state, running)?.outcomes ?? []).filter((each) => !each.startsWith('select'))
  const outcome = draws.happens(0.15) ? draws.pick(others) : 'select'
  const input = outcome === undefined || outcome === 'select' ? { outcome: 'select', ...grant } : { outcome, text: 'x' }
  const by = step.by === 'committee-chair' ? 'committee-chair' : 'committee-secretary'
  return ['record-decision', by, { sitting: 'sitting', ...input }, addDays(state.submission.on, draws.between(7, 60))]
}

/** Where the scheme leaves the shares open, the funders of an invented award share it evenly. */
function evenSplit(amount: number, { state, running }: Scene): Record<string, unknown> {
  const funders = aidOf(running.edition, state.aid)?.funders ?? []
  const parts = allocate(
    moneyOf(amount, running.scheme.currency),
    funders.map(() => 1),
  )
  const funding = Object.fromEntries(funders.map(({ funder }, index) => [funder, parts[index]?.amount ?? 0]))
  return { funding, fundingReason: 'x' }
}

function signature(step: Step, state: CaseState): Act {
  const parties = step.signedBy ?? ['beneficiary']
  const signed = state.signatures.filter((each) => each.step === step.step).map((each) => each.party)
  const party = parties.find((each) => !signed.includes(each)) ?? parties[0]
  return ['sign-commitment', step.by, { party, means: 'on-paper' }]
}

/** The first tranche that is not paid goes one step on: papers, request, release, payment. */
function money({ state, running }: Scene): Act {
  const aid = aidOf(running.edition, state.aid)
  const tranche = state.award?.tranches.find((each) => each.state !== 'paid')
  const name = tranche?.tranche ?? ''
  if (tranche?.state === 'requested') return ['release-tranche', 'payment-approver', { tranche: name }]
  if (tranche?.state === 'released') {
    const input = { tranche: name, amount: tranche.amount - paidOn(tranche), means: 'bank', reference: 'x' }
    return ['record-payment', 'finance-officer', input]
  }
  const conditions = aid?.tranches.find((each) => each.tranche === name)?.conditions ?? []
  const papers = running.edition.papers.map((each) => each.paper)
  const proofs = conditions
    .filter(({ proof }) => proof === 'document' || proof === 'payment-receipts')
    .map(({ condition }) => ({
      paper: papers.includes(condition) ? condition : (papers[0] ?? ''),
      document: derivedId(`${state.case} ${name}`, condition),
    }))
  const absent = proofs.find(({ document }) => !state.documents.some((each) => each.document === document))
  if (absent) return ['attach-document', 'adviser', absent]
  const evidence = proofs.map(({ document }) => document)
  const payee = aid?.payees[0] ?? 'beneficiary'
  return ['request-tranche', 'finance-officer', { tranche: name, payee, evidence, text: 'x' }]
}

function visit(step: Step, scene: Scene): Act {
  const { state, running, draws } = scene
  const { monitoring } = running.edition
  const finding = draws.happens(0.1) ? 'not-met' : draws.happens(0.2) ? 'needs-support' : 'on-course'
  const input = { finding, documents: [], text: 'x' }
  if (monitoring && step.by !== monitoring.visits.by) {
    const from = monitoringPeriod(state, running)?.from
    return ['record-visit', step.by, input, from && addMonths(from, 3)]
  }
  const made = new Set(state.visits.map((each) => each.number))
  const next = visitPlan(state, running).find(({ number }) => !made.has(number))
  return ['record-visit', step.by, input, next?.on]
}

function report(step: Step, { state, running }: Scene): Act {
  const { monitoring } = running.edition
  const next = monitoring?.reports.find((each) => !state.reports.some((done) => done.report === each.report))
  const from = monitoringPeriod(state, running)?.from
  const input = { report: next?.report ?? 'final', text: 'x', documents: [] }
  return ['submit-report', step.by, input, from && next && addMonths(from, next.at)]
}

function afterSomeDays({ draws, today }: Scene): string {
  return addDays(today, draws.between(0, 9))
}

function later(one: string, other: string): string {
  return one > other ? one : other
}
