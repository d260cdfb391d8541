import { createRoute } from '@tanstack/react-router'

import { needTexts } from '../i18n.ts'
import { signedInRoute } from '../roots.tsx'

export const administrationTabs = ['accounts', 'offices', 'notices', 'log'] as const
export type AdministrationTab = (typeof administrationTabs)[number]

/** The side that is open, and what is being changed: an id, or `new`. */
export type AdministrationSearch = { readonly tab?: AdministrationTab; readonly open?: string }

export const administrationRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/administration',
  validateSearch: ({ tab, open }: Record<string, unknown>): AdministrationSearch => ({
    ...(administrationTabs.includes(tab as AdministrationTab) ? { tab: tab as AdministrationTab } : {}),
    ...(typeof open === 'string' && open !== '' ? { open: open.slice(0, 100) } : {}),
  }),
  loader: () => needTexts('administration', 'form'),
}).lazy(() => import('./AdministrationPage.tsx').then((module) => module.administrationPage))
