import type { Text } from '../scheme/scheme.ts'

export const draftStates = ['open', 'submitted', 'published', 'discarded'] as const
export type DraftStatus = (typeof draftStates)[number]

/** What a scheme file says of itself, as far as it can be read, and how many problems its check found. */
export type DraftContent = {
  /** SHA-256 of the text, which lies apart, once. */
  readonly text: string
  /** The name of the file: a reference to erasable words. */
  readonly name: string
  /** Null as long as the file cannot be read. */
  readonly scheme: string | null
  readonly title: Text | null
  /** Editions of the file that are not published yet. */
  readonly editions: readonly string[]
  readonly problems: number
}

/** A scheme file on its way to being published, as its events leave it. Users are ids. */
export type DraftState = {
  readonly draft: string
  readonly version: number
  readonly status: DraftStatus
  readonly office: string
  readonly content: DraftContent
  /** Who handed in the present text, and who submitted it. */
  readonly writtenBy: string
  readonly submittedBy: string | null
  /** Why it was returned: a reference to erasable words; null once it is submitted again. */
  readonly returned: string | null
  readonly publishedBy: string | null
  readonly changedAt: string
}
