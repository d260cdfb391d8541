import type { OperatorsKnown } from '#domain/designation/question.ts'
import type { OperatorPerformance } from '#domain/operator/performance.ts'
import type { OperatorSheet } from '#domain/operator/sheet.ts'
import type { Specification } from '#domain/scheme/operators.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

/** An accredited operator of which everything is said, as a test changes it. */
export function sheetOf(office: string, more: Partial<OperatorSheet> = {}): OperatorSheet {
  return {
    office,
    scheme: 'ofii-cameroon',
    type: 'private',
    state: 'accredited',
    from: '2025-01-01',
    until: '2027-12-31',
    lots: ['social', 'employment', 'business'],
    expertise: ['legal', 'psychological', 'economic', 'technical'],
    sectors: ['poultry', 'crops'],
    regions: ['CM-CE'],
    languages: ['fr'],
    capacity: 20,
    contract: {
      from: '2025-01-01',
      until: '2027-12-31',
      ceiling: 10_000_000,
      cases: 40,
      prices: [{ service: 'accompaniment', amount: 250_000 }],
    },
    interests: [],
    ...more,
  }
}

export function performanceOf(office: string, more: Partial<OperatorPerformance> = {}): OperatorPerformance {
  return {
    office,
    scheme: 'ofii-cameroon',
    caseload: 5,
    designated: 5,
    committed: 1_250_000,
    daysToAnswer: 2,
    daysToFirstMeeting: 5,
    daysToPlan: 30,
    daysToDifficultyAnswer: 3,
    visitsOnTime: null,
    aliveAt6: null,
    aliveAt12: null,
    satisfaction: null,
    ...more,
  }
}

export function knownOf(
  sheets: readonly OperatorSheet[],
  performances: readonly OperatorPerformance[] = [],
  more: Partial<OperatorsKnown> = {},
): OperatorsKnown {
  const candidates = sheets.map(({ office }) => ({ office, region: 'CM-CE', cases: 5 }))
  return { sheets, performances, candidates, languages: ['fr'], ...more }
}

const accompaniment = { fr: 'Accompagnement', en: 'Accompaniment', ar: 'مرافقة' }

/** An edition whose operators are paid for each case, and once more for a project. */
export function withServices(
  running: RunningEdition,
  accreditation: 'required' | 'optional' = 'optional',
): RunningEdition {
  const { edition } = running
  if (!edition.operators) throw new Error('this edition has no operators')
  const specification: Specification = {
    proof: [],
    experience: 'unknown',
    insurance: false,
    months: 'unknown',
    grid: { highest: 5, enough: 'unknown', source: 'annexe' },
    services: [
      { service: 'accompaniment', title: accompaniment, source: 'annexe' },
      { service: 'project', title: accompaniment, for: ['business'], source: 'annexe' },
    ],
    source: 'annexe',
  }
  return { ...running, edition: { ...edition, operators: { ...edition.operators, accreditation, specification } } }
}

/** An edition in which an operator has so many days to answer, and is not designated any more when it does not. */
export function withAnswerIn(within: number, running: RunningEdition): RunningEdition {
  const title = { fr: 'a', en: 'a', ar: 'a' }
  const answer = {
    within,
    unit: 'days' as const,
    source: 'annexe',
    // oxlint-disable-next-line unicorn/no-thenable -- the word of the scheme file
    then: { act: 'end-designation' as const, title, undoneBy: 'coordinator' as const, source: 'annexe' },
  }
  const journey = running.edition.journey.map((stage) => ({
    ...stage,
    steps: stage.steps.map((step) => (step.kind === 'designation' ? { ...step, answer } : step)),
  }))
  return { ...running, edition: { ...running.edition, journey } }
}
