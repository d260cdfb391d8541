import { createRoute } from '@tanstack/react-router'

import { signedInRoute } from '../roots.tsx'

export const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
}).lazy(() => import('./Home.tsx').then((module) => module.homePage))
