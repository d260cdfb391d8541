import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'

import { problemOf, statusOf } from '#contract/problems.ts'
import { readShape } from '#domain/input.ts'
import type { Outcome, Refusal } from '#domain/outcome.ts'

/** PostgreSQL keeps no character zero in a text. */
export const clean = z.refine<string>((value) => !value.includes('\u0000'), { error: 'invalid-text' })

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
