import type { FactAnswers } from '../field.ts'
import type { RunningEdition } from './rules.ts'

const most = 20_000

/**
 * The same edition, whose rules remember what they said: for work on many cases, of which many share the answers that a
 * rule asks for. What a rule does not rest on is not shown to it.
 */
export function withRemembered({ scheme, edition, rules }: RunningEdition): RunningEdition {
  const facts = new Map<string, readonly string[]>()
  const said = new Map<string, unknown>()

  function once<T>(kind: string, rule: string, all: FactAnswers, ask: (facts: FactAnswers) => T): T {
    const names = facts.get(rule) ?? rules.restsOn(rule)
    facts.set(rule, names)
    const own = Object.fromEntries(names.flatMap((name) => (all[name] === undefined ? [] : [[name, all[name]]])))
    const key = `${kind} ${rule} ${JSON.stringify(own)}`
    if (said.has(key)) return said.get(key) as T
    if (said.size >= most) said.clear()
    const answer = ask(own)
    said.set(key, answer)
    return answer
  }
  return {
    scheme,
    edition,
    rules: {
      verdict: (rule, all) => once('verdict', rule, all, (own) => rules.verdict(rule, own)),
      amount: (rule, all) => once('amount', rule, all, (own) => rules.amount(rule, own)),
      restsOn: (rule) => rules.restsOn(rule),
    },
  }
}
