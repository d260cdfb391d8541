import { createRoute } from '@tanstack/react-router'

import { needTexts } from '../i18n.ts'
import { signedInRoute } from '../roots.tsx'

export const accountRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/account',
  loader: () => needTexts('account', 'form'),
}).lazy(() => import('./AccountPage.tsx').then((module) => module.accountPage))
