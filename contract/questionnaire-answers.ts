import type { BestTime, CallBackOutcome } from '#domain/call-back.ts'
import type { PublicEdition } from '#domain/scheme/public-edition.ts'
import type { Text } from '#domain/scheme/scheme.ts'

import type { OfficeAnswer } from './answers.ts'

// What the API answers to the public questionnaire, and to the office about whoever asks to be called back.

/** A scheme in force, as anybody may know of it. */
export type PublicSchemeRow = { readonly scheme: string; readonly title: Text; readonly country: string }

/** What anybody may read of an edition, with the offices that hold its first interview. */
export type PublicEditionAnswer = PublicEdition & {
  readonly offices: readonly Pick<OfficeAnswer, 'office' | 'name' | 'country' | 'place'>[]
}

/** Somebody who asked on the public questionnaire to be called back. */
export type CallBackAnswer = {
  readonly callBack: string
  readonly schemes: readonly string[]
  readonly name: string
  readonly phone: string | null
  readonly email: string | null
  readonly bestTime: BestTime
  readonly language: string
  readonly askedAt: string
  /** The day on which it is erased for good. */
  readonly eraseOn: string
  readonly outcome: Exclude<CallBackOutcome, 'waiting'> | null
  readonly settledAt: string | null
}
