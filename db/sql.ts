import { createHash } from 'node:crypto'

/** A statement whose values travel apart from its text. `name` makes it prepared once per connection. */
export type Statement = { readonly name: string; readonly text: string; readonly values: readonly unknown[] }

type Written = { readonly name: string; readonly text: string }

const written = new WeakMap<TemplateStringsArray, Written>()
const names = new Map<string, string>()

/**
 * Writes a statement: every `${value}` becomes a parameter, a `${sql`…`}` inside becomes part of the text. There is no
 * way to put a string into the text, which is the point. The text of one place in the code is made once.
 */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Statement {
  if (values.some(isStatement)) return flatten(strings, values)
  let known = written.get(strings)
  if (!known) {
    const text = strings.reduce((all, part, index) => `${all}$${index}${part}`)
    written.set(strings, (known = { text, name: nameOf(text) }))
  }
  return { ...known, values }
}

/** Statements one after the other, with a separator between them. */
export function joined(parts: readonly Statement[], separator: ' and ' | ', '): Statement {
  const text: string[] = []
  const values: unknown[] = []
  for (const part of parts) {
    text.push(shifted(part, values.length))
    values.push(...part.values)
  }
  const whole = text.join(separator)
  return { name: nameOf(whole), text: whole, values }
}

function flatten(strings: TemplateStringsArray, given: readonly unknown[]): Statement {
  const values: unknown[] = []
  const text = strings.reduce((all, part, index) => {
    const value = given[index - 1]
    if (!isStatement(value)) return `${all}$${values.push(value)}${part}`
    const inner = shifted(value, values.length)
    values.push(...value.values)
    return `${all}${inner}${part}`
  })
  return { name: nameOf(text), text, values }
}

/** The text with its parameters counted from further on. */
function shifted({ text }: Statement, by: number): string {
  return text.replaceAll(/\$(\d+)/g, (_, index: string) => `$${Number(index) + by}`)
}

function isStatement(value: unknown): value is Statement {
  return typeof value === 'object' && value !== null && 'text' in value && 'values' in value && 'name' in value
}

function nameOf(text: string): string {
  const known = names.get(text)
  if (known) return known
  const made = createHash('sha1').update(text).digest('base64url')
  names.set(text, made)
  return made
}
