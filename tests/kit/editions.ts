import type { RunningEdition } from '#domain/scheme/rules.ts'
import type { Aid, Edition, SchemeRule, Step } from '#domain/scheme/scheme.ts'
import { compileRules } from '#domain/scheme/verdict.ts'

import type { Deed } from './case.ts'

/** Another edition of the same scheme, in force since 2026, in which something was changed. */
export function laterEdition(
  { scheme, edition }: RunningEdition,
  change: (edition: Edition) => Edition = (same) => same,
  name = '2026-01',
): RunningEdition {
  const later = { ...change(edition), edition: name, from: '2026-01-01' }
  return { scheme, edition: later, rules: compileRules(scheme, later) }
}

export function withStep(edition: Edition, id: string, change: (step: Step) => readonly Step[]): Edition {
  const journey = edition.journey.map((stage) => ({
    ...stage,
    steps: stage.steps.flatMap((step) => (step.step === id ? change(step) : [step])),
  }))
  return { ...edition, journey }
}

export function withAid(edition: Edition, id: string, change: (aid: Aid) => readonly Aid[]): Edition {
  return { ...edition, aids: edition.aids.flatMap((aid) => (aid.aid === id ? change(aid) : [aid])) }
}

/** The same rule computed in another way. */
export function withRule(edition: Edition, id: string, publicodes: unknown): Edition {
  const rules = edition.rules.map((rule): SchemeRule => (rule.rule === id ? { ...rule, publicodes } : rule))
  return { ...edition, rules }
}

export function moved(target: RunningEdition, day: string, more: Partial<Deed> = {}): Deed {
  const input = { edition: target.edition.edition, reason: 'a new decree' }
  return { command: 'move-edition', by: 'programme-manager', day, target, input, ...more }
}
