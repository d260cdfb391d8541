import { createHash } from 'node:crypto'

/** A statement whose values travel apart from its text. `name` makes it prepared once per connection. */
export type Statement = { readonly name: string; readonly text: string; readonly values: readonly unknown[] }

type Written = { readonly name: string; readonly text: string }

const written = new WeakMap<TemplateStringsArray, Written>()
const nested = new WeakMap<TemplateStringsArray, Map<string, Written>>()
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

const combined = new Map<string, Written>()

/**
 * Writes that none of the others reads, as one statement: one round of the protocol instead of one each. All of them
 * see the rows as they were before.
 */
export function together([first, ...others]: readonly [Statement, ...Statement[]]): Statement {
  if (others.length === 0) return first
  const all = [first, ...others]
  const key = all.map((each) => each.name).join(' ')
  let known = combined.get(key)
  if (!known) {
    let count = 0
    const parts = all.map((each, index) => {
      const part = `write_${index} as (${shifted(each, count)})`
      count += each.values.length
      return part
    })
    const text = `with ${parts.join(', ')} select`
    combined.set(key, (known = { text, name: nameOf(text) }))
  }
  return { ...known, values: all.flatMap((each) => each.values) }
}

/** A text with statements inside, made once for each place in the code and what stands in it. */
function flatten(strings: TemplateStringsArray, given: readonly unknown[]): Statement {
  const places = nested.get(strings) ?? new Map<string, Written>()
  nested.set(strings, places)
  const key = given.map((value) => (isStatement(value) ? value.name : '$')).join(' ')
  const values = given.flatMap((value) => (isStatement(value) ? value.values : [value]))
  let known = places.get(key)
  if (!known) {
    let count = 0
    const text = strings.reduce((all, part, index) => {
      const value = given[index - 1]
      if (!isStatement(value)) return `${all}$${++count}${part}`
      const inner = shifted(value, count)
      count += value.values.length
      return `${all}${inner}${part}`
    })
    places.set(key, (known = { text, name: nameOf(text) }))
  }
  return { ...known, values }
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
