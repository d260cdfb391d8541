import { createRoute } from '@tanstack/react-router'

import { needTexts } from '../i18n.ts'
import { signedInRoute } from '../roots.tsx'

/** Which scheme, its register or its calls, the call whose answers are shown, and the form that is open. */
export type OperatorsSearch = {
  readonly scheme?: string
  readonly side?: 'calls'
  readonly call?: string
  readonly act?: string
}

const word = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

function readSearch({ scheme, side, call, act }: Record<string, unknown>): OperatorsSearch {
  const [ofScheme, ofCall, ofAct] = [word(scheme), word(call), word(act)]
  return {
    ...(ofScheme ? { scheme: ofScheme } : {}),
    ...(side === 'calls' ? { side } : {}),
    ...(ofCall ? { call: ofCall } : {}),
    ...(ofAct ? { act: ofAct } : {}),
  }
}

const places = ['operators', 'list', 'command', 'field', 'form', 'event', 'role'] as const

export const operatorsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/operators',
  validateSearch: readSearch,
  loader: () => needTexts(...places),
}).lazy(() => import('./OperatorsPage.tsx').then((module) => module.operatorsPage))

export const operatorRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/operators/$accreditation',
  validateSearch: ({ act, of }: Record<string, unknown>): { readonly act?: string; readonly of?: string } => {
    const [ofAct, ofWhat] = [word(act), word(of)]
    return { ...(ofAct ? { act: ofAct } : {}), ...(ofWhat ? { of: ofWhat } : {}) }
  },
  loader: () => needTexts(...places),
}).lazy(() => import('./OperatorPage.tsx').then((module) => module.operatorPage))

/** What an organisation's own staff sees of its standing. */
export const standingRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/standing',
  validateSearch: ({ call }: Record<string, unknown>): { readonly call?: string } => {
    const answered = word(call)
    return answered ? { call: answered } : {}
  },
  loader: () => needTexts(...places),
}).lazy(() => import('./StandingPage.tsx').then((module) => module.standingPage))
