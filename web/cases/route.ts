import { createRoute } from '@tanstack/react-router'

import { needTexts } from '../i18n.ts'
import { signedInRoute } from '../roots.tsx'
import { readFilters } from './filters.ts'

export const casesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/cases',
  validateSearch: readFilters,
  loader: () => needTexts('cases', 'list', 'stage'),
}).lazy(() => import('./CasesPage.tsx').then((module) => module.casesPage))
