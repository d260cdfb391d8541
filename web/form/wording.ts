import type { Field } from '#domain/field.ts'

import type { Text } from '../i18n.ts'
import type { Option } from '../ui/Choice.tsx'

/** Where the words of a form's fields are: `field.<command>.<field>`, then `.help`, then `.option.<value>`. */
export type Wording = {
  readonly label: string
  readonly help: string | undefined
  readonly option: (value: string) => string
}

/** The words of one field. A field without a text shows its own name, so that the gap is seen and not hidden. */
export function wordingOf(text: Text, command: string, name: string): Wording {
  const key = `field.${command}.${name}`
  return {
    label: text.maybe(key) ?? text.maybe(`field.${name}`) ?? name,
    help: text.maybe(`${key}.help`),
    option: (value) => text.maybe(`${key}.option.${value}`) ?? text.maybe(`field.option.${value}`) ?? value,
  }
}

export function optionsOf(field: Field, wording: Wording): readonly Option[] {
  return (field.options ?? []).map((id) => ({ id, title: wording.option(id) }))
}
