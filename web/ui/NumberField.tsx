import { useState } from 'react'

import { formatAmount, isAmountProblem, minorUnits, decimalText, parseAmount } from '#domain/money.ts'

import { useText } from '../i18n.ts'
import { currencySign, readableAmount } from '../locale.ts'
import { control, join } from './classes.ts'
import { Question, useQuestion, type QuestionProps } from './Question.tsx'

type NumberFieldProps = QuestionProps & {
  readonly value: number | undefined
  /** `undefined` while nothing, or nothing readable, is typed. */
  readonly onChange: (value: number | undefined) => void
  readonly unit?: string
}

/**
 * A whole number. What was typed stays as it was typed, in Latin or Arabic digits; groups of digits run left to right in
 * every language.
 */
export function NumberField(props: NumberFieldProps) {
  const text = useText()
  const [typed, setTyped] = useState(props.value === undefined ? '' : String(props.value))
  const read = readWhole(typed)
  const shown = props.value !== read && props.value !== undefined ? String(props.value) : typed
  const error = props.error ?? (read === undefined && shown.trim() !== '' ? text('ui.number-unreadable') : undefined)
  const question = useQuestion({ ...props, error })
  return (
    <Question {...props} error={error} ids={question.ids}>
      <div className="flex items-center gap-3">
        <input
          {...question.control}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          dir="ltr"
          value={shown}
          onChange={(event) => {
            setTyped(event.target.value)
            props.onChange(readWhole(event.target.value))
          }}
          className={join(control, 'max-w-40 text-end')}
        />
        {props.unit !== undefined && <span className="text-ink-soft">{props.unit}</span>}
      </div>
    </Question>
  )
}

function readWhole(typed: string): number | undefined {
  const latin = typed
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\s\u066c]/g, '')
  return /^-?\d{1,15}$/.test(latin) ? Number(latin) : undefined
}

type AmountFieldProps = QuestionProps & {
  /** Minor units of `currency`, as ISO 4217 counts them. */
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
  readonly currency: string
}

/** An amount of money. Under the field it is read back, so that a missing zero is seen before it is sent. */
export function AmountField(props: AmountFieldProps) {
  const text = useText()
  const { currency, value } = props
  const [typed, setTyped] = useState(value === undefined ? '' : plain(value, currency))
  const read = amountOf(typed, currency)
  const shown = value !== undefined && value !== read ? plain(value, currency) : typed
  const problem = shown.trim() === '' ? undefined : parseAmount(shown, currency)
  const misread = problem && isAmountProblem(problem) ? problem : undefined
  const error = props.error ?? (misread ? text(`ui.amount-${misread.problem}`, misread) : undefined)
  const question = useQuestion({ ...props, error })
  const echo = value === undefined || error !== undefined ? undefined : { amount: value, currency }
  return (
    <Question {...props} error={error} ids={question.ids}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <input
          {...question.control}
          type="text"
          inputMode={minorUnits(currency) === 0 ? 'numeric' : 'decimal'}
          autoComplete="off"
          dir="ltr"
          value={shown}
          onChange={(event) => {
            setTyped(event.target.value)
            props.onChange(amountOf(event.target.value, currency))
          }}
          className={join(control, 'max-w-48 text-end')}
        />
        <span className="figures text-ink-soft" aria-live="polite">
          <bdi>{echo ? readableAmount(formatAmount(echo, text.locale)) : currencySign(currency, text.locale)}</bdi>
        </span>
      </div>
    </Question>
  )
}

function amountOf(typed: string, currency: string): number | undefined {
  const read = parseAmount(typed, currency)
  return isAmountProblem(read) ? undefined : read.amount
}

function plain(amount: number, currency: string): string {
  return decimalText({ amount, currency })
}
