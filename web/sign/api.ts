import type { StandingAnswer, VisitAnswer } from '#contract/signing-schemas.ts'
import type { Confirmation } from '#domain/scheme/kinds.ts'
import type { Text } from '#domain/scheme/scheme.ts'

import type { Language } from '../locale.ts'

export type Trouble = {
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly field?: string
}
export type Answered<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly trouble: Trouble }
export type Greeting = { readonly office: string; readonly scheme: Text; readonly way: Confirmation }
export type Visit = VisitAnswer

/** Asks the server; words of links travel in the body, never in an address. */
async function send(path: string, payload: object): Promise<Answered<Response>> {
  try {
    const response = await fetch(`/api/public/${path}`, {
      method: 'POST',
      credentials: 'omit',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(payload),
    })
    if (response.ok) return { ok: true, value: response }
    const trouble = (await response.json().catch(() => ({ code: 'no-network', facts: {} }))) as Trouble
    return { ok: false, trouble }
  } catch {
    return { ok: false, trouble: { code: 'no-network', facts: {} } }
  }
}

async function ask<T>(path: string, payload: object): Promise<Answered<T>> {
  const answer = await send(path, payload)
  return answer.ok ? { ok: true, value: (await answer.value.json()) as T } : answer
}

export const greet = (token: string) => ask<Greeting>('signing', { token })
export const sendCode = (token: string, language: Language) => ask<object>('signing/code', { token, language })
export const sayWho = (token: string, answer: string) => ask<Visit>('signing/answer', { token, answer })

export async function fetchDocument(token: string, visit: string): Promise<Answered<ArrayBuffer>> {
  const answer = await send('signing/document', { token, visit })
  if (!answer.ok) return answer
  try {
    return { ok: true, value: await answer.value.arrayBuffer() }
  } catch {
    return { ok: false, trouble: { code: 'no-network', facts: {} } }
  }
}

export type Signing = {
  readonly token: string
  readonly visit: string
  readonly fingerprint: string
  readonly mark: 'drawn' | 'typed' | 'thumb'
  readonly image?: string
  readonly name?: string
  readonly witness?: string
  readonly language: Language
}
export const sign = (given: Signing) => ask<{ on: string; missing: readonly string[] }>('signing/signature', given)
export const decline = (token: string, visit: string, reason: string) =>
  ask<object>('signing/no', { token, visit, reason })
export const standingOf = (fingerprint: string) => ask<StandingAnswer>('documents', { fingerprint })
