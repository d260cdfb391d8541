import { createRoute } from '@tanstack/react-router'

import { needTexts } from '../i18n.ts'
import { signedInRoute } from '../roots.tsx'

export const draftSides = ['text', 'preview', 'changes', 'people', 'cases', 'story'] as const
export type DraftSide = (typeof draftSides)[number]

export const draftRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/schemes/drafts/$draft',
  validateSearch: ({ side }: Record<string, unknown>): { readonly side?: DraftSide } => {
    const known = draftSides.find((each) => each === side)
    return known && known !== 'text' ? { side: known } : {}
  },
  loader: () => needTexts('drafts', 'schemes', 'sittings', 'command', 'field', 'event', 'form'),
}).lazy(() => import('./DraftPage.tsx').then((module) => module.draftPage))
