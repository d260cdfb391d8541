import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'

import type { RegionAnswer } from '#contract/answers.ts'

import { reading } from '../api.ts'
import { Panel } from '../case/Panel.tsx'
import type { ListWords } from '../cases/list-words.ts'
import { countryOptions } from '../form/countries.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { ComboBox, Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { Parts } from './Parts.tsx'
import { wholePairs, type Pair } from './SeatsInput.tsx'
import { errorUnder, useChange } from './view.ts'

const kinds = ['agency', 'representation', 'operator', 'committee', 'finance', 'programme', 'administration'] as const
const sectors = ['public', 'private', 'association'] as const

type Values = {
  readonly name: string
  readonly kind?: (typeof kinds)[number] | undefined
  readonly country?: string | undefined
  readonly region?: string | undefined
  readonly place: string
  readonly sector?: (typeof sectors)[number] | undefined
}

/** A new office: what it is, where it is, and the parts it plays. */
export function NewOffice({ words, onClose }: { words: ListWords; onClose: () => void }) {
  const { text } = words
  const session = useSession()
  const { change, busy, problem } = useChange()
  const [values, setValues] = useState<Values>({ name: '', place: '', country: session?.seat.office.country })
  const [parts, setParts] = useState<readonly Pair[]>([])
  const [tried, setTried] = useState(false)
  const regions = useRegions(values.country)
  const set = (change: Partial<Values>): void => setValues((before) => ({ ...before, ...change }))
  const whole = wholePairs(parts)
  const { name, kind, country, region, place, sector } = values
  const isWhole = name.trim() !== '' && kind !== undefined && country !== undefined && whole.length === parts.length
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (!isWhole || busy) return
    const body = {
      name: name.trim(),
      kind,
      country,
      ...(region ? { region } : {}),
      ...(place.trim() === '' ? {} : { place: place.trim() }),
      ...(kind === 'operator' && sector ? { sector } : {}),
      parts: whole.map(([role, scheme]) => ({ role, scheme })),
    }
    if (await change('POST', '/api/offices', body)) onClose()
  }
  const isUnderField = ['name', 'region', 'place', 'parts'].includes(problem?.field ?? '')
  return (
    <Panel title={text('administration.office-new')} onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-8">
        <TextField
          label={text('administration.office-name')}
          maxLength={200}
          value={name}
          onChange={(value) => set({ name: value })}
          error={tried && name.trim() === '' ? text('form.missing') : errorUnder(text, problem, 'name')}
        />
        <Choice
          label={text('administration.kind')}
          options={kinds.map((id) => ({ id, title: text(`administration.kind-${id}`) }))}
          value={kind}
          onChange={(value) => set({ kind: value })}
          error={tried && kind === undefined ? text('form.missing') : undefined}
        />
        {kind === 'operator' && (
          <Choice
            label={text('administration.sector')}
            inline
            optional
            options={sectors.map((id) => ({ id, title: text(`administration.sector-${id}`) }))}
            value={sector}
            onChange={(value) => set({ sector: value })}
          />
        )}
        <ComboBox
          label={text('administration.country')}
          options={countryOptions(text.locale)}
          value={country}
          onChange={(value) => set({ country: value, region: undefined })}
          error={tried && country === undefined ? text('form.missing') : undefined}
        />
        {regions.length > 0 && (
          <Select
            label={text('administration.region')}
            optional
            options={regions.map((each) => ({ id: each.code, title: each[text.language] }))}
            value={region}
            onChange={(value) => set({ region: value })}
            error={errorUnder(text, problem, 'region')}
          />
        )}
        <TextField
          label={text('administration.place')}
          optional
          maxLength={200}
          value={place}
          onChange={(value) => set({ place: value })}
          error={errorUnder(text, problem, 'place')}
        />
        <Parts
          words={words}
          parts={parts}
          onChange={setParts}
          error={
            tried && whole.length < parts.length
              ? text('administration.parts-missing')
              : errorUnder(text, problem, 'parts')
          }
        />
        {problem && !isUnderField && <ProblemNotice problem={problem} small />}
        <div>
          <Button kind="main" type="submit" busy={busy}>
            {text('administration.office-make')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

function useRegions(country: string | undefined): readonly RegionAnswer[] {
  const { data } = useQuery({
    ...reading<{ rows: readonly RegionAnswer[] }>(`/api/regions?country=${country}`),
    enabled: country !== undefined,
    staleTime: Infinity,
  })
  return data?.rows ?? []
}
