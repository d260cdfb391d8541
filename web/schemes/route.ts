import { createRoute } from '@tanstack/react-router'

import { needTexts } from '../i18n.ts'
import { signedInRoute } from '../roots.tsx'

export const schemesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/schemes',
  validateSearch: ({ add }: Record<string, unknown>): { readonly add?: true } => (add ? { add: true } : {}),
  loader: () => needTexts('schemes', 'drafts', 'command', 'form'),
}).lazy(() => import('./SchemesPage.tsx').then((module) => module.schemesPage))

/** An edition by its name; left out, the one in force. */
export type SchemeSearch = { readonly edition?: string }

export const schemeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/schemes/$scheme',
  // An edition called 2025 is read from the address as a number.
  validateSearch: ({ edition }: Record<string, unknown>): SchemeSearch =>
    typeof edition === 'string' || typeof edition === 'number' ? { edition: String(edition) } : {},
  loader: () => needTexts('schemes', 'results', 'sittings', 'move', 'form', 'obligation', 'stage', 'case'),
}).lazy(() => import('./SchemePage.tsx').then((module) => module.schemePage))
