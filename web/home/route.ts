import { createRoute } from '@tanstack/react-router'

import { needTexts } from '../i18n.ts'
import { signedInRoute } from '../roots.tsx'

export const homeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  loader: () => needTexts('home', 'call-backs', 'list', 'stage', 'step', 'obligation'),
}).lazy(() => import('./Home.tsx').then((module) => module.homePage))
