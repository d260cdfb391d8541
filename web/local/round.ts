import type { QueryClient } from '@tanstack/react-query'

import type { Seated } from './entry.ts'
import { readAgain, startLive } from './live.ts'
import { close, openFor } from './outbox.ts'
import { startSender } from './sender.ts'

/** One person in one seat at this screen: their outbox is open, sent and listened for. */
export function startRound(queries: QueryClient, seat: Seated): () => void {
  void openFor(seat.user)
  const endSender = startSender(seat, (entry) => readAgain(queries, entry.stream))
  const endLive = startLive(queries)
  return () => {
    endSender()
    endLive()
    close()
  }
}
