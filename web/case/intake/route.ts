import { createRoute } from '@tanstack/react-router'

import { needTexts } from '../../i18n.ts'
import { signedInRoute } from '../../roots.tsx'

export const intakeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/cases/new',
  /** The refused registration in the outbox that is corrected here. */
  validateSearch: (search: Record<string, unknown>): { readonly again?: string } =>
    typeof search['again'] === 'string' ? { again: search['again'] } : {},
  loader: () => needTexts('case', 'intake', 'outbox', 'command', 'field', 'form', 'stage'),
}).lazy(() => import('./IntakePage.tsx').then((module) => module.intakePage))
