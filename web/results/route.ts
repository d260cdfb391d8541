import { createRoute } from '@tanstack/react-router'

import { needTexts } from '../i18n.ts'
import { signedInRoute } from '../roots.tsx'

export const resultsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/results',
  loader: () => needTexts('results', 'schemes', 'list'),
}).lazy(() => import('./ResultsPage.tsx').then((module) => module.resultsPage))
