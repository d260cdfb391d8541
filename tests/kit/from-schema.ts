import fc from 'fast-check'

/** JSON Schema as far as the API's description uses it. */
export type Schema = {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly pattern?: string
  readonly format?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly items?: Schema
  readonly minItems?: number
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly propertyNames?: Schema
  readonly additionalProperties?: Schema | boolean
}

/** What no schema asks for: wrong types, other scripts, signs of control, numbers without end, names of the language itself. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e\u2066عربي',
    '👩🏽‍🌾'.repeat(40),
    'x'.repeat(10_001),
    '2026-02-31',
    '9999-12-31',
    '0000-00-00',
    -1,
    0.1,
    1e308,
    -0,
    2 ** 53,
    [],
    [null],
    {},
    '__proto__',
    'constructor',
    { constructor: { known: 1 } },
    { toString: 1 },
  ),
  fc.jsonValue({ maxDepth: 3 }),
)

/**
 * Values of a schema. Where it asks for a word, one of `known` is taken most of the time: ids, steps and days that
 * exist, so that what is generated comes far enough to be dangerous.
 */
export function valuesOf(schema: Schema, known: readonly string[]): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((each) => valuesOf(each, known)))
  switch (schema.type) {
    case 'string':
      return wordsOf(schema, known)
    case 'integer':
    case 'number':
      return numbersOf(schema)
    case 'boolean':
      return fc.boolean()
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}, known), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 5, (schema.minItems ?? 0) + 4),
      })
    case 'object':
      return schema.properties ? objectsOf(schema, known) : dictionariesOf(schema, known)
    default:
      return fc.jsonValue()
  }
}

function wordsOf({ format, pattern, minLength = 0, maxLength = 300 }: Schema, known: readonly string[]) {
  if (format === 'uuid') return fc.oneof(known4(known, /^[0-9a-f-]{36}$/), fc.uuid())
  if (pattern !== undefined) {
    const shape = new RegExp(pattern)
    return fc.oneof(known4(known, shape), fc.stringMatching(shape))
  }
  const any = fc.string({ minLength, maxLength: Math.min(maxLength, 60), unit: 'binary' })
  return fc.oneof(known4(known, /./), any)
}

function known4(known: readonly string[], shape: RegExp) {
  const fitting = known.filter((each) => shape.test(each))
  return { weight: 4, arbitrary: fitting.length > 0 ? fc.constantFrom(...fitting) : fc.constant('') }
}

function numbersOf({ type, minimum = 0, maximum = 5_000_000 }: Schema) {
  const whole = fc.oneof(
    fc.integer({ min: Math.max(minimum, -1e9), max: Math.min(maximum, 2 ** 31) }),
    fc.constantFrom(minimum, maximum),
  )
  return type === 'integer' ? whole : fc.oneof(whole, fc.double())
}

function objectsOf({ properties = {}, required = [] }: Schema, known: readonly string[]) {
  const values = Object.entries(properties).map(([name, each]) => [name, valuesOf(each, known)] as const)
  return fc.record(Object.fromEntries(values), { requiredKeys: [...required] })
}

function dictionariesOf({ propertyNames = {}, additionalProperties }: Schema, known: readonly string[]) {
  const names = wordsOf(propertyNames, known)
  const value = typeof additionalProperties === 'object' ? valuesOf(additionalProperties, known) : fc.jsonValue()
  return fc.dictionary(names, value, { maxKeys: 4 })
}

/** A value with one place in it replaced by junk, or a stray key added. `place` chooses where. */
export function spoiled(value: unknown, place: number, by: unknown): unknown {
  if (typeof value !== 'object' || value === null) return by
  const keys = Object.keys(value)
  const key = keys[place % (keys.length + 1)]
  if (key === undefined) return Array.isArray(value) ? [...value, by] : { ...value, stray: by }
  const inner = (value as Record<string, unknown>)[key]
  const rest = Math.floor(place / (keys.length + 1))
  const changed = rest % 2 === 0 ? by : spoiled(inner, Math.floor(rest / 2), by)
  if (Array.isArray(value)) return value.map((each: unknown, index) => (String(index) === key ? changed : each))
  return { ...value, [key]: changed }
}
