import { useText } from '../i18n.ts'
import { areShort, Choice } from '../ui/Choice.tsx'
import { FieldError } from '../ui/Question.tsx'
import type { InputProps, ScoreQuestion } from './sources.ts'

type ScoresInputProps = InputProps<Record<string, string>> & { readonly questions: readonly ScoreQuestion[] }

/** The questions of a scored instrument. Any of them may stay without an answer. */
export function ScoresInput({ label, help, error, value = {}, onChange, questions, name }: ScoresInputProps) {
  const text = useText()
  return (
    <fieldset data-field={name} className="min-w-0">
      <legend className="text-lead font-strong">{label}</legend>
      {help !== undefined && <p className="mt-1 max-w-prose text-ink-soft">{help}</p>}
      {error !== undefined && <FieldError>{error}</FieldError>}
      <div className="mt-5 grid gap-8 border-s-2 border-line ps-5">
        {questions.map(({ question, ask, options }) => {
          const rows = [
            ...options.map(({ option, title }) => ({ id: option, title: title[text.language] })),
            { id: '', title: text('form.answer-not-asked') },
          ]
          return (
            <Choice
              key={question}
              name={question}
              label={ask[text.language]}
              options={rows}
              inline={areShort(rows)}
              value={value[question] ?? ''}
              onChange={(option) => {
                const { [question]: _before, ...others } = value
                onChange(option === '' ? others : { ...others, [question]: option })
              }}
            />
          )
        })}
      </div>
    </fieldset>
  )
}
