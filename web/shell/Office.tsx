import { useQueryClient } from '@tanstack/react-query'
import { Outlet, useNavigate, useRouter, useRouterState } from '@tanstack/react-router'
import { useMemo, useState } from 'react'

import { mayOpenFiles } from '#domain/case/reading.ts'

import type { Problem } from '../api.ts'
import { OutboxSign } from '../local/OutboxSign.tsx'
import { signOut, takeSeat, useSession, type Seat } from '../session.ts'
import { OfferContext, type Offer, type OfferBoard } from './offers.tsx'
import { placesFor } from './places.ts'
import { Shell } from './Shell.tsx'

/** The shell around every signed-in page, tied to the session and the router. */
export function Office() {
  const session = useSession()
  const router = useRouter()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const path = useRouterState({ select: (state) => state.location.pathname })
  const [offers, setOffers] = useState<readonly Offer[]>([])
  const [problem, setProblem] = useState<Problem | undefined>()
  const board = useMemo<OfferBoard>(
    () => ({
      put: (added) => {
        setOffers((all) => [...all, ...added])
        return () => setOffers((all) => all.filter((offer) => !added.includes(offer)))
      },
    }),
    [],
  )
  if (!session) return null

  const paths = new Set(Object.keys(router.routesByPath))
  const leave = async (): Promise<void> => {
    const answer = await signOut(queries)
    if (!answer.ok && answer.problem.code !== 'not-signed-in') setProblem(answer.problem)
    else await router.invalidate()
  }
  const sit = async (seat: Seat): Promise<void> => {
    const answer = await takeSeat(queries, seat)
    if (!answer.ok) return setProblem(answer.problem)
    setProblem(undefined)
    // Another seat has other places: everybody starts at the door.
    await navigate({ to: '/' })
    await router.invalidate()
  }
  return (
    <OfferContext value={board}>
      <Shell
        session={session}
        places={placesFor(session.seat.role, paths)}
        path={path}
        offers={offers}
        problem={problem}
        onSignOut={() => void leave()}
        onSeat={(seat) => void sit(seat)}
        onGo={(to) => void router.history.push(to)}
        onSearch={
          paths.has('/search') && mayOpenFiles(session.seat.role)
            ? (words) => void navigate({ to: '/search', search: { q: words } })
            : undefined
        }
      >
        <OutboxSign path={path} onGo={(to) => void router.history.push(to)} />
        <Outlet />
      </Shell>
    </OfferContext>
  )
}
