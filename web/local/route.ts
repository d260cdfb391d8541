import { createRoute } from '@tanstack/react-router'

import { needTexts } from '../i18n.ts'
import { signedInRoute } from '../roots.tsx'

export const outboxRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/outbox',
  loader: () => needTexts('outbox', 'command'),
}).lazy(() => import('./OutboxPage.tsx').then((module) => module.outboxPage))
