import type { SchemeResult } from '#domain/scheme/result.ts'
import type { Scheme, Text } from '#domain/scheme/scheme.ts'

/** One figure of a scheme as it is counted, beside what a source published. */
export type ResultAnswer = {
  readonly result: string
  readonly title: Text
  readonly counts: SchemeResult['counts']
  readonly value: number
  /** By region, the largest first; empty where the figure is not asked for by region. */
  readonly regions: readonly { readonly region: string; readonly value: number }[]
  readonly published: {
    readonly value: number
    readonly reads: 'exactly' | 'about' | 'more-than'
    /** Name of the source in the three languages, and how certain it is. */
    readonly source: Text
    readonly certainty: Scheme['sources'][string]['certainty']
  } | null
}

/** The results of a scheme to date. `opens` says whether the reader may open the cases behind a figure. */
export type ResultsAnswer = {
  readonly scheme: string
  readonly title: Text
  readonly country: string
  readonly opens: boolean
  readonly results: readonly ResultAnswer[]
}
