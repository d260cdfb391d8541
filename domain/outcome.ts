/** A refusal is a value: a stable code (also the translation key), the facts behind it, and the field it concerns. */
export type Refusal = {
  readonly refused: true
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly field?: string
}

export type Accepted<T> = { readonly refused: false; readonly value: T }

export type Outcome<T> = Accepted<T> | Refusal

export function accept<T>(value: T): Accepted<T> {
  return { refused: false, value }
}

/** `facts` hold what the sentence shown to the person needs; `field` names the input the message belongs to. */
export function refuse(code: string, facts: Readonly<Record<string, unknown>> = {}, field?: string): Refusal {
  return field === undefined ? { refused: true, code, facts } : { refused: true, code, facts, field }
}

/** The first refusal among checks, or undefined when all of them pass. */
export function firstRefusal(...checks: readonly (Refusal | undefined | false)[]): Refusal | undefined {
  for (const check of checks) if (check) return check
  return undefined
}
