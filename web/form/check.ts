import type * as z from 'zod/mini'

import type { Field, Fields } from '#domain/field.ts'
import { readShape } from '#domain/input.ts'

import type { Text } from '../i18n.ts'
import { refusalText } from '../refusal.ts'

export type Values = Readonly<Record<string, unknown>>

/** The sentence under each field that the schema does not accept, by field. Empty when all is well. */
export function errorsIn(text: Text, fields: Fields, values: Values): Readonly<Record<string, string>> {
  const errors: Record<string, string> = {}
  for (const [name, field] of Object.entries(fields)) {
    const error = errorOf(text, field, values[name])
    if (error !== undefined) errors[name] = error
  }
  return errors
}

function errorOf(text: Text, field: Field, value: unknown): string | undefined {
  if (isEmpty(value)) return field.optional ? undefined : text('form.missing')
  const read = readShape(field.schema, value)
  return read.refused ? refusalText(text, read) : undefined
}

/** The sentence under each part of one answer, such as a person's names, by the part. Empty when all is well. */
export function errorsInParts(text: Text, schema: z.ZodMiniType, value: object): Readonly<Record<string, string>> {
  const read = schema.safeParse(value)
  const parts = new Set(read.error?.issues.flatMap(({ path: [part] }) => (part === undefined ? [] : [String(part)])))
  const given = new Map(Object.entries(value))
  return Object.fromEntries(
    [...parts].map((part) => [part, text(isEmpty(given.get(part)) ? 'form.missing' : 'form.not-valid')]),
  )
}

/** Nothing was said. An empty list of consents is an answer, so that only `undefined` and empty words count. */
export function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (typeof value === 'object' && value !== null && isEmptyRecord(value))
}

function isEmptyRecord(value: object): boolean {
  return !Array.isArray(value) && Object.keys(value).length === 0
}

/** What is sent: fields without an answer are left out, so that optional stays optional. */
export function inputOf(fields: Fields, values: Values): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(fields).flatMap((name) => (isEmpty(values[name]) ? [] : [[name, values[name]] as const])),
  )
}
