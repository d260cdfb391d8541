import { createRoute } from '@tanstack/react-router'

import { needTexts } from '../i18n.ts'
import { signedInRoute } from '../roots.tsx'
import { isWorkshopStep, type WorkshopStep } from './steps.ts'

/** What the address of a workshop says: the step that is open; the first one when it says none. */
export type WorkshopSearch = { readonly step?: WorkshopStep }

export const workshopRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/cases/$case/workshop',
  validateSearch: ({ step }: Record<string, unknown>): WorkshopSearch => (isWorkshopStep(step) ? { step } : {}),
  loader: () => needTexts('workshop', 'case', 'outbox', 'command', 'field', 'form', 'event'),
}).lazy(() => import('./WorkshopPage.tsx').then((module) => module.workshopPage))
