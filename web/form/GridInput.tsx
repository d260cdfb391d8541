import type { MarkInput } from '#domain/operator/fields.ts'

import { useText } from '../i18n.ts'
import { formatNumber } from '../locale.ts'
import { Choice } from '../ui/Choice.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { FieldError } from '../ui/Question.tsx'
import { LongText } from '../ui/TextField.tsx'
import type { FormSources, InputProps } from './sources.ts'

type Marks = Record<string, Partial<MarkInput>>
type GridInputProps = InputProps<Marks> & { readonly grid: NonNullable<FormSources['grid']> }

/** A mark and a reason for each criterion. What is still missing says so in its own place. */
export function GridInput({ label, help, error, value = {}, onChange, grid, name }: GridInputProps) {
  const text = useText()
  const missing = error === undefined ? undefined : text('form.missing')
  return (
    <fieldset data-field={name} className="min-w-0">
      <legend className="text-lead font-strong">{label}</legend>
      {help !== undefined && <p className="mt-1 max-w-prose text-ink-soft">{help}</p>}
      {error !== undefined && <FieldError>{error}</FieldError>}
      <div className="mt-5 grid gap-8 border-s-2 border-line ps-5">
        {grid.criteria.map(({ id, title }) => {
          const { mark, reason = '' } = value[id] ?? {}
          const put = (change: Partial<MarkInput>): void => onChange({ ...value, [id]: { ...value[id], ...change } })
          return (
            <div key={id} className="grid gap-3">
              <MarkField
                label={title}
                highest={grid.highest}
                value={mark}
                error={mark === undefined ? missing : undefined}
                onChange={(next) => put({ mark: next })}
              />
              <LongText
                label={text('form.mark-reason')}
                rows={2}
                value={reason}
                error={reason.trim() === '' ? missing : undefined}
                onChange={(next) => put({ reason: next })}
                maxLength={10_000}
              />
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}

type MarkFieldProps = {
  readonly label: string
  readonly highest: number
  readonly value: number | undefined
  readonly error: string | undefined
  readonly onChange: (value: number) => void
}

/** Few marks stand side by side; of many one is typed. */
function MarkField({ label, highest, value, error, onChange }: MarkFieldProps) {
  const text = useText()
  if (highest > 10)
    return (
      <NumberField
        label={label}
        unit={`/ ${formatNumber(highest, text.locale)}`}
        value={value}
        error={error}
        onChange={(mark) => mark !== undefined && onChange(mark)}
      />
    )
  const marks = Array.from({ length: highest + 1 }, (_, mark) => mark)
  return (
    <Choice
      label={label}
      inline
      error={error}
      options={marks.map((mark) => ({ id: String(mark), title: formatNumber(mark, text.locale) }))}
      value={value === undefined ? undefined : String(value)}
      onChange={(mark) => onChange(Number(mark))}
    />
  )
}
