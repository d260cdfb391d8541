import type { OperatorsKnown } from '#domain/designation/question.ts'
import type { OperatorPerformance } from '#domain/operator/performance.ts'
import type { OperatorSheet } from '#domain/operator/sheet.ts'
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

/** An edition in which an operator is paid for one service, whatever the aid, and where only accredited ones are named. */
export function withServices(
  running: RunningEdition,
  accreditation: 'required' | 'optional' = 'optional',
): RunningEdition {
  const { edition } = running
  if (!edition.operators) throw new Error('this edition has no operators')
  const title = { fr: 'Accompagnement', en: 'Accompaniment', ar: 'مرافقة' }
  const specification = {
    proof: 'unknown',
    experience: 'unknown',
    insurance: 'unknown',
    months: 'unknown',
    grid: { highest: 5, enough: 'unknown', source: 'annexe' },
    services: [{ service: 'accompaniment', title, source: 'annexe' }],
    source: 'annexe',
  } as const
  const operators = {
    ...edition.operators,
    accreditation,
    specification: { ...specification, services: [...specification.services] },
  }
  return { ...running, edition: { ...edition, operators } }
}
