import { useState } from 'react'

import type { FactAnswer, FactAnswers } from '#domain/field.ts'
import type { Fact } from '#domain/scheme/scheme.ts'

import { useText } from '../i18n.ts'
import { Button } from '../ui/Button.tsx'
import { Progress } from '../ui/Progress.tsx'
import { FieldError } from '../ui/Question.tsx'
import { AnswerInput } from './AnswerInput.tsx'
import type { InputProps } from './sources.ts'

/** Nobody reads forty questions at once: more than this are asked in parts. */
export const questionsAtOnce = 8

type FactsInputProps = InputProps<FactAnswers> & {
  readonly facts: readonly Fact[]
  readonly currency: string | undefined
}

/** The questions of a scheme, each with its value or the reason for having none. */
export function FactsInput(props: FactsInputProps) {
  const { label, help, error, value = {}, onChange, facts, currency, name } = props
  const text = useText()
  const [part, setPart] = useState(0)
  const parts = Math.max(1, Math.ceil(facts.length / questionsAtOnce))
  const shown = facts.slice(part * questionsAtOnce, (part + 1) * questionsAtOnce)
  const answer = (fact: string, given: FactAnswer | undefined): void => {
    const { [fact]: _before, ...others } = value
    onChange(given === undefined ? others : { ...others, [fact]: given })
  }
  const answered = facts.filter(({ fact }) => value[fact] !== undefined).length
  return (
    <fieldset data-field={name} className="min-w-0">
      <legend className="text-lead font-strong">{label}</legend>
      {help !== undefined && <p className="mt-1 max-w-prose text-ink-soft">{help}</p>}
      {error !== undefined && <FieldError>{error}</FieldError>}
      {parts > 1 && (
        <div className="mt-4">
          <Progress label={text('form.part', { number: part + 1, of: parts })} done={answered} of={facts.length} />
        </div>
      )}
      <div className="mt-5 grid gap-8 border-s-2 border-line ps-5">
        {shown.map((fact) => (
          <AnswerInput
            key={fact.fact}
            fact={fact}
            value={value[fact.fact]}
            onChange={(given) => answer(fact.fact, given)}
            currency={currency}
          />
        ))}
      </div>
      {parts > 1 && (
        <div className="mt-6 flex gap-3">
          {part > 0 && <Button onPress={() => setPart(part - 1)}>{text('form.back')}</Button>}
          {part < parts - 1 && <Button onPress={() => setPart(part + 1)}>{text('form.next')}</Button>}
        </div>
      )}
    </fieldset>
  )
}
