import { createRoute } from '@tanstack/react-router'

import { rootRoute } from '../roots.tsx'

/**
 * Every component in one place, for whoever builds screens. Only where the pages are developed: a function, so that a
 * build which never calls it leaves all of it out.
 */
export function galleryRoute() {
  return createRoute({
    getParentRoute: () => rootRoute,
    path: '/gallery',
    validateSearch: (search): { part?: string } => (typeof search.part === 'string' ? { part: search.part } : {}),
  }).lazy(() => import('./Gallery.tsx').then((module) => module.galleryPage))
}
