import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query'

import type { Role } from '#domain/role.ts'

import { call, ProblemError, type Answer, type Problem } from './api.ts'
import { setCountry, suggestLanguage } from './i18n.ts'
import type { Language } from './locale.ts'

export type Office = { readonly id: string; readonly name: string; readonly country: string }
export type Seat = { readonly role: Role; readonly office: Office }

/** Who is at this screen, and in which seat: one role at one office at a time. */
export type Session = {
  readonly user: { readonly id: string; readonly name: string; readonly email: string; readonly language: string }
  readonly seat: Seat
  readonly seats: readonly Seat[]
  /** True when everything here is invented, to be shown. */
  readonly demonstration?: boolean
}

export type DemonstrationAccount = {
  readonly email: string
  readonly password: string
  readonly name: string
  readonly role: Role
  readonly office: string
  /** The scheme they play, where it is another one than the story's. */
  readonly scheme?: Readonly<Record<Language, string>>
}

/** The session, or that there is none, with the demonstration's accounts when the server shows itself as one. */
export type Presence =
  | { readonly session: Session }
  | { readonly session: undefined; readonly accounts: readonly DemonstrationAccount[] }

export const presenceQuery = queryOptions({
  queryKey: ['/api/session'],
  staleTime: 60_000,
  queryFn: async ({ signal }): Promise<Presence> => {
    const answer = await call<Session>('GET', '/api/session', undefined, signal)
    if (answer.ok) {
      await follow(answer.value)
      return { session: answer.value }
    }
    if (answer.problem.code === 'not-signed-in') return { session: undefined, accounts: accountsIn(answer.problem) }
    throw new ProblemError(answer.problem)
  },
})

export function useSession(): Session | undefined {
  return useQuery(presenceQuery).data?.session
}

/** Asks again who is here; every screen that shows it hears the answer. */
export async function askPresence(client: QueryClient): Promise<void> {
  await client.fetchQuery({ ...presenceQuery, staleTime: 0 })
}

export type Credentials = { readonly email: string; readonly password: string; readonly code?: string }

export async function signIn(client: QueryClient, credentials: Credentials): Promise<Answer<Session>> {
  const answer = await call<Session>('POST', '/api/session', credentials)
  if (answer.ok) await enter(client, answer.value)
  return answer
}

/** Nothing of one person's work stays behind for the next one at the same machine. */
export async function signOut(client: QueryClient): Promise<Answer<unknown>> {
  const answer = await call('DELETE', '/api/session')
  if (answer.ok || answer.problem.code === 'not-signed-in') {
    forgetDrafts()
    forgetReadings(client)
    await askPresence(client)
  }
  return answer
}

export async function takeSeat(client: QueryClient, seat: Seat): Promise<Answer<Session>> {
  const answer = await call<Session>('POST', '/api/session/seat', { role: seat.role, office: seat.office.id })
  if (answer.ok) await enter(client, answer.value)
  return answer
}

async function enter(client: QueryClient, session: Session): Promise<void> {
  await follow(session)
  forgetReadings(client)
  client.setQueryData<Presence>(presenceQuery.queryKey, { session })
}

/** Another seat sees other things: nothing read before may be shown again. */
function forgetReadings(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== presenceQuery.queryKey[0] })
}

async function follow(session: Session): Promise<void> {
  setCountry(session.seat.office.country)
  await suggestLanguage(session.user.language)
}

function accountsIn(problem: Problem): readonly DemonstrationAccount[] {
  const shown = problem.facts?.['demonstration'] as { accounts?: readonly DemonstrationAccount[] } | undefined
  return shown?.accounts ?? []
}

const draftPrefix = 'homeward.draft.'

function forgetDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(draftPrefix)) sessionStorage.removeItem(key)
}
