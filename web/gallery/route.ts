import { createRoute } from '@tanstack/react-router'

import { rootRoute } from '../roots.tsx'

/** Every component in one place, for whoever builds screens. Only where the pages are developed, never in a build. */
export const galleryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/gallery',
  validateSearch: (search): { part?: string } => (typeof search.part === 'string' ? { part: search.part } : {}),
}).lazy(() => import('./Gallery.tsx').then((module) => module.galleryPage))
