import { createRoute, redirect } from '@tanstack/react-router'

import { rootRoute } from '../roots.tsx'
import { presenceQuery } from '../session.ts'

type SignInSearch = { readonly to?: string }

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search): SignInSearch => (isOwnAddress(search.to) ? { to: search.to } : {}),
  beforeLoad: async ({ context, search }) => {
    const presence = await context.queries.ensureQueryData(presenceQuery)
    if (presence.session !== undefined) throw redirect({ href: search.to ?? '/' })
  },
}).lazy(() => import('./SignIn.tsx').then((module) => module.signInPage))

/** Only a path of ours is followed after signing in: a link from elsewhere cannot send anybody away. */
export function isOwnAddress(value: unknown): value is string {
  return typeof value === 'string' && /^\/(?![/\\])[^\\]*$/.test(value) && !value.startsWith('/sign-in')
}
