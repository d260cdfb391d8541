import type { CommitteeSheet } from '#domain/command.ts'
import type { Mandate } from '#domain/committee/state.ts'
import type { Text } from '#domain/scheme/scheme.ts'
import type { SittingState } from '#domain/sitting/state.ts'

// What the API answers about committees and their sittings.

/** A file on the agenda; what the reader stepped aside from is not among them, only counted in `hidden`. */
export type AgendaFile = {
  readonly case: string
  readonly name: string
  readonly region: string | null
  readonly aid: string | null
  readonly outcome: string | null
  readonly requested: number | null
  readonly recused: readonly string[]
  /** Its minutes on the agenda; null = nobody set them. Files come in the order of the agenda. */
  readonly minutes: number | null
  readonly pack: PackAnswer | null
}

/** A frozen pack. `isChanged`: the case went on after it was frozen; the committee decides on what was frozen. */
export type PackAnswer = {
  readonly hash: string
  readonly frozenAt: string
  readonly pages: number
  /** Bytes of its PDF. */
  readonly size: number
  readonly isChanged: boolean
}

/** How far something that is done to all files of a sitting has come; `failed` names the files and the refusal. */
export type SittingWork = {
  readonly kind: 'packs' | 'letters'
  readonly total: number
  readonly done: number
  readonly failed: readonly { readonly case: string; readonly code: string }[]
  readonly startedAt: string
  readonly finishedAt: string | null
}

export type SittingAnswer = {
  /**
   * The sitting as this reader may know it: nothing of files they stepped aside from (`openFile` is `hidden` then), and
   * of an open vote who has voted, but how only for the secretary and the chair (`says` is `hidden`).
   */
  readonly sitting: SittingState
  /** What commands on the sitting are judged by beside it. */
  readonly sheet: CommitteeSheet
  /** The next planned sitting of the same committee. */
  readonly next: { readonly sitting: string; readonly on: string } | null
  readonly work: readonly SittingWork[]
  readonly files: readonly AgendaFile[]
  readonly hidden: number
  readonly texts: Readonly<Record<string, string>>
  /** People who can sit on the committee, by account. */
  readonly members: readonly { readonly account: string; readonly name: string; readonly role: string }[]
}

/** The minutes as they are drafted from what happened, in one language. */
export type MinutesAnswer = {
  readonly language: 'fr' | 'en' | 'ar'
  /** SHA-256 of what is signed; the same in every language. */
  readonly hash: string
  readonly title: string
  readonly parts: readonly MinutesPart[]
  readonly signatures: readonly {
    readonly member: string
    readonly name: string
    readonly at: string
    /** False once the minutes are others than those that were signed. */
    readonly isValid: boolean
  }[]
  /** Who was present and has not signed these minutes yet. */
  readonly missing: readonly { readonly member: string; readonly name: string }[]
}

export type MinutesPart = {
  /** `opening`, the id of a case, `general` or `end`. */
  readonly part: string
  readonly title: string
  readonly lines: readonly string[]
  /** Words that somebody added. */
  readonly addition: string | null
  /** The reader stepped aside from this file: its lines are kept from them. */
  readonly isHidden: boolean
}

/** A note of one's own on a pack: nobody else reads it. */
export type AnnotationAnswer = {
  readonly annotation: string
  readonly case: string
  /** Of the pack's PDF, from 1; null = on the file as a whole. */
  readonly page: number | null
  readonly text: string
  readonly at: string
}

/** A committee of a scheme with its seats and who holds them; `stream` is where mandates are given and ended. */
export type CommitteeAnswer = {
  readonly stream: string
  readonly scheme: string
  readonly committee: string
  readonly office: string
  readonly title: Text
  readonly seats: readonly { readonly seat: string; readonly title: Text }[]
  readonly mandates: readonly (Mandate & { readonly name: string })[]
}
