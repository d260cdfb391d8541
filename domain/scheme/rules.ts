import type { FactAnswers } from '../field.ts'
import type { Money } from '../money.ts'
import type { Edition, Scheme } from './scheme.ts'

/** All of a scheme and of an edition that running the rules needs. */
export type RuleScheme = Pick<Scheme, 'currency'>
export type RuleEdition = { readonly [Part in 'facts' | 'rules']: Readonly<Edition[Part]> } & Pick<Edition, 'rates'>

/** One reason of a verdict: the rule, what it came to, and which facts it still needs. */
export type Reason = {
  readonly rule: string
  readonly result: 'met' | 'not-met' | 'not-known'
  readonly missing: readonly string[]
}

/** Met, not met, or not known yet, with every rule that contributed and the facts that are missing, most useful first. */
export type Verdict = {
  readonly result: 'met' | 'not-met' | 'not-known'
  readonly reasons: readonly Reason[]
  readonly missing: readonly string[]
}

/** An amount in the scheme's currency, or `null` where the rule needs facts that are missing or the source is silent. */
export type AmountVerdict = {
  readonly amount: Money | null
  readonly applicable: 'met' | 'not-met' | 'not-known'
  readonly missing: readonly string[]
  readonly reasons: readonly Reason[]
}

/** The rules of one edition, ready to run; the same in server, browser and command line. */
export type Rules = {
  verdict(rule: string, facts: FactAnswers): Verdict
  amount(rule: string, facts: FactAnswers): AmountVerdict
  /** Names of the rules, facts and rates that a rule is made of, itself included. */
  restsOn(rule: string): readonly string[]
}

/** One edition of one scheme with its rules: what every decision about a case is made on. */
export type RunningEdition = {
  readonly scheme: Scheme
  readonly edition: Edition
  readonly rules: Rules
  /** What the same person's other cases answer, where the kernel was asked. */
  readonly elsewhere?: FactAnswers
}
