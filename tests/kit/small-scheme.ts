import type { CaseEvent, CaseEventData, RecordedCaseEvent } from '#domain/case/events.ts'
import { foldCase } from '#domain/case/case.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import type { Edition, Stage, StageKind, Step } from '#domain/scheme/scheme.ts'

/** A scheme of twelve steps with every turn that a road can take, for tests of what is derived from a journey. */
const same = (words: string) => ({ fr: words, en: words, ar: words })

function step(id: string, kind: Step['kind'], by: Step['by'], more: Partial<Step> = {}): Step {
  return { step: id, kind, title: same(id), by, source: 'test', ...more }
}

function stage(kind: StageKind, where: 'host' | 'return', steps: Step[]): Stage {
  return { stage: `stage-${kind}`, kind, title: same(kind), where, steps }
}

const within = (count: number, unit: 'days' | 'working-days' | 'months', after: string) => ({
  deadline: { within: count, unit, after, source: 'test' },
})

const business = { for: ['business'] }

export const smallJourney: Stage[] = [
  stage('preparation', 'host', [
    step('registration', 'registration', 'counsellor'),
    step('aid-choice', 'aid-choice', 'counsellor'),
    step('departure', 'departure', 'counsellor'),
  ]),
  stage('arrival', 'return', [
    step('hand-over', 'custody', 'coordinator', within(2, 'days', 'departure')),
    step('first-contact', 'first-contact', 'coordinator', within(10, 'working-days', 'hand-over')),
    step('designation', 'designation', 'coordinator', within(10, 'days', 'first-contact')),
  ]),
  stage('project', 'return', [
    step('idea', 'idea', 'adviser', { ...business, approvedBy: 'coordinator' }),
    step('committee', 'committee', 'coordinator', business),
  ]),
  stage('launch', 'return', [
    step('training', 'training', 'adviser', { ...business, optional: true }),
    step('payment', 'payment', 'finance-officer'),
  ]),
  stage('monitoring', 'return', [
    step('visits', 'visit', 'adviser', { needs: ['departure'] }),
    step('final-report', 'report', 'adviser'),
    step('closure', 'closure', 'coordinator', within(1, 'months', 'final-report')),
  ]),
]

export const smallEdition = {
  edition: '2025',
  from: '2025-01-01',
  source: 'test',
  facts: [],
  rules: [],
  eligibility: 'eligible',
  aids: [
    {
      aid: 'business',
      type: 'business',
      tranches: [
        { tranche: 'first', conditions: [{ condition: 'quote', proof: 'document' }] },
        { tranche: 'second', conditions: [{ condition: 'good-visit', proof: 'visit' }] },
      ],
    },
    { aid: 'social', type: 'social', tranches: [] },
  ],
  papers: [{ paper: 'quote', title: same('quote') }],
  consents: [],
  instruments: [],
  closures: [],
  journey: smallJourney,
  monitoring: {
    starts: 'first-payment',
    months: 12,
    renewal: { months: 12, times: 1, by: 'coordinator', source: 'test' },
    visits: { at: [1, 6, 12], by: 'adviser', source: 'test' },
    ownVisits: { atLeast: 1, by: 'coordinator', source: 'test' },
    reports: [
      { report: 'interim', at: 6, by: 'adviser', title: same('interim'), source: 'test' },
      { report: 'final', at: 12, by: 'adviser', title: same('final'), source: 'test' },
    ],
    source: 'test',
  },
} as unknown as Edition

export const smallRunning = { edition: smallEdition } as RunningEdition

export const officeInLyon = 'lyon'
export const officeInYaounde = 'yaounde'
export const operatorOffice = 'operator-one'

