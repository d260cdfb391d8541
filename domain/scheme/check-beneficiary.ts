import { beneficiaryOf } from './beneficiary.ts'
import type { BeneficiaryKind } from './beneficiary.ts'
import type { Path, Report } from './problem.ts'
import type { Edition, Scheme, StepKind } from './scheme.ts'

const ofGroups: readonly StepKind[] = ['enrolment', 'session', 'completion']
const ofTravellers: readonly StepKind[] = ['travel', 'departure', 'first-contact']
const ofOneCase: readonly StepKind[] = [
  'assessment',
  'verdict',
  'aid-choice',
  'designation',
  'idea',
  'feasibility',
  'plan',
  'committee',
  'agreement',
  'training',
  'payment',
  'referral',
  'visit',
]

/** Kinds of step that make no sense for a beneficiary. */
const impossible: Readonly<Record<BeneficiaryKind, readonly StepKind[]>> = {
  person: ofGroups,
  organisation: [...ofTravellers, 'placement', ...ofGroups],
  group: [...ofTravellers, 'placement', ...ofOneCase],
}

/** The kind that was probably meant instead. */
const instead: Readonly<Partial<Record<StepKind, StepKind>>> = {
  'first-contact': 'interview',
  placement: 'referral',
  training: 'session',
  session: 'training',
  enrolment: 'registration',
  completion: 'form',
  visit: 'form',
}

/**
 * What an edition says must make sense for whom it helps. An organisation neither travels nor has a family; a group is
 * brought together, meets and ends, and nobody in it has an aid of their own there.
 */
export function checkBeneficiary(edition: Edition, path: Path, report: Report): void {
  const beneficiary = beneficiaryOf(edition)
  const refused = impossible[beneficiary]
  const kinds = edition.journey.flatMap((stage, index) =>
    stage.steps.map(({ kind }, place) => ({ kind, path: [...path, 'journey', index, 'steps', place, 'kind'] })),
  )
  for (const { kind, path: at } of kinds.filter(({ kind }) => refused.includes(kind))) {
    const suggestion = instead[kind]
    const possible = suggestion !== undefined && !refused.includes(suggestion)
    report({
      path: at,
      code: 'not-for-beneficiary',
      facts: { word: kind, beneficiary },
      ...(possible ? { suggestion } : {}),
    })
  }
  if (beneficiary === 'person') return
  edition.facts.forEach(({ derived }, index) => {
    if (derived !== 'adults' && derived !== 'minors') return
    report({
      path: [...path, 'facts', index, 'derived'],
      code: 'not-for-beneficiary',
      facts: { word: derived, beneficiary },
    })
  })
  if (beneficiary === 'group')
    checkGroup(
      edition,
      path,
      report,
      kinds.map(({ kind }) => kind),
    )
}

/** A case can be moved from one edition to another, but never becomes another's. */
export function checkSameBeneficiary({ editions }: Scheme, report: Report): void {
  const [newest, ...others] = editions.map(beneficiaryOf)
  others.forEach((beneficiary, index) => {
    if (beneficiary !== newest)
      report({
        path: ['editions', index + 1, 'beneficiary'],
        code: 'other-beneficiary',
        facts: { beneficiary, other: newest },
      })
  })
}

function checkGroup(edition: Edition, path: Path, report: Report, kinds: readonly StepKind[]): void {
  const about = { beneficiary: 'group' }
  for (const kind of ofGroups.filter((each) => !kinds.includes(each)))
    report({ path: [...path, 'journey'], code: 'step-missing', facts: { kind } })
  if (edition.aids.length > 0)
    report({ path: [...path, 'aids'], code: 'not-for-beneficiary', facts: { ...about, word: 'aids' } })
  // Nobody is the one person whom a message to the beneficiary would reach.
  edition.notices.forEach(({ to }, index) => {
    if (to === 'beneficiary')
      report({ path: [...path, 'notices', index, 'to'], code: 'not-for-beneficiary', facts: { ...about, word: to } })
  })
}
