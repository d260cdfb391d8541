import { createRoute } from '@tanstack/react-router'

import { needTexts } from '../i18n.ts'
import { signedInRoute } from '../roots.tsx'

export type TaskSearch = { readonly kind?: string; readonly step?: string; readonly when?: 'late' | 'soon' }

export const tasksRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/tasks',
  validateSearch: readTasks,
  loader: () => needTexts('tasks', 'call-backs', 'list', 'stage', 'step', 'obligation'),
}).lazy(() => import('./TasksPage.tsx').then((module) => module.tasksPage))

export function readTasks(search: Readonly<Record<string, unknown>>): TaskSearch {
  const { kind, step, when } = search
  return {
    ...(typeof kind === 'string' && kind !== '' ? { kind: kind.slice(0, 100) } : {}),
    ...(typeof step === 'string' && step !== '' ? { step: step.slice(0, 100) } : {}),
    ...(when === 'late' || when === 'soon' ? { when } : {}),
  }
}

export function tasksPath({ kind, step, when }: TaskSearch): string {
  const query = new URLSearchParams(
    Object.entries({ kind, step, when }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  return `/api/tasks?${query.toString()}`
}
