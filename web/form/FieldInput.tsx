import type { Field } from '#domain/field.ts'

import { useText } from '../i18n.ts'
import { areShort, Choice, Choices, type Option } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { MomentField } from '../ui/MomentField.tsx'
import { AmountField, NumberField } from '../ui/NumberField.tsx'
import { PartialDateField } from '../ui/PartialDateField.tsx'
import { ComboBox, Select } from '../ui/Select.tsx'
import { LongText, TextField } from '../ui/TextField.tsx'
import { BeneficiaryInput } from './BeneficiaryInput.tsx'
import { CorrectionInput } from './CorrectionInput.tsx'
import { FactsInput } from './FactsInput.tsx'
import { FileInput } from './FileInput.tsx'
import { FundingInput } from './FundingInput.tsx'
import { GridInput } from './GridInput.tsx'
import { LinesInput } from './LinesInput.tsx'
import { PeopleInput, PersonInput } from './PeopleInput.tsx'
import { PricesInput } from './PricesInput.tsx'
import { ProofsInput } from './ProofsInput.tsx'
import { ScoresInput } from './ScoresInput.tsx'
import type { FormSources, InputProps } from './sources.ts'
import { optionsOf, wordingOf } from './wording.ts'

type FieldInputProps = {
  readonly command: string
  readonly name: string
  readonly field: Field
  readonly sources: FormSources
  readonly error: string | undefined
  readonly values: Readonly<Record<string, unknown>>
  readonly onChange: (value: unknown) => void
}

/** Draws one field of a command by its kind. A new kind is one arm here. */
export function FieldInput({ command, name, field, sources, error, values, onChange }: FieldInputProps) {
  const text = useText()
  const wording = wordingOf(text, command, name)
  const value = values[name]
  const asked = { name, label: wording.label, help: wording.help, error, optional: field.optional }
  const props = <T,>(): InputProps<T> => ({ ...asked, value: value as T | undefined, onChange })
  const words = typeof value === 'string' ? value : ''
  switch (field.kind) {
    case 'text':
      return <TextField {...asked} value={words} onChange={onChange} maxLength={300} />
    case 'long-text':
      return <LongText {...asked} value={words} onChange={onChange} maxLength={10_000} />
    case 'date':
      return <DateField {...props<string>()} value={value as string | undefined} />
    case 'moment':
      return <MomentField {...props<string>()} />
    case 'partial-date':
      return <PartialDateField {...props<string>()} />
    case 'amount':
      return <AmountField {...props<number>()} currency={sources.currency ?? 'EUR'} />
    case 'number':
      return <NumberField {...props<number>()} />
    case 'yes-no':
      return <YesNo {...props<boolean>()} />
    case 'choice':
      return <OneOf {...props<string>()} options={optionsOf(field, wording)} />
    case 'choices':
      return <Choices {...asked} options={optionsOf(field, wording)} value={listOf(value)} onChange={onChange} />
    case 'pick': {
      const drawn = field.from && sources.drawn?.[field.from]
      return drawn ? drawn(props(), values) : <OneOf {...props<string>()} options={picked(field, sources)} />
    }
    case 'picks':
      return <ManyOf {...props<string[]>()} options={picked(field, sources)} />
    case 'file':
      return <FileInput {...props<string>()} upload={sources.upload} />
    case 'facts':
      return <FactsInput {...props()} facts={sources.facts ?? []} currency={sources.currency} />
    case 'scores':
      return <ScoresInput {...props()} questions={sources.questions ?? []} />
    case 'person':
      return <PersonInput {...props()} of={sources.beneficiary} country={sources.country} />
    case 'people':
      return <PeopleInput {...props()} of={sources.beneficiary} country={sources.country} />
    case 'beneficiary':
      return <BeneficiaryInput {...props()} kind={sources.beneficiary ?? 'organisation'} />
    case 'lines':
      return <LinesInput {...props()} currency={sources.currency ?? 'EUR'} />
    case 'funding':
      return <FundingInput {...props()} funders={sources.funders ?? []} currency={sources.currency ?? 'EUR'} />
    case 'proofs':
      return <ProofsInput {...props()} options={sources.expertise ?? []} upload={sources.upload} />
    case 'grid':
      return <GridInput {...props()} grid={sources.grid ?? { criteria: [], highest: 0 }} />
    case 'prices':
      return <PricesInput {...props()} services={sources.services ?? []} currency={sources.currency ?? 'EUR'} />
    case 'correction':
      return <CorrectionInput {...props()} command={command} sources={sources} of={sources.corrections?.(values)} />
  }
}

export function YesNo(props: InputProps<boolean>) {
  const text = useText()
  return (
    <Choice
      {...props}
      inline
      options={[
        { id: 'yes', title: text('ui.yes') },
        { id: 'no', title: text('ui.no') },
      ]}
      value={props.value === undefined ? undefined : props.value ? 'yes' : 'no'}
      onChange={(answer) => props.onChange(answer === 'yes')}
    />
  )
}

type OneOfProps = InputProps<string> & { readonly options: readonly Option[] }

/** Few options are rows, more are a list, many are found by typing. */
export function OneOf({ options, ...props }: OneOfProps) {
  if (options.length === 0) return <NothingToPick {...props} />
  if (options.length <= 7) return <Choice {...props} options={options} inline={areShort(options)} />
  if (options.length <= 15) return <Select {...props} options={options} />
  return <ComboBox {...props} options={options} />
}

function ManyOf({ options, ...props }: InputProps<string[]> & { readonly options: readonly Option[] }) {
  if (options.length === 0) return <NothingToPick {...props} />
  return <Choices {...props} options={options} value={props.value ?? []} onChange={props.onChange} />
}

function NothingToPick({ label, name }: { label: string; name: string }) {
  const text = useText()
  return (
    <div data-field={name}>
      <p className="font-strong">{label}</p>
      <p className="mt-1 text-ink-soft">{text('form.pick-empty')}</p>
    </div>
  )
}

function picked(field: Field, sources: FormSources): readonly Option[] {
  return field.from === undefined ? [] : (sources.choices?.[field.from] ?? [])
}

function listOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : []
}
