import { longestText } from '#domain/field.ts'
import type { WordKey } from '#domain/project/project.ts'

import { useText } from '../i18n.ts'
import { LongText } from '../ui/TextField.tsx'
import { useBench } from './bench.ts'
import { useFieldError } from './Cells.tsx'

/** The free texts of a step: a short question each, and what helps to answer it. All may stay empty. */
export function Texts({ keys }: { keys: readonly WordKey[] }) {
  return keys.map((key) => <TextOf key={key} name={key} />)
}

export function TextOf({ name, label }: { name: WordKey; label?: string }) {
  const text = useText()
  const { project, change } = useBench()
  const field = `words.${name}`
  const error = useFieldError(field)
  return (
    <LongText
      name={field}
      label={label ?? text(`workshop.word-${name}`)}
      help={text.maybe(`workshop.word-${name}-help`)}
      error={error}
      rows={3}
      maxLength={longestText}
      value={project.words[name] ?? ''}
      onChange={(words) => change((now) => ({ ...now, words: { ...now.words, [name]: words } }), field)}
    />
  )
}
