import type { Option } from '../ui/Choice.tsx'
import { AmountField } from '../ui/NumberField.tsx'
import { FieldError } from '../ui/Question.tsx'
import type { InputProps } from './sources.ts'

type PricesInputProps = InputProps<Record<string, number>> & {
  readonly services: readonly Option[]
  readonly currency: string
}

/** The price of each service that an operator does for one person. */
export function PricesInput({ label, help, error, value = {}, onChange, services, currency, name }: PricesInputProps) {
  const change = (service: string, amount: number | undefined): void => {
    const { [service]: _before, ...others } = value
    onChange(amount === undefined ? others : { ...others, [service]: amount })
  }
  return (
    <fieldset data-field={name} className="min-w-0">
      <legend className="font-strong">{label}</legend>
      {help !== undefined && <p className="mt-1 max-w-prose text-ink-soft">{help}</p>}
      <div className="mt-3 grid gap-4 border-s-2 border-line ps-5">
        {services.map(({ id, title }) => (
          <AmountField
            key={id}
            label={title}
            value={value[id]}
            onChange={(amount) => change(id, amount)}
            currency={currency}
          />
        ))}
      </div>
      {error !== undefined && <FieldError>{error}</FieldError>}
    </fieldset>
  )
}
