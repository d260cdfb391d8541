import type { FactAnswer } from '#domain/field.ts'
import { money } from '#domain/money.ts'
import type { Fact } from '#domain/scheme/scheme.ts'

import { readableValues } from '../readable.ts'
import { Amount } from '../ui/Amount.tsx'
import { Day } from '../ui/Day.tsx'
import { Known } from '../ui/KnownMark.tsx'
import type { CaseWords } from './case-words.ts'
import { valueText } from './Eligibility.tsx'
import { consentsIn, factsIn, quotesIn, type Told } from './story.ts'
import type { CaseView } from './view.ts'

/** The free words of an event, as somebody wrote them; those that need it say what they are. */
export function Quotes({ event, words }: { event: Told; words: CaseWords }) {
  return quotesIn(event, words).map((quote, index) => {
    const name = words.text.maybe(`case.quote-${quote.name}`)
    return (
      // Quotes have no other name than their place in the event.
      // oxlint-disable-next-line react/no-array-index-key
      <blockquote key={index} className="mt-1 max-w-prose border-s-2 border-line ps-3">
        {name !== undefined && <span className="me-2 text-ink-soft">{name}</span>}
        <bdi className="whitespace-pre-line">
          {quote.words ?? <span className="text-ink-soft">{words.text('case.erased')}</span>}
        </bdi>
      </blockquote>
    )
  })
}

/** What the person agreed to, and what not, when the case was opened. */
export function ConsentsNote({ event, words }: { event: Told; words: CaseWords }) {
  const { text } = words
  const consents = Object.entries(consentsIn(event))
  if (consents.length === 0) return null
  const list = (given: boolean): string =>
    new Intl.ListFormat(text.locale).format(
      consents.filter(([, answer]) => answer === given).map(([purpose]) => words.consent(purpose)),
    )
  return (
    <dl className="mt-1 grid max-w-prose gap-1 border-s-2 border-line ps-3">
      {[true, false].map(
        (given) =>
          list(given) !== '' && (
            <div key={String(given)}>
              <dt className="me-2 inline text-ink-soft">{text(given ? 'intake.agreed' : 'intake.refused')}</dt>
              <dd className="inline">{list(given)}</dd>
            </div>
          ),
      )}
    </dl>
  )
}

/** The answers that were recorded. A sensitive one is named, not shown: it is read where it is asked for. */
export function FactsNote({ event, view }: { event: Told; view: CaseView }) {
  const { words, circumstances } = view
  const { edition, scheme } = circumstances.running
  const answers = Object.entries(factsIn(event))
  if (answers.length === 0) return null
  return (
    <dl className="mt-1 grid max-w-prose gap-1 border-s-2 border-line ps-3">
      {answers.map(([name, answer]) => {
        const fact = edition.facts.find((each) => each.fact === name)
        return (
          <div key={name} className="flex flex-wrap gap-x-2">
            <dt className="text-ink-soft">{fact ? words.titled(fact.ask) : name}</dt>
            <dd>
              {fact?.sensitive ? (
                <span className="text-ink-soft">{words.text('case.closed-answer')}</span>
              ) : (
                <FactValue fact={fact} answer={answer} words={words} currency={scheme.currency} />
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}

type FactValueProps = {
  readonly fact: Fact | undefined
  readonly answer: FactAnswer | undefined
  readonly words: CaseWords
  readonly currency: string
}

/** An answer with the mark of how far it is known. */
export function FactValue({ fact, answer, words, currency }: FactValueProps) {
  return (
    <bdi>
      <Known answer={answer} show={(value) => (fact ? valueText(words.text, fact, value, currency) : String(value))} />
    </bdi>
  )
}

type CorrectionNoteProps = { readonly correction: Told; readonly words: CaseWords; readonly inPlace?: boolean }

/** What a correction puts right, and in its place since when. */
export function CorrectionNote({ correction, words, inPlace = false }: CorrectionNoteProps) {
  const { text } = words
  const values = (correction.data['values'] ?? {}) as Readonly<Record<string, unknown>>
  return (
    <div className="mt-1 border-s-2 border-river ps-3">
      {inPlace && (
        <p className="text-small text-ink-soft">
          {text('case.corrected')} <Day value={correction.recordedAt.slice(0, 10)} form="short" />
        </p>
      )}
      <dl>
        {Object.entries(values).map(([name, value]) => (
          <div key={name} className="flex flex-wrap gap-x-2">
            <dt className="text-ink-soft">{text.maybe(`field.correct-event.values.${name}`) ?? name}</dt>
            <dd>
              <CorrectedValue name={name} value={value} words={words} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

function CorrectedValue({ name, value, words }: { name: string; value: unknown; words: CaseWords }) {
  const { text, names } = words
  const option = text.maybe(`field.correct-event.values.${name}.option.${String(value)}`)
  if (option !== undefined) return <bdi>{option}</bdi>
  if (typeof value === 'boolean') return text(value ? 'ui.yes' : 'ui.no')
  if (name === 'region') return <bdi>{words.region(String(value))}</bdi>
  if (name === 'reason') return <bdi>{words.closure(String(value))}</bdi>
  if (name === 'income' && names.running) return <Amount value={money(Number(value), names.running.scheme.currency)} />
  return <bdi>{readableValues(text, 'event-corrected', { [name]: value }, names)[name]?.toString()}</bdi>
}
