import { checkClock } from './check-clock.ts'
import { checkTwice, mustBe } from './check-references.ts'
import { allSteps, requiredBefore, stepsFor } from './journey.ts'
import type { Path, Report } from './problem.ts'
import type { Aid, Edition, Step, StepKind } from './scheme.ts'
import { plainKinds } from './scheme.ts'

/** Steps name what exists, can each be reached for some aid, and never wait for each other in a circle. */
export function checkJourney(edition: Edition, path: Path, report: Report): void {
  const placed = placesOf(edition, path)
  checkTwice(
    placed.map(({ step }) => step.step),
    (index) => [...(placed[index]?.path ?? path), 'step'],
    report,
  )
  for (const { step, path: at } of placed) checkNames(edition, step, at, report)
  // Without a choice no case ever has an aid, and every step that is for one stays out of reach.
  const needed: readonly StepKind[] = [
    'registration',
    'closure',
    ...(edition.aids.length > 0 ? ['aid-choice' as const] : []),
  ]
  for (const kind of needed)
    if (!placed.some(({ step }) => step.kind === kind))
      report({ path: [...path, 'journey'], code: 'step-missing', facts: { kind } })
  edition.aids.forEach((aid, index) => checkMoney(edition, aid, [...path, 'aids', index], report))
  checkReach(edition, placed, report)
}

/** What gives money is decided somewhere; a service has neither tranches nor a step where money is decided or paid. */
function checkMoney(edition: Edition, aid: Aid, path: Path, report: Report): void {
  const steps = stepsFor(edition, aid.aid).map(({ step }) => step)
  if (aid.money !== 'none') {
    if (!steps.some(({ kind }) => kind === 'committee'))
      report({
        path: [...path.slice(0, 2), 'journey'],
        code: 'step-missing',
        facts: { kind: 'committee', aid: aid.aid },
      })
    return
  }
  const paying = steps.filter(({ kind }) => kind === 'committee' || kind === 'payment').map(({ step }) => step)
  const parts = (['tranches', 'funders', 'budget'] as const).filter((part) => (aid[part] ?? []).length > 0)
  const found = [...parts, ...paying]
  for (const word of found)
    report({ path: [...path, 'money'], code: 'service-with-money', facts: { aid: aid.aid, word } })
}

type Place = { readonly step: Step; readonly path: Path }

function placesOf(edition: Edition, path: Path): readonly Place[] {
  return edition.journey.flatMap((stage, index) =>
    stage.steps.map((step, place) => ({ step, path: [...path, 'journey', index, 'steps', place] })),
  )
}

function checkNames(edition: Edition, step: Step, path: Path, report: Report): void {
  const steps = new Set(allSteps(edition).map((each) => each.step.step))
  const facts = new Set(edition.facts.map((each) => each.fact))
  const rules = new Set(edition.rules.map((each) => each.rule))
  const aids = new Set<string>(edition.aids.flatMap((each) => [each.aid, each.type]))
  const instruments = new Set(edition.instruments.map((each) => each.instrument))
  checkCommittee(edition, step, path, report)
  step.needs?.forEach((need, index) => mustBe('step', need, steps, [...path, 'needs', index], report))
  step.asks?.forEach((fact, index) => mustBe('fact', fact, facts, [...path, 'asks', index], report))
  step.for?.forEach((aid, index) => mustBe('aid', aid, aids, [...path, 'for', index], report))
  checkClock(edition, step, path, report)
  const papers = new Set(edition.papers.map((each) => each.paper))
  if (step.signing) mustBe('paper', step.signing.paper, papers, [...path, 'signing', 'paper'], report)
  if (step.changeUntil !== undefined) mustBe('step', step.changeUntil, steps, [...path, 'changeUntil'], report)
  if (step.instrument !== undefined) mustBe('instrument', step.instrument, instruments, [...path, 'instrument'], report)
  else if (step.kind === 'assessment')
    report({ path: [...path, 'kind'], code: 'instrument-missing', facts: { step: step.step } })
  if (step.when !== undefined) mustBe('rule', step.when, rules, [...path, 'when'], report)
  if (step.when !== undefined && (step.kind === 'registration' || step.kind === 'closure'))
    report({ path: [...path, 'when'], code: 'when-not-here', facts: { step: step.step }, atKey: true })
  if (step.repeats && !(plainKinds as readonly StepKind[]).includes(step.kind))
    report({ path: [...path, 'repeats'], code: 'repeats-not-here', facts: { step: step.step, known: plainKinds } })
  if (step.stipend !== undefined && step.stipend !== 'unknown')
    mustBe('rule', step.stipend, rules, [...path, 'stipend'], report)
}

/** A step whose decision is a committee's names the committee that decides; no other step has one. */
function checkCommittee({ committees = [] }: Edition, step: Step, path: Path, report: Report): void {
  const known = committees.map((each) => each.committee)
  const isDecidedByOne = step.kind === 'committee' && step.by.startsWith('committee-')
  if (step.committee === undefined) {
    if (isDecidedByOne)
      report({ path: [...path, 'kind'], code: 'committee-not-named', facts: { step: step.step, known } })
    return
  }
  if (isDecidedByOne) mustBe('committee', step.committee, new Set(known), [...path, 'committee'], report)
  else report({ path: [...path, 'committee'], code: 'committee-not-here', facts: { step: step.step }, atKey: true })
}

/** For every aid, steps that never open: those that wait for themselves, and those that wait for such a step. */
function checkReach(edition: Edition, placed: readonly Place[], report: Report): void {
  const stuck = new Map<string, Set<string>>()
  for (const aid of [null, ...edition.aids.map((each) => each.aid)])
    for (const step of neverOpen(edition, aid)) {
      const needs = stuck.get(step) ?? new Set<string>()
      for (const need of requiredBefore(stepsFor(edition, aid), step)) needs.add(need)
      stuck.set(step, needs)
    }
  for (const { step, path } of placed) {
    const needs = stuck.get(step.step)
    if (needs && waitsForItself(step.step, stuck))
      report({
        path,
        code: 'steps-in-circle',
        facts: { step: step.step, needs: [...needs].filter((need) => stuck.has(need)) },
      })
    else if (needs) report({ path, code: 'unreachable-step', facts: { step: step.step } })
    else if (!isEverThere(edition, step.step)) report({ path, code: 'unreachable-step', facts: { step: step.step } })
  }
}

/** Steps that stay closed for an aid even when everything that can be done is done. */
export function neverOpen(edition: Edition, aid: string | null): readonly string[] {
  const open = new Set<string>()
  let waiting = stepsFor(edition, aid).map(({ step }) => step.step)
  for (let before = -1; before !== open.size;) {
    before = open.size
    for (const step of waiting)
      if (requiredBefore(stepsFor(edition, aid), step).every((need) => open.has(need))) open.add(step)
    waiting = waiting.filter((step) => !open.has(step))
  }
  return waiting
}

function isEverThere(edition: Edition, stepId: string): boolean {
  return [null, ...edition.aids.map((each) => each.aid)].some((aid) =>
    stepsFor(edition, aid).some(({ step }) => step.step === stepId),
  )
}

function waitsForItself(start: string, needs: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const seen = new Set<string>()
  const waiting = [...(needs.get(start) ?? [])]
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    if (step === start) return true
    if (seen.has(step)) continue
    seen.add(step)
    waiting.push(...(needs.get(step) ?? []))
  }
  return false
}
