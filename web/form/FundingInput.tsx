import { Amount } from '../ui/Amount.tsx'
import type { Option } from '../ui/Choice.tsx'
import { AmountField } from '../ui/NumberField.tsx'
import { FieldError } from '../ui/Question.tsx'
import { useText } from '../i18n.ts'
import type { InputProps } from './sources.ts'

type FundingInputProps = InputProps<Record<string, number>> & {
  readonly funders: readonly Option[]
  readonly currency: string
}

/** How much each funder carries, with the total, which follows while one types. */
export function FundingInput({ label, help, error, value = {}, onChange, funders, currency, name }: FundingInputProps) {
  const text = useText()
  const total = Object.values(value).reduce((sum, amount) => sum + amount, 0)
  const change = (funder: string, amount: number | undefined): void => {
    const { [funder]: _before, ...others } = value
    onChange(amount === undefined ? others : { ...others, [funder]: amount })
  }
  return (
    <fieldset data-field={name} className="min-w-0">
      <legend className="font-strong">{label}</legend>
      {help !== undefined && <p className="mt-1 max-w-prose text-ink-soft">{help}</p>}
      <div className="mt-3 grid gap-4 border-s-2 border-line ps-5">
        {funders.map(({ id, title }) => (
          <AmountField
            key={id}
            label={title}
            value={value[id]}
            onChange={(amount) => change(id, amount)}
            currency={currency}
          />
        ))}
        <p aria-live="polite">
          {text('form.line-total')} <Amount value={{ amount: total, currency }} strong />
        </p>
      </div>
      {error !== undefined && <FieldError>{error}</FieldError>}
    </fieldset>
  )
}
