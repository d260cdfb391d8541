import { aidOf } from '../scheme/journey.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import type { Step, Tranche } from '../scheme/scheme.ts'
import type { AwardTranche, CaseState } from './state.ts'
import { stepsOf } from './steps-of-case.ts'

export type Condition = Tranche['conditions'][number]

/** What the edition asks before this tranche is released. */
export function conditionsOf(tranche: string, state: CaseState, { edition }: RunningEdition): readonly Condition[] {
  return aidOf(edition, state.aid)?.tranches.find((each) => each.tranche === tranche)?.conditions ?? []
}

/** The conditions that nothing proves yet: what the case records, the documents named, and a person's word. */
export function unprovenConditions(
  tranche: string,
  evidence: readonly string[],
  statement: boolean,
  state: CaseState,
  running: RunningEdition,
): readonly Condition[] {
  const documents = state.documents.filter(({ document }) => evidence.includes(document))
  return conditionsOf(tranche, state, running).filter((condition) => {
    switch (condition.proof) {
      case 'agreement':
        return !agreementsSigned(state, running)
      case 'visit':
        return !visitedSincePayment(tranche, state)
      case 'statement':
        return !statement
      case 'document':
      case 'payment-receipts':
        return !documents.some(({ paper }) => papersFor(condition, running).includes(paper))
    }
  })
}

/** The kind of paper a condition asks for is the one of its own name; where there is none, any paper may prove it. */
function papersFor({ condition }: Condition, { edition }: RunningEdition): readonly string[] {
  const papers = edition.papers.map(({ paper }) => paper)
  return papers.includes(condition) ? [condition] : papers
}

function agreementsSigned(state: CaseState, running: RunningEdition): boolean {
  const agreements = stepsOf(state, running).filter(({ step }) => step.kind === 'agreement')
  return agreements.length > 0 && agreements.every(({ step }) => state.done[step.step] !== undefined)
}

/** A visit that found the person at work, made since the tranche before this one was paid. */
function visitedSincePayment(tranche: string, state: CaseState): boolean {
  const tranches = state.award?.tranches ?? []
  const before = tranches[tranches.findIndex((each) => each.tranche === tranche) - 1]
  const since = before?.payments.at(-1)?.on ?? ''
  return state.visits.some(({ on, finding }) => on >= since && (finding === 'on-course' || finding === 'needs-support'))
}

export function trancheOf(state: CaseState, tranche: string): AwardTranche | undefined {
  return state.award?.tranches.find((each) => each.tranche === tranche)
}

/**
 * The step that a tranche's payment belongs to. A road with one payment step has it done when all is paid; on a road
 * with several, each tranche has its own, and the last step takes all that are left.
 */
export function paymentStep(
  tranche: string,
  state: CaseState,
  running: RunningEdition,
): { readonly step: Step; readonly closesWith: readonly string[] } | undefined {
  const steps = stepsOf(state, running).filter(({ step }) => step.kind === 'payment')
  const tranches = (state.award?.tranches ?? []).map((each) => each.tranche)
  const at = tranches.indexOf(tranche)
  const step = steps[Math.min(at, steps.length - 1)]?.step
  if (at < 0 || step === undefined) return undefined
  const isLast = at >= steps.length - 1
  return { step, closesWith: isLast ? tranches : [tranche] }
}
