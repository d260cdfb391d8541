import type { ListWords } from '../cases/list-words.ts'
import { PairsInput, type Pair } from './SeatsInput.tsx'
import { roleOptions } from './view.ts'

type PartsProps = {
  readonly words: ListWords
  readonly parts: readonly Pair[]
  readonly onChange: (parts: readonly Pair[]) => void
  readonly error?: string | undefined
}

/** Which part an office plays in which scheme: it decides what cases come to it. */
export function Parts({ words, parts, onChange, error }: PartsProps) {
  const { text } = words
  return (
    <PairsInput
      legend={text('administration.parts')}
      help={text('administration.parts-help')}
      error={error}
      pairs={parts}
      onChange={onChange}
      one={{ label: text('administration.part'), options: roleOptions(text) }}
      other={{
        label: text('administration.scheme'),
        options: words.schemes.map(({ scheme }) => ({ id: scheme, title: words.scheme(scheme) })),
      }}
      add={text('administration.part-add')}
      remove={text('administration.part-remove')}
    />
  )
}
