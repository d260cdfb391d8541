import { createRoute } from '@tanstack/react-router'

import { needTexts } from '../i18n.ts'
import { signedInRoute } from '../roots.tsx'

export const byItselfRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/by-itself',
  loader: () => needTexts('by-itself', 'case', 'command', 'schemes', 'list', 'stage', 'step', 'form'),
}).lazy(() => import('./ByItselfPage.tsx').then((module) => module.byItselfPage))