/** The story of a case up to and including the named moment, each event on a day of 2026 that its order gives. */
export const smallStory = {
  registered: happened('case-registered', {
    step: 'registration',
    on: '2026-01-05',
    scheme: 'small',
    edition: '2025',
    office: officeInLyon,
    members: [{ person: 'p', relation: 'principal', birthYear: 1999 }],
    region: null,
    consents: {},
  }),
  aidChosen: happened('aid-chosen', {
    step: 'aid-choice',
    on: '2026-01-06',
    aid: 'business',
    previous: null,
    reason: null,
  }),
  departed: happened('departure-confirmed', { step: 'departure', on: '2026-01-20', travellers: ['p'] }),
  offered: happened('custody-offered', { from: officeInLyon, to: officeInYaounde, reason: 't', on: '2026-01-21' }),
  accepted: happened('custody-accepted', {
    step: 'hand-over',
    on: '2026-01-22',
    from: officeInLyon,
    to: officeInYaounde,
  }),
  contacted: happened('first-contact-made', {
    step: 'first-contact',
    on: '2026-01-26',
    arrivedOn: '2026-01-21',
    region: 'CM-CE',
    text: null,
  }),
  designated: happened('operator-designated', {
    operator: operatorOffice,
    reason: 't',
    on: '2026-01-28',
    step: 'designation',
  }),
  agreed: happened('designation-accepted', { step: 'designation', on: '2026-01-30', operator: operatorOffice }),
  ideaIn: happened('idea-submitted', { text: 't', activity: 'poultry', step: 'idea', on: '2026-02-10' }),
  ideaApproved: happened('idea-approved', { step: 'idea', on: '2026-02-12', text: null }),
  filed: happened('file-submitted-to-committee', { sitting: 's', on: '2026-02-20', step: 'committee' }),
  decided: happened('committee-decided', {
    step: 'committee',
    on: '2026-03-01',
    sitting: 's',
    outcome: 'select',
    complete: true,
    amount: 1000,
    conditions: [],
    text: null,
    tranches: [
      { tranche: 'first', amount: 700 },
      { tranche: 'second', amount: 300 },
    ],
  }),
  quoted: happened('document-attached', { document: 'a-quote', paper: 'quote', title: null }),
  asked: happened('tranche-requested', {
    tranche: 'first',
    evidence: [],
    payee: 'supplier',
    text: null,
    on: '2026-03-05',
  }),
  released: happened('tranche-released', { tranche: 'first', on: '2026-03-06' }),
  paid: happened('payment-recorded', {
    step: 'payment',
    on: '2026-03-10',
    payment: 'one',
    tranche: 'first',
    amount: 700,
    means: 'bank',
    reference: 't',
    complete: false,
  }),
  settled: happened('payment-recorded', {
    step: 'payment',
    on: '2026-03-20',
    payment: 'two',
    tranche: 'second',
    amount: 300,
    means: 'bank',
    reference: 't',
    complete: true,
  }),
} as const

export type SmallMoment = keyof typeof smallStory

function happened<T extends CaseEvent['type']>(type: T, data: CaseEventData[T]): CaseEvent {
  return { type, data } as CaseEvent
}

export function recorded(events: readonly CaseEvent[]): RecordedCaseEvent[] {
  return events.map((event, index) => ({
    ...event,
    version: index + 1,
    actor: 'someone',
    role: 'coordinator',
    office: officeInYaounde,
    happenedAt: '2026-01-01T00:00:00.000Z',
    recordedAt: '2026-01-01T00:00:00.000Z',
  }))
}

export function folded(...events: readonly CaseEvent[]): CaseState {
  return foldCase('case', recorded(events))
}

/** The case as it is after that moment of the story, and after whatever else happened. */
export function caseAfter(moment: SmallMoment, ...more: readonly CaseEvent[]): CaseState {
  const moments = Object.keys(smallStory) as SmallMoment[]
  const events = moments.slice(0, moments.indexOf(moment) + 1).map((each) => smallStory[each])
  return folded(...events, ...more)
}

export function visitMade(number: number | null, on: string, complete = false): CaseEvent {
  return happened('visit-recorded', {
    step: 'visits',
    on,
    visit: `visit-${number}-${on}`,
    number,
    finding: 'on-course',
    income: null,
    documents: [],
    text: 't',
    byOffice: number === null ? officeInYaounde : operatorOffice,
    complete,
  })
}

export function reportMade(report: 'interim' | 'final', on: string): CaseEvent {
  return happened('report-submitted', { step: 'final-report', on, report, text: 't', documents: [] })
}
