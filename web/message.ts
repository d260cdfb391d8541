import { IntlMessageFormat } from 'intl-messageformat'

/** What a message may be given. A date is a `YYYY-MM-DD` text already formatted by whoever calls. */
export type Values = Readonly<Record<string, string | number | boolean | Date | null | undefined>>

type Prepared = { readonly message: IntlMessageFormat; readonly chooses: ReadonlySet<string> }

const prepared = new Map<string, Prepared>()

/**
 * One ICU message with its values. In a right-to-left language every text that is put in is isolated (U+2068, U+2069),
 * so that `2026-29` or `650 000 F CFA` keeps its order. Throws when a value is missing: a message that lies is worse.
 */
export function formatMessage(source: string, locale: string, values: Values = {}): string {
  // Most texts have nothing to fill in, and need no parser.
  if (!/[{}<'#]/.test(source)) return source
  const { message, chooses } = prepare(source, locale)
  const given = prepareValues(values, chooses, locale.startsWith('ar'))
  return String(message.format(given as Record<string, string>))
}

/** The text between marks that keep its direction to itself. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`
}

function prepare(source: string, locale: string): Prepared {
  const key = `${locale} ${source}`
  const known = prepared.get(key)
  if (known) return known
  const message = new IntlMessageFormat(source, locale, undefined, { ignoreTag: true })
  const made = { message, chooses: chosenNames(message.getAst()) }
  prepared.set(key, made)
  return made
}

type Ast = ReturnType<IntlMessageFormat['getAst']>

const selectElement = 5

/** Names that a `select` compares: isolating marks would make every comparison fail. */
function chosenNames(ast: Ast): ReadonlySet<string> {
  const names = new Set<string>()
  const visit = (elements: Ast): void => {
    for (const element of elements) {
      if ((element.type as number) === selectElement && 'value' in element) names.add(String(element.value))
      if ('options' in element) for (const option of Object.values(element.options)) visit(option.value)
    }
  }
  visit(ast)
  return names
}

/** ICU names have no hyphen and our codes do: a `select` for `select-for-less` says `select_for_less`. */
function prepareValues(values: Values, chooses: ReadonlySet<string>, isolates: boolean): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (chooses.has(name)) return [name, String(value).replaceAll('-', '_')]
      return [name, isolates && typeof value === 'string' ? isolated(value) : value]
    }),
  )
}
