import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'

import { problemOf, statusOf } from '#contract/problems.ts'
import { isInstant, isPlainDate } from '#domain/calendar.ts'
import { readShape } from '#domain/input.ts'
import type { Outcome, Refusal } from '#domain/outcome.ts'

/** A point in time as a cursor or a device gives it: ISO 8601 in UTC, a day that exists. */
export const instant = z.string().check(z.maxLength(40), z.refine(isInstant, { error: 'invalid-date' }))

/** A day that exists. */
export const day = z.string().check(z.refine(isPlainDate, { error: 'invalid-date' }))

/** Sends a refusal as its problem, with the HTTP number that `contract` gives it. */
export function sendRefusal(reply: FastifyReply, refusal: Refusal): FastifyReply {
  return reply.status(statusOf(refusal.code)).send(problemOf(refusal))
}

/** The request's body as a schema reads it, or `invalid-input` with field and reason. */
export function body<T>(schema: z.ZodMiniType<T>, request: FastifyRequest): Outcome<T> {
  return readShape(schema, request.body)
}

/** The query string as a schema reads it, or `invalid-input`. */
export function query<T>(schema: z.ZodMiniType<T>, request: FastifyRequest): Outcome<T> {
  return readShape(schema, request.query)
}
