import { createRoute } from '@tanstack/react-router'

import { needTexts } from '../i18n.ts'
import { signedInRoute } from '../roots.tsx'

export const callBacksRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/call-backs',
  loader: () => needTexts('call-backs', 'list', 'stage', 'step'),
}).lazy(() => import('./CallBacksPage.tsx').then((module) => module.callBacksPage))
