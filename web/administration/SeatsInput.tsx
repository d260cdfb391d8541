import { Plus, X } from 'lucide-react'

import { useText } from '../i18n.ts'
import { Button } from '../ui/Button.tsx'
import type { Option } from '../ui/Choice.tsx'
import { ComboBox, Select } from '../ui/Select.tsx'

export type Pair = { readonly id: number; readonly one: string | undefined; readonly other: string | undefined }

type PairsInputProps = {
  readonly legend: string
  readonly help?: string
  readonly error?: string | undefined
  readonly pairs: readonly Pair[]
  readonly onChange: (pairs: readonly Pair[]) => void
  readonly one: { readonly label: string; readonly options: readonly Option[] }
  readonly other: { readonly label: string; readonly options: readonly Option[] }
  readonly add: string
  readonly remove: string
}

/** Two choices that belong together, as often as needed: a role at an office, a part in a scheme. */
export function PairsInput(props: PairsInputProps) {
  const text = useText()
  const { pairs, onChange, one, other, error } = props
  const change = (id: number, part: Partial<Pair>): void =>
    onChange(pairs.map((pair) => (pair.id === id ? { ...pair, ...part } : pair)))
  return (
    <fieldset>
      <legend className="font-strong">{props.legend}</legend>
      {props.help !== undefined && <p className="max-w-prose text-ink-soft">{props.help}</p>}
      <ul className="mt-3 grid gap-5">
        {pairs.map((pair, index) => (
          <li key={pair.id} className="grid gap-3 border-s-2 border-line ps-4">
            <Select
              label={one.label}
              options={one.options}
              value={pair.one}
              onChange={(value) => change(pair.id, { one: value })}
            />
            <Long {...other} value={pair.other} onChange={(value) => change(pair.id, { other: value })} />
            <div className="-ms-2">
              <Button
                kind="plain"
                icon={<X aria-hidden="true" />}
                onPress={() => onChange(pairs.filter(({ id }) => id !== pair.id))}
              >
                {props.remove}
                <span className="sr-only"> {index + 1}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {error !== undefined && (
        <p role="alert" className="mt-2 text-clay-deep">
          {error}
        </p>
      )}
      <div className="mt-3 -ms-2">
        <Button kind="plain" icon={<Plus aria-hidden="true" />} onPress={() => onChange([...pairs, emptyPair(pairs)])}>
          {props.add}
        </Button>
      </div>
      <span className="sr-only">{text('administration.pairs', { count: pairs.length })}</span>
    </fieldset>
  )
}

type LongProps = {
  readonly label: string
  readonly options: readonly Option[]
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

/** A long list is found by typing. */
function Long(props: LongProps) {
  return props.options.length > 12 ? <ComboBox {...props} /> : <Select {...props} />
}

export function emptyPair(pairs: readonly Pair[]): Pair {
  return { id: Math.max(0, ...pairs.map(({ id }) => id)) + 1, one: undefined, other: undefined }
}

/** The pairs that are whole. */
export function wholePairs(pairs: readonly Pair[]): readonly (readonly [one: string, other: string])[] {
  return pairs.flatMap(({ one, other }) => (one !== undefined && other !== undefined ? [[one, other] as const] : []))
}
