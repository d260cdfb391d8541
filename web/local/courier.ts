import type { QueryClient } from '@tanstack/react-query'

import { presenceQuery, type Presence } from '../session.ts'
import type { Seated } from './entry.ts'

/**
 * As long as somebody is signed in: sends their outbox and listens to what moves. Everything it needs is fetched after
 * the first screen; when another person or seat takes over, it starts anew for them.
 */
export function startCourier(queries: QueryClient): void {
  let seat = ''
  let stop: Promise<() => void> | undefined
  const follow = (): void => {
    const seated = seatIn(queries.getQueryData<Presence>(presenceQuery.queryKey))
    const name = seated === undefined ? '' : `${seated.user} ${seated.role} ${seated.office}`
    if (name === seat) return
    seat = name
    void stop?.then((end) => end())
    stop = seated && import('./round.ts').then((module) => module.startRound(queries, seated))
  }
  queries.getQueryCache().subscribe(({ query }) => {
    if (query.queryKey[0] === presenceQuery.queryKey[0]) follow()
  })
  follow()
}

function seatIn(presence: Presence | undefined): Seated | undefined {
  const session = presence?.session
  if (session === undefined) return undefined
  return { user: session.user.id, role: session.seat.role, office: session.seat.office.id }
}
