import type { EditionChange } from '#domain/case/edition-change.ts'

/** A move of all open cases of a scheme to an edition, and how far it is; counts are of cases. */
export type EditionMoveAnswer = {
  readonly move: string
  readonly scheme: string
  readonly edition: string
  readonly reason: string
  readonly state: 'previewing' | 'previewed' | 'moving' | 'moved' | 'cancelled'
  readonly askedAt: string
  readonly endedAt: string | null
  readonly total: number
  readonly judged: number
  readonly changed: number
  readonly refused: number
  readonly moved: number
  /** How many cases each thing changes on, and how many are refused for each reason. */
  readonly changes: Readonly<Partial<Record<EditionChange['change'], number>>>
  readonly refusals: Readonly<Record<string, number>>
}

/** One case of a move; the name is null where the reader's office does not list the case. */
export type MoveCaseAnswer = {
  readonly case: string
  readonly name: string | null
  readonly result: 'changed' | 'same' | 'refused'
  readonly from: string
  readonly changes: readonly EditionChange[]
  readonly refusal: { readonly code: string; readonly facts: Readonly<Record<string, unknown>> } | null
  readonly movedAt: string | null
}
