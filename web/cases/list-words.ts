import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import type { ListRow, OwedAnswer, RegionAnswer, SchemeWords } from '#contract/answers.ts'
import { stripStates } from '#domain/case/road.ts'
import type { Text as SchemeText } from '#domain/scheme/scheme.ts'

import { reading } from '../api.ts'
import { useText, type Text } from '../i18n.ts'
import { officesQuery } from '../local/edition.ts'
import type { RoadStage } from '../ui/Road.tsx'

/** Everything a list names by id, in words. What is not known stays as it is. */
export type ListWords = {
  readonly text: Text
  readonly schemes: readonly SchemeWords[]
  scheme(id: string): string
  /** The kind of a step, by its id: its `count` texts are written per kind. */
  stepKind(id: string): string | undefined
  step(id: string, scheme?: string): string
  aid(id: string, scheme?: string): string
  /** The committee of a sitting; a sitting that names none is of the scheme's first. */
  committee(id: string | null, scheme: string): string | undefined
  result(id: string, scheme?: string): string
  office(id: string): string
  region(code: string): string
  /** Regions of the schemes' countries, sorted as the language sorts. */
  readonly regions: readonly { readonly code: string; readonly name: string }[]
  road(row: Pick<ListRow, 'road' | 'scheme' | 'dueOn'>, today: string): readonly RoadStage[]
  /** What is owed, as a title. */
  owed(owed: Pick<OwedAnswer, 'kind' | 'step' | 'detail' | 'scheme'>): string
}

const long = 3_600_000
const wordsQuery = { ...reading<{ rows: readonly SchemeWords[] }>('/api/scheme-words'), staleTime: long, gcTime: long }
const none: readonly SchemeWords[] = []

/** Small tables that come once and stay: titles of schemes, offices and regions. */
export function useListWords(): ListWords {
  const text = useText()
  const schemes = useQuery(wordsQuery).data?.rows ?? none
  const offices = useQuery(officesQuery).data?.rows
  const regions = useRegions(schemes)
  return useMemo(() => {
    const officeNames = new Map((offices ?? []).map(({ office, name }) => [office, name]))
    return wordsOf(text, schemes, officeNames, regions)
  }, [text, schemes, offices, regions])
}

function useRegions(schemes: readonly SchemeWords[]): readonly RegionAnswer[] {
  const countries = [...new Set(schemes.map(({ country }) => country))]
  return useQueries({
    queries: countries.map((country) => ({
      ...reading<{ rows: readonly RegionAnswer[] }>(`/api/regions?country=${country}`),
      staleTime: Infinity,
      gcTime: Infinity,
    })),
    combine: (answers) => answers.flatMap(({ data }) => data?.rows ?? []),
  })
}

function wordsOf(
  text: Text,
  schemes: readonly SchemeWords[],
  officeNames: ReadonlyMap<string, string>,
  regionRows: readonly RegionAnswer[],
): ListWords {
  const titled = (title: SchemeText | undefined, id: string): string => title?.[text.language] ?? id
  const own = (scheme: string | undefined): readonly SchemeWords[] =>
    scheme === undefined ? schemes : schemes.filter((each) => each.scheme === scheme)
  const regionNames = new Map(regionRows.map((each) => [each.code, each[text.language]]))
  const order = new Intl.Collator(text.locale)
  const step = (id: string, scheme?: string): string =>
    titled(own(scheme).find(({ steps }) => steps[id])?.steps[id]?.title, id)
  return {
    text,
    schemes,
    scheme: (id) => titled(schemes.find((each) => each.scheme === id)?.title, id),
    stepKind: (id) => schemes.find(({ steps }) => steps[id])?.steps[id]?.kind,
    step,
    aid: (id, scheme) => titled(own(scheme).find(({ aids }) => aids[id])?.aids[id], id),
    committee(id, scheme) {
      const known = own(scheme)[0]?.committees ?? {}
      return (id === null ? Object.values(known)[0] : known[id])?.[text.language]
    },
    result: (id, scheme) => titled(own(scheme).find(({ results }) => results[id])?.results[id], id),
    office: (id) => officeNames.get(id) ?? id,
    region: (code) => regionNames.get(code) ?? code,
    regions: [...regionNames].map(([code, name]) => ({ code, name })).sort((a, b) => order.compare(a.name, b.name)),
    road(row, today) {
      const states = stripStates(row.road, row.dueOn, today)
      const journeys = own(row.scheme)[0]?.journeys ?? []
      const journey = journeys.find((each) => each.length === states.length) ?? journeys[0] ?? []
      return states.map((state, index) => ({
        id: journey[index]?.stage ?? String(index),
        title: titled(journey[index]?.title, ''),
        state,
      }))
    },
    owed({ kind, step: id, detail, scheme }) {
      const title = id === null ? '' : step(id, scheme)
      const values = { step: title, number: detail.number ?? 0, report: detail.ref ?? '', party: detail.ref ?? '' }
      return text.maybe(`obligation.${kind}`, values) ?? title
    },
  }
}
