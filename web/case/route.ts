import { createRoute } from '@tanstack/react-router'

import { needTexts } from '../i18n.ts'
import { signedInRoute } from '../roots.tsx'

export const caseTabs = ['story', 'person', 'project', 'money', 'papers', 'visits', 'access'] as const
export type CaseTab = (typeof caseTabs)[number]

/** The sides of a group's case: it has no project, no money and no visits. */
export const groupTabs: readonly CaseTab[] = ['story', 'person', 'papers', 'access']

/** What the address of a case says: the side that is open, and the act that is being done. */
export type CaseSearch = {
  readonly tab?: CaseTab
  /** A command's name, what it is about, and the refused entry of the outbox that it corrects. */
  readonly act?: string
  readonly of?: string
  readonly again?: string
}

export const caseRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/cases/$case',
  validateSearch: (search: Record<string, unknown>): CaseSearch => ({
    ...(caseTabs.includes(search['tab'] as CaseTab) ? { tab: search['tab'] as CaseTab } : {}),
    ...wordIn(search, 'act'),
    ...wordIn(search, 'of'),
    ...wordIn(search, 'again'),
  }),
  loader: () =>
    needTexts(
      'case',
      'intake',
      'outbox',
      'command',
      'event',
      'move',
      'obligation',
      'stage',
      'step',
      'access',
      'form',
      'field',
      'signatures',
    ),
}).lazy(() => import('./CasePage.tsx').then((module) => module.casePage))

function wordIn<const K extends string>(search: Record<string, unknown>, name: K): { readonly [N in K]?: string } {
  const value = search[name]
  return typeof value === 'string' || typeof value === 'number'
    ? ({ [name]: String(value) } as { [N in K]: string })
    : {}
}
