import { useText } from '../i18n.ts'
import { PairsInput, type Pair } from './SeatsInput.tsx'
import { roleOptions, useAllOffices } from './view.ts'

type SeatsProps = {
  readonly seats: readonly Pair[]
  readonly onChange: (seats: readonly Pair[]) => void
  readonly error?: string | undefined
}

/** In which role, at which office: one person may have several seats, and sits in one at a time. */
export function Seats({ seats, onChange, error }: SeatsProps) {
  const text = useText()
  const offices = useAllOffices().rows ?? []
  return (
    <PairsInput
      legend={text('administration.seats')}
      help={text('administration.seats-help')}
      error={error}
      pairs={seats}
      onChange={onChange}
      one={{ label: text('administration.role'), options: roleOptions(text) }}
      other={{
        label: text('administration.office'),
        options: offices.map(({ office, name }) => ({ id: office, title: name })),
      }}
      add={text('administration.seat-add')}
      remove={text('administration.seat-remove')}
    />
  )
}
