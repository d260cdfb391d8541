import type { Language } from '../locale.ts'
import type { Greeting, Trouble, Visit } from './api.ts'
import type { Pad } from './pad.ts'
import type { Words } from './words.ts'

export type Mark = 'drawn' | 'typed' | 'thumb'

/** Where somebody is: who they are, reading, signing, saying no, and what came of it. */
export type Place = 'loading' | 'closed' | 'who' | 'read' | 'sign' | 'no' | 'signed' | 'declined'

/** Everything the page knows. It lives in memory only: closing the page forgets it. */
export type State = {
  words: Words
  place: Place
  readonly token: string
  greeting: Greeting | undefined
  visit: Visit | undefined
  /** The document's bytes once they are here, and what they hash to on this device. */
  bytes: ArrayBuffer | undefined
  fingerprint: string | undefined
  /** The pages once they were drawn. */
  pages: readonly Element[] | undefined
  trouble: Trouble | undefined
  isBusy: boolean
  isCodeSent: boolean
  /** What is typed, kept when the language changes. */
  answer: string
  reason: string
  name: string
  witness: string
  mark: Mark
  photo: Blob | undefined
  pad: Pad | undefined
  missing: readonly string[]
}

export type Focus = 'heading' | 'language' | 'error'

export type Acts = {
  draw(focus?: Focus): void
  go(place: Place): void
  speak(language: Language): Promise<void>
  sendCode(): Promise<void>
  sayWho(): Promise<void>
  sign(): Promise<void>
  decline(): Promise<void>
  again(): void
}

export type View = { readonly state: State; readonly acts: Acts }
