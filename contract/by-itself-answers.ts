import type { ByItselfAct, Deadline } from '#domain/scheme/clock.ts'
import type { Role } from '#domain/role.ts'
import type { Scheme, Text } from '#domain/scheme/scheme.ts'

type Source = Scheme['sources'][string]

/** On whose case; null for a reader who opens no file. */
type About = { readonly case: string | null; readonly name: string | null; readonly scheme: string }

/** What will happen by itself on a case, on which day (plain date), by which rule, and how it can be prevented. */
export type ForeseenAnswer = About & {
  readonly step: string
  readonly stepTitle: Text
  /** What will happen, in the words of the edition. */
  readonly what: Text
  readonly on: string
  /** The day by which the step must be done, so that it does not happen. */
  readonly dueOn: string
  readonly within: number
  readonly unit: Deadline['unit']
  /** The step or the mark that the deadline counts from; the title only of a step. */
  readonly after: string
  readonly afterTitle: Text | null
  readonly source: Pick<Source, 'title' | 'certainty'> | null
  /** Who may take it back afterwards. */
  readonly undoneBy: Role
  readonly mayPause: boolean
}

/** What happened by itself; titles are null where a later edition has no such step. */
export type PassedAnswer = About & {
  readonly step: string
  readonly stepTitle: Text | null
  readonly what: Text | null
  readonly act: ByItselfAct
  readonly on: string
  readonly dueOn: string
  readonly source: Pick<Source, 'title' | 'certainty'> | null
  readonly undoneBy: Role
  readonly isUndone: boolean
  readonly mayUndo: boolean
}
