import type { FactAnswer } from '#domain/field.ts'
import { decimalText, isAmountProblem, money, normalDigits, parseAmount } from '#domain/money.ts'
import { isValueOf } from '#domain/scheme/facts.ts'
import type { Question } from '#domain/scheme/questions.ts'

/** What was typed or chosen as the answer it means, or undefined when it means none. */
export function answerFrom({ fact, currency }: Question, typed: string): FactAnswer | undefined {
  const value = valueFrom(fact.type, typed, currency)
  return value !== undefined && isValueOf(fact, value) ? { known: value } : undefined
}

/** An answer as it stands in the control again, empty where there is no value. */
export function typedFrom({ fact, currency }: Question, answer: FactAnswer | undefined): string {
  if (answer === undefined || 'unknown' in answer) return ''
  return fact.type === 'amount' ? decimalText(money(Number(answer.known), currency)) : String(answer.known)
}

function valueFrom(
  type: Question['fact']['type'],
  typed: string,
  currency: string,
): string | number | boolean | undefined {
  switch (type) {
    case 'yes-no':
      return typed === '' ? undefined : typed === 'true'
    case 'number': {
      const digits = normalDigits(typed)
      return /^\d{1,9}([.,]\d{1,3})?$/.test(digits) ? Number(digits.replace(',', '.')) : undefined
    }
    case 'amount': {
      const amount = parseAmount(typed, currency)
      return isAmountProblem(amount) ? undefined : amount.amount
    }
    case 'date':
    case 'choice':
      return typed
  }
}
