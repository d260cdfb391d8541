import * as z from 'zod/mini'

import * as shape from '#contract/operator-schemas.ts'
import { callApplicationSchema } from '#domain/operator-call/application.ts'

import type { DescribedRoute } from './openapi-routes.ts'
import { applicationOutcomeBody, registerQuery } from './operators.ts'

/** The ways in that concern operators and the calls to become one. */
export const operatorRoutes: readonly DescribedRoute[] = [
  {
    method: 'get',
    path: '/api/operators',
    summary: 'The register of a scheme’s operators, for those who oversee them',
    answer: ['OperatorRegister', shape.register],
    query: registerQuery,
  },
  {
    method: 'get',
    path: '/api/operators/{id}',
    summary: 'One organisation’s standing in a scheme, and how it works there',
    answer: ['OperatorStanding', shape.standing],
  },
  {
    method: 'get',
    path: '/api/own-standings',
    summary: 'The standings of one’s own organisation',
    answer: ['OwnStandings', shape.ownStandings],
  },
  {
    method: 'get',
    path: '/api/operator-calls',
    summary: 'Calls for operators, the latest first',
    answer: ['OperatorCalls', shape.calls],
  },
  {
    method: 'get',
    path: '/api/operator-calls/{id}/answers',
    summary: 'Who answered a call, for the office that opened it',
    answer: ['CallAnswers', shape.callAnswers],
  },
  {
    method: 'get',
    path: '/api/public/operator-calls',
    summary: 'The open calls, for anybody',
    answer: ['PublicCalls', shape.publicCalls],
    open: true,
  },
  {
    method: 'post',
    path: '/api/public/call-applications',
    summary: 'Answer a call without an account',
    answer: ['CallApplicationKept', z.strictObject({ kept: z.boolean() })],
    body: callApplicationSchema,
    open: true,
  },
  {
    method: 'put',
    path: '/api/call-applications/{id}',
    summary: 'Say what becomes of an application without an account, or put it back',
    answer: ['CallApplicationSettled', applicationOutcomeBody],
    body: applicationOutcomeBody,
  },
]
