import type { PublicEditionAnswer, PublicSchemeRow } from '#contract/questionnaire-answers.ts'
import type { FactAnswer, FactAnswers } from '#domain/field.ts'
import type { Candidate, Walk } from '#domain/scheme/questions.ts'

import type { Language } from '../locale.ts'
import type { RequestDraft, Sending } from './request.ts'
import { typedFrom } from './typed.ts'
import type { Words } from './words.ts'

/** Where somebody is on their way through the questions; kept with the browser's history, never with an answer. */
export type Place =
  | { readonly at: 'start' }
  | { readonly at: 'question'; readonly index: number }
  | { readonly at: 'result' | 'call-back' | 'called' }

/** Everything the page knows. It lives in memory only: closing the page forgets it. */
export type Page = {
  words: Words
  place: Place
  /** The one scheme that the address asks about; otherwise the country is asked first. */
  readonly scheme: string | undefined
  schemes: readonly PublicSchemeRow[]
  country: string | undefined
  editions: readonly PublicEditionAnswer[]
  candidates: readonly Candidate[]
  answers: FactAnswers
  /** What these answers lead to. */
  walk: Walk
  /** What stands in the control of this screen; it stays when the language changes. */
  draft: string
  /** Whether what stands there was sent and cannot be an answer. */
  isWrong: boolean
  /** What is written to be called back, once somebody asks for it, and how sending it went. */
  request: RequestDraft | undefined
  sending: Sending | undefined
  trouble: 'no-network' | undefined
  isLoading: boolean
}

/** What takes the focus once a screen is drawn: its heading after a step, the language that was chosen. */
export type Focus = 'heading' | 'language' | 'error'

export type Acts = {
  /** Goes to a place, so that the browser's back button returns from it. */
  go(place: Place): void
  back(): void
  draw(focus?: Focus): void
  /** To the first question without an answer, else to the result. */
  begin(): void
  chooseCountry(country: string): Promise<void>
  answer(key: string, answer: FactAnswer): void
  restart(): void
  speak(language: Language): Promise<void>
  /** Tries once more what did not load. */
  again(): Promise<void>
}

export type View = { readonly page: Page; readonly acts: Acts }

/** The place that can be shown: a page that was loaded again has forgotten its answers, and begins again. */
export function placeFor(place: Place, { scheme, country, walk, sending }: Page): Place {
  if (place.at === 'start' || (scheme === undefined && country === undefined)) return { at: 'start' }
  if (place.at === 'question' && place.index < walk.asked.length) return place
  const then = placeAfter(walk)
  // What was sent is not sent again by the back button.
  if (then.at === 'result' && sending === 'sent' && place.at === 'call-back') return { at: 'called' }
  const isAfter = place.at === 'call-back' || (place.at === 'called' && sending === 'sent')
  return then.at === 'result' && isAfter ? place : then
}

/** What was answered here before, or the country chosen before. */
export function draftAt({ place, country, walk: { asked } }: Page): string {
  if (place.at === 'start') return country ?? ''
  const before = place.at === 'question' ? asked[place.index] : undefined
  return before ? typedFrom(before.question, before.answer) : ''
}

/** After an answer: the first question without one, else the result. */
export function placeAfter({ asked, next }: Walk): Place {
  return next === undefined ? { at: 'result' } : { at: 'question', index: asked.length }
}

/** Fetches the rows of a path. Throws when the server cannot be reached or does not answer as it should. */
export async function fetched<T>(path: string): Promise<readonly T[]> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return ((await response.json()) as { rows: readonly T[] }).rows
}
