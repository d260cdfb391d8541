import type { DraftState } from '#domain/draft/state.ts'
import type { Scheme, Text } from '#domain/scheme/scheme.ts'
import type { EffectKind } from '#domain/simulation/past-case.ts'

/** A draft in the list; `name` is that of its file, `title` is null as long as the file cannot be read. */
export type DraftRow = {
  readonly draft: string
  readonly status: DraftState['status']
  readonly scheme: string | null
  readonly title: Text | null
  readonly editions: readonly string[]
  readonly problems: number
  readonly name: string | null
  readonly writtenBy: string | null
  readonly changedAt: string
}

/** The drafts, and the catalogue files whose words about a published edition do not count. */
export type DraftsAnswer = {
  readonly rows: readonly DraftRow[]
  readonly ignored: readonly { readonly name: string; readonly ignored: readonly string[] }[]
}

/** A draft with the text of its file, the words it refers to, and its story, the latest event first. */
export type DraftAnswer = {
  readonly draft: DraftState
  readonly text: string
  readonly texts: Readonly<Record<string, string>>
  readonly story: readonly {
    readonly version: number
    readonly type: string
    readonly data: unknown
    readonly who: string | null
    readonly actor: string
    readonly at: string
  }[]
}

/** What is wrong with a draft, from its first line on; the scheme itself once nothing is. */
export type DraftCheckAnswer = {
  readonly problems: readonly {
    readonly line: number
    readonly column: number
    /** Where in the file: the words of the format, joined by dots. */
    readonly path: string
    readonly code: string
    readonly said: string
  }[]
  readonly scheme: Scheme | null
}

/** A draft tried on past cases: how far it is, and what would be otherwise for whom. Amounts in minor units. */
export type TrialAnswer = {
  readonly trial: string
  readonly state: 'waiting' | 'running' | 'done' | 'failed'
  readonly edition: string
  /** The fingerprint of the text that was tried. */
  readonly text: string
  readonly tried: number
  readonly total: number
  readonly counts: Readonly<Partial<Record<EffectKind, number>>>
  readonly rows: readonly {
    readonly case: string
    readonly name: string
    readonly stage: string
    readonly kind: EffectKind
    readonly because: readonly string[]
    readonly amount: number | null
    readonly ceiling: number | null
  }[]
}
