import type { ReactNode } from 'react'

import type { Field, PickSource } from '#domain/field.ts'
import type { BeneficiaryKind } from '#domain/scheme/beneficiary.ts'
import type { Edition, Fact, Instrument } from '#domain/scheme/scheme.ts'

import type { Answer } from '../api.ts'
import type { Option } from '../ui/Choice.tsx'

export type ScoreQuestion = Instrument['questions'][number]
export type SchemeText = Edition['aids'][number]['title']

/** Everything a form needs to know beside its fields: what can be picked, which facts to ask, in which currency. */
export type FormSources = {
  /** The options of each `pick`, titles ready in the present language. */
  readonly choices?: Readonly<Partial<Record<PickSource, readonly Option[]>>>
  /** The facts a `facts` field asks, as the edition describes them. */
  readonly facts?: readonly Fact[]
  /** The questions of a `scores` field. */
  readonly questions?: readonly ScoreQuestion[]
  /** Who shares an award, for a `funding` field. */
  readonly funders?: readonly Option[]
  /** What an organisation can be good at, for a `proofs` field, and which of it needs a paper. */
  readonly expertise?: readonly (Option & { readonly needsProof: boolean })[]
  /** The criteria of a `grid` field, and the best mark. */
  readonly grid?: { readonly criteria: readonly Option[]; readonly highest: number }
  /** What has a price, for a `prices` field. */
  readonly services?: readonly Option[]
  /** ISO code of the case's currency, for amounts and lines. */
  readonly currency?: string
  /** What may be corrected, once the event is picked: its fields and its present values. */
  readonly corrections?: (input: Readonly<Record<string, unknown>>) => Corrections | undefined
  /** Sends a file and gives its id; `onPart` hears how much has arrived, 0 to 1. */
  readonly upload?: (file: File, onPart: (part: number) => void) => Promise<Answer<string>>
  /** Choices that the screen draws itself, by what they choose from; `values` is what the form holds by now. */
  readonly drawn?:
    | Partial<Record<PickSource, (props: InputProps<string>, values: Readonly<Record<string, unknown>>) => ReactNode>>
    | undefined
  /** Whom the case is about; left out = a person. */
  readonly beneficiary?: BeneficiaryKind
  /** The country of new people unless they say otherwise, ISO 3166-1. */
  readonly country?: string
}

export type Corrections = {
  readonly fields: Readonly<Record<string, Field>>
  readonly values: Readonly<Record<string, unknown>>
}

/** What every drawn field is given. `value` has the shape the field's schema wants, or is undefined. */
export type InputProps<T> = {
  readonly name: string
  readonly label: string
  readonly help?: string | undefined
  readonly error?: string | undefined
  readonly optional?: boolean | undefined
  readonly value: T | undefined
  readonly onChange: (value: T | undefined) => void
}
