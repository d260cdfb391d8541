import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router'

import { presenceQuery } from './session.ts'
import { Office } from './shell/Office.tsx'

export type RouterContext = { readonly queries: QueryClient }

export const rootRoute = createRootRouteWithContext<RouterContext>()({ component: Outlet })

/** Everything behind the door: without a session one is led to the sign-in page, and back here afterwards. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const presence = await context.queries.ensureQueryData(presenceQuery)
    if (presence.session === undefined) throw redirect({ to: '/sign-in', search: { to: location.href } })
    return { session: presence.session }
  },
  component: Office,
})
