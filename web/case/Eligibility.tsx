import { factsOf } from '#domain/case/facts-of-case.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { FactAnswers } from '#domain/field.ts'
import { formatAmount } from '#domain/money.ts'
import type { Reason, RunningEdition, Verdict } from '#domain/scheme/rules.ts'
import type { Fact } from '#domain/scheme/scheme.ts'

import type { Knownness } from '../ui/KnownMark.tsx'
import { Amount } from '../ui/Amount.tsx'
import { formatDay, formatNumber, readableAmount } from '../locale.ts'
import { useText, type Text } from '../i18n.ts'
import { RoadMark } from '../ui/RoadMark.tsx'
import { Why, type WhyFact, type WhyReason } from '../ui/Why.tsx'

type EligibilityProps = {
  readonly running: RunningEdition
  /** What is known: recorded answers and what the case itself holds. */
  readonly facts: FactAnswers
  readonly open?: boolean
  /** Without the list of questions, where they are asked beside it. */
  readonly brief?: boolean
  /** Leads to the questions that are missing, where there is a way to answer them. */
  readonly onMissing?: (() => void) | undefined
}

const marks = { met: 'done', 'not-met': 'late', 'not-known': 'unknown' } as const

/** Eligible, not eligible or not known yet, with the reason of every rule and the questions that are still open. */
export function Eligibility({ running, facts, open = false, brief = false, onMissing }: EligibilityProps) {
  const text = useText()
  const { edition } = running
  const verdict = running.rules.verdict(edition.eligibility, facts)
  const missing = questionsMissing(verdict, running)
  return (
    <div className="grid gap-3">
      <Why open={open} reasons={reasonsIn(text, verdict.reasons, running, facts)}>
        <p className="flex items-center gap-2.5 text-lead font-strong">
          <RoadMark state={marks[verdict.result]} />
          {text(`case.verdict-${verdict.result}`)}
        </p>
      </Why>
      {missing.length > 0 && !brief && (
        <div>
          <p className="text-ink-soft">{text('case.still-missing', { count: missing.length })}</p>
          <ul className="mt-1 list-disc ps-5">
            {missing.map((fact) => (
              <li key={fact.fact}>{fact.ask[text.language]}</li>
            ))}
          </ul>
          {onMissing && (
            <button
              type="button"
              onClick={onMissing}
              className="touch text-river underline underline-offset-4 hover:text-river-deep"
            >
              {text('case.answer-them')}
            </button>
          )}
        </div>
      )}
    </div>
  )
}

/** The facts a verdict still needs from a person, most useful first. */
export function questionsMissing({ missing }: Verdict, { edition }: RunningEdition): readonly Fact[] {
  return missing.flatMap((name) => edition.facts.find(({ fact }) => fact === name) ?? [])
}

/** Each reason as its rule's sentence, its source, and the facts it looked at. */
export function reasonsIn(
  text: Text,
  reasons: readonly Reason[],
  { edition, scheme }: RunningEdition,
  facts: FactAnswers,
): readonly WhyReason[] {
  return reasons.map(({ rule, result, missing }) => {
    const described = edition.rules.find((each) => each.rule === rule)
    const used = edition.facts.filter(
      ({ fact }) => missing.includes(fact) || JSON.stringify(described?.publicodes ?? '').includes(fact),
    )
    return {
      id: rule,
      rule: described?.title[text.language] ?? rule,
      outcome: result,
      source: described && scheme.sources[described.source]?.title[text.language],
      facts: used.map((fact) => factUsed(text, fact, facts, scheme.currency)),
    }
  })
}

function factUsed(text: Text, fact: Fact, facts: FactAnswers, currency: string): WhyFact {
  const answer = facts[fact.fact]
  const name = fact.ask[text.language]
  if (answer === undefined) return { name, known: 'not-asked' }
  if ('unknown' in answer) return { name, known: answer.unknown }
  const known: Knownness = answer.estimated ? 'estimated' : 'known'
  return { name, known, value: valueText(text, fact, answer.known, currency) }
}

/** A fact's value as people write it. */
export function valueText(text: Text, fact: Fact, value: unknown, currency: string): string {
  switch (fact.type) {
    case 'yes-no':
      return text(value === true ? 'ui.yes' : 'ui.no')
    case 'number':
      return formatNumber(Number(value), text.locale)
    case 'amount':
      return readableAmount(formatAmount({ amount: Number(value), currency }, text.locale))
    case 'date':
      return formatDay(String(value), text.locale)
    case 'choice':
      return fact.options?.find(({ option }) => option === value)?.title[text.language] ?? String(value)
  }
}

type AidsProps = { readonly running: RunningEdition; readonly state: CaseState }

/** Each aid of the scheme: whether the rules open it to this person, and the most it gives. */
export function Aids({ running, state }: AidsProps) {
  const text = useText()
  return (
    <ul className="grid gap-5">
      {running.edition.aids.map((aid) => {
        const facts = factsOf({ ...state, aid: aid.aid }, running)
        const opens = running.rules.verdict(aid.opensWith, facts)
        const ceiling = aid.ceiling === 'unknown' ? undefined : running.rules.amount(aid.ceiling, facts)
        const reasons = [
          ...reasonsIn(text, opens.reasons, running, facts),
          ...reasonsIn(text, ceiling?.reasons ?? [], running, facts).filter(
            ({ id }) => !opens.reasons.some(({ rule }) => rule === id),
          ),
        ]
        return (
          <li key={aid.aid}>
            <Why reasons={reasons}>
              <p className="flex items-center gap-2.5">
                <RoadMark state={marks[opens.result]} />
                <span className={state.aid === aid.aid ? 'font-strong' : ''}>{aid.title[text.language]}</span>
              </p>
            </Why>
            <p className="ms-[1.875rem] text-ink-soft">
              {text(`case.aid-${opens.result}`)}{' '}
              {ceiling?.amount ? (
                <>
                  {text('case.aid-up-to')} <Amount value={ceiling.amount} strong />
                </>
              ) : (
                text('case.aid-most-unknown')
              )}
            </p>
          </li>
        )
      })}
    </ul>
  )
}
