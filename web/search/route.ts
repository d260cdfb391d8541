import { createRoute } from '@tanstack/react-router'

import { needTexts } from '../i18n.ts'
import { signedInRoute } from '../roots.tsx'

export const searchRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/search',
  validateSearch: ({ q }: Record<string, unknown>): { readonly q?: string } =>
    typeof q === 'string' || typeof q === 'number' ? { q: String(q).slice(0, 200) } : {},
  loader: () => needTexts('search', 'list', 'stage', 'form'),
}).lazy(() => import('./SearchPage.tsx').then((module) => module.searchPage))
