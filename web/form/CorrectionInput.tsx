import { useText } from '../i18n.ts'
import { FieldError } from '../ui/Question.tsx'
import { describeValue } from './describe.ts'
import { FieldInput } from './FieldInput.tsx'
import type { Corrections, FormSources, InputProps } from './sources.ts'
import { wordingOf } from './wording.ts'

type CorrectionInputProps = InputProps<Record<string, string | number | boolean>> & {
  readonly command: string
  readonly sources: FormSources
  readonly of: Corrections | undefined
}

/** New values for an earlier event: each field beside what it says now. What is not changed is not sent. */
export function CorrectionInput(props: CorrectionInputProps) {
  const { label, help, error, value = {}, onChange, command, sources, of, name } = props
  const text = useText()
  // The values to correct have words of their own: `reason` is one of them, and also why it is corrected.
  const words = `${command}.${name}`
  const change = (field: string, next: unknown): void => {
    const { [field]: _before, ...others } = value
    const same = next === undefined || next === '' || next === of?.values[field]
    onChange(same ? others : { ...others, [field]: next as string | number | boolean })
  }
  return (
    <fieldset data-field={name} className="min-w-0">
      <legend className="text-lead font-strong">{label}</legend>
      <p className="mt-1 max-w-prose text-ink-soft">{help ?? text('form.kept-values')}</p>
      {error !== undefined && <FieldError>{error}</FieldError>}
      {of && (
        <div className="mt-5 grid gap-8 border-s-2 border-line ps-5">
          {Object.entries(of.fields).map(([field, shape]) => (
            <div key={field}>
              <FieldInput
                command={words}
                name={field}
                field={{ ...shape, optional: false }}
                sources={sources}
                error={undefined}
                values={{ ...of.values, ...value }}
                onChange={(next) => change(field, next)}
              />
              {field in value && (
                <p className="mt-1 text-small text-ink-soft">
                  {text('form.correction-of', {
                    value: describeValue(text, shape, of.values[field], sources, wordingOf(text, words, field)),
                  })}
                </p>
              )}
            </div>
          ))}
        </div>
      )}
    </fieldset>
  )
}
