import { createRoute } from '@tanstack/react-router'

import { needTexts } from '../../i18n.ts'
import { signedInRoute } from '../../roots.tsx'

type IntakeSearch = { readonly again?: string; readonly callBack?: string }

export const intakeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/cases/new',
  /** The refused registration in the outbox that is corrected here, or the request to be called that it began with. */
  validateSearch: ({ again, callBack }: Record<string, unknown>): IntakeSearch => ({
    ...(typeof again === 'string' ? { again } : {}),
    ...(typeof callBack === 'string' ? { callBack } : {}),
  }),
  loader: () => needTexts('case', 'intake', 'outbox', 'command', 'field', 'form', 'stage'),
}).lazy(() => import('./IntakePage.tsx').then((module) => module.intakePage))
