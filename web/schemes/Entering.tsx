import { Why } from '../ui/Why.tsx'
import type { SchemeWords } from './scheme-words.ts'

/** Who may enter: every rule behind the verdict as a sentence, each with its source. */
export function Entering({ words }: { words: SchemeWords }) {
  const { text, running } = words
  const { edition, rules } = running
  const all = rules.verdict(edition.eligibility, {}).reasons
  const behind = all.filter(({ rule }) => rule !== edition.eligibility)
  // Where one rule says it all, it is the verdict itself.
  const reasons = behind.length > 0 ? behind : all
  const asked = (missing: readonly string[]): string[] =>
    missing.flatMap((fact) => {
      const found = edition.facts.find((each) => each.fact === fact)
      return found ? [words.titled(found.ask)] : []
    })
  return (
    <section aria-labelledby="entering">
      <h2 id="entering" className="text-title">
        {text('schemes.entering')}
      </h2>
      <ul className="mt-3 grid max-w-prose gap-3">
        {reasons.map(({ rule, missing }) => {
          const found = edition.rules.find((each) => each.rule === rule)
          const questions = asked(missing).map((name) => ({ name }))
          return (
            <li key={rule} className="border-s-2 border-river ps-4">
              <Why reasons={[{ ...words.because(rule, text('schemes.asks'), found?.source), facts: questions }]}>
                {words.rule(rule)}
              </Why>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
