import { createRoute } from '@tanstack/react-router'

import { needTexts } from '../i18n.ts'
import { signedInRoute } from '../roots.tsx'

/** `plan` opens the form of a new sitting; `scheme` and `status` narrow the list to those behind a figure. */
export type SittingsSearch = { readonly plan?: '1'; readonly scheme?: string; readonly status?: 'closed' }

export const sittingsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/sittings',
  validateSearch: ({ plan, scheme, status }: Record<string, unknown>): SittingsSearch => ({
    ...(String(plan) === '1' ? { plan: '1' } : {}),
    ...(typeof scheme === 'string' ? { scheme } : {}),
    ...(status === 'closed' ? { status } : {}),
  }),
  loader: () => needTexts('sittings', 'list'),
}).lazy(() => import('./SittingsPage.tsx').then((module) => module.sittingsPage))

export const sittingSides = ['files', 'agenda', 'minutes', 'letters'] as const
export type SittingSide = (typeof sittingSides)[number]

/** The file in view, the side that is open (left out = the usual one), the act that is being done, and the room's screen. */
export type SittingSearch = {
  readonly file?: string
  readonly side?: SittingSide
  readonly act?: string
  readonly projector?: '1'
}

export const sittingRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/sittings/$sitting',
  validateSearch: ({ file, side, act, projector }: Record<string, unknown>): SittingSearch => ({
    ...(typeof file === 'string' ? { file } : {}),
    ...(sittingSides.includes(side as SittingSide) ? { side: side as SittingSide } : {}),
    ...(typeof act === 'string' ? { act } : {}),
    ...(String(projector) === '1' ? { projector: '1' } : {}),
  }),
  loader: () => needTexts('sittings', 'case', 'list', 'command', 'field', 'form', 'stage', 'step', 'obligation'),
}).lazy(() => import('./SittingPage.tsx').then((module) => module.sittingPage))

/** The act that is being done, and what it is about: a committee and its seat or mandate. */
export type SeatsSearch = { readonly act?: string; readonly of?: string }

export const seatsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/sittings/seats',
  validateSearch: ({ act, of }: Record<string, unknown>): SeatsSearch => ({
    ...(typeof act === 'string' ? { act } : {}),
    ...(typeof of === 'string' ? { of } : {}),
  }),
  loader: () => needTexts('sittings', 'list', 'command', 'field', 'form'),
}).lazy(() => import('./SeatsPage.tsx').then((module) => module.seatsPage))
