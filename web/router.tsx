import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'

import { accountRoute } from './account/route.ts'
import { administrationRoute } from './administration/route.ts'
import { problemFrom } from './api.ts'
import { byItselfRoute } from './by-itself/route.ts'
import { callBacksRoute } from './call-backs/route.ts'
import { intakeRoute } from './case/intake/route.ts'
import { caseRoute } from './case/route.ts'
import { casesRoute } from './cases/route.ts'
import { draftRoute } from './drafts/route.ts'
import { galleryRoute } from './gallery/route.ts'
import { homeRoute } from './home/route.ts'
import { outboxRoute } from './local/route.ts'
import { operatorRoute, operatorsRoute, standingRoute } from './operators/route.ts'
import { resultsRoute } from './results/route.ts'
import { rootRoute, signedInRoute } from './roots.tsx'
import { NotHere } from './shell/NotHere.tsx'
import { schemeRoute, schemesRoute } from './schemes/route.ts'
import { searchRoute } from './search/route.ts'
import { signInRoute } from './sign-in/route.ts'
import { seatsRoute, sittingRoute, sittingsRoute } from './sittings/route.ts'
import { tasksRoute } from './tasks/route.ts'
import { ProblemNotice } from './ui/ProblemNotice.tsx'
import { Waiting } from './ui/Progress.tsx'
import { workshopRoute } from './workshop/route.ts'

/**
 * Every address of the office client. A new screen is a route file of its own (typed search, lazy component) and one
 * line here; its place in the rail is a line in shell/places.ts.
 */
const routeTree = rootRoute.addChildren([
  signInRoute,
  signedInRoute.addChildren([
    homeRoute,
    tasksRoute,
    callBacksRoute,
    byItselfRoute,
    casesRoute,
    intakeRoute,
    caseRoute,
    workshopRoute,
    searchRoute,
    sittingsRoute,
    seatsRoute,
    sittingRoute,
    operatorsRoute,
    operatorRoute,
    standingRoute,
    resultsRoute,
    schemesRoute,
    schemeRoute,
    draftRoute,
    administrationRoute,
    accountRoute,
    outboxRoute,
  ]),
  ...(import.meta.env.DEV ? [galleryRoute()] : []),
])

export function makeRouter(queries: QueryClient) {
  return createRouter({
    routeTree,
    context: { queries },
    defaultPreload: 'intent',
    scrollRestoration: true,
    // The queries know how old their answers are; the router always asks them.
    defaultPreloadStaleTime: 0,
    defaultPendingComponent: () => <Waiting />,
    defaultErrorComponent: ({ error, reset }) => <ProblemNotice problem={problemFrom(error)} again={reset} />,
    defaultNotFoundComponent: NotHere,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
