import { Plus, X } from 'lucide-react'

import { lineSchema, type BudgetLine } from '#domain/field.ts'

import { useText } from '../i18n.ts'
import { Amount } from '../ui/Amount.tsx'
import { Button } from '../ui/Button.tsx'
import { AmountField } from '../ui/NumberField.tsx'
import { FieldError } from '../ui/Question.tsx'
import { TextField } from '../ui/TextField.tsx'
import { errorsInParts } from './check.ts'
import type { InputProps } from './sources.ts'

type LinesInputProps = InputProps<BudgetLine[]> & { readonly currency: string }
type Line = { readonly line: string; readonly amount: number | undefined }

/** Budget lines with their total, which follows while one types. */
export function LinesInput({ label, help, error, value, onChange, currency, name }: LinesInputProps) {
  const text = useText()
  const lines: readonly Line[] = value ?? [{ line: '', amount: undefined }]
  // A line that is not whole yet is kept as it is: the schema says what is missing when the form is sent.
  const put = (next: readonly Line[]): void => onChange(next as BudgetLine[])
  const change = (at: number, part: Partial<Line>): void =>
    put(lines.map((line, index) => (index === at ? { ...line, ...part } : line)))
  const wrong = lines.map((line) => (error === undefined ? {} : errorsInParts(text, lineSchema, line)))
  const total = lines.reduce((sum, line) => sum + (line.amount ?? 0), 0)
  return (
    <fieldset data-field={name} className="min-w-0">
      <legend className="font-strong">{label}</legend>
      {help !== undefined && <p className="mt-1 max-w-prose text-ink-soft">{help}</p>}
      <ol className="mt-3 grid gap-3">
        {lines.map((line, index) => (
          // The order of lines is theirs: they have no other name than their place.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className="flex flex-wrap items-end gap-3 border-b border-line pb-3">
            <div className="min-w-[min(12rem,100%)] flex-1">
              <TextField
                label={text('form.line-name')}
                error={wrong[index]?.['line']}
                value={line.line}
                onChange={(words) => change(index, { line: words })}
              />
            </div>
            <AmountField
              label={text('form.line-amount')}
              error={wrong[index]?.['amount']}
              value={line.amount}
              onChange={(amount) => change(index, { amount })}
              currency={currency}
            />
            <button
              type="button"
              aria-label={text('form.line-remove', { number: index + 1 })}
              disabled={lines.length === 1}
              onClick={() => put(lines.filter((_, other) => other !== index))}
              className="grid size-11 place-items-center rounded text-ink-soft hover:bg-sand-soft disabled:opacity-40"
            >
              <X className="size-5 stroke-[1.5]" aria-hidden="true" />
            </button>
          </li>
        ))}
      </ol>
      <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
        <Button icon={<Plus aria-hidden="true" />} onPress={() => put([...lines, { line: '', amount: undefined }])}>
          {text('form.line-add')}
        </Button>
        <p aria-live="polite">
          {text('form.line-total')} <Amount value={{ amount: total, currency }} strong />
        </p>
      </div>
      {error !== undefined && wrong.every((line) => Object.keys(line).length === 0) && <FieldError>{error}</FieldError>}
    </fieldset>
  )
}
