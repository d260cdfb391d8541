import { operatorFigures, type OperatorFigure } from '#domain/operator/performance.ts'

/** What the address of the list says. Everything is optional; what is not understood is left out. */
export type CaseFilters = {
  readonly stage?: string
  readonly region?: string
  readonly scheme?: string
  readonly aid?: string
  readonly status?: 'open' | 'closed'
  readonly custody?: string
  readonly operator?: string
  /** A figure of that operator: the cases that it is counted from. */
  readonly figure?: OperatorFigure
  /** A result of the scheme: the cases that count in it. */
  readonly result?: string
  readonly late?: '1'
  readonly sort?: 'due'
}

export const filterNames = [
  'stage',
  'region',
  'scheme',
  'aid',
  'status',
  'custody',
  'operator',
  'figure',
  'result',
  'late',
  'sort',
] as const
export type FilterName = (typeof filterNames)[number]

const allowed: Readonly<Partial<Record<FilterName, readonly string[]>>> = {
  status: ['open', 'closed'],
  figure: operatorFigures,
  late: ['1'],
  sort: ['due'],
}

/** Reads filters out of an address or a saved view. */
export function readFilters(search: Readonly<Record<string, unknown>>): CaseFilters {
  const read = filterNames.flatMap((name) => {
    const value = search[name]
    if (typeof value !== 'string' && typeof value !== 'number') return []
    const word = String(value).slice(0, 100)
    const isKnown = word !== '' && (allowed[name]?.includes(word) ?? true)
    return isKnown ? [[name, word] as const] : []
  })
  return Object.fromEntries(read)
}

/** The address of the list's pages; the same filters always give the same one. */
export function listPath(filters: CaseFilters): string {
  const query = new URLSearchParams(filterNames.flatMap((name) => (filters[name] ? [[name, filters[name]]] : [])))
  return `/api/cases?${query.toString()}`
}

/** The filters with one changed; `undefined` takes it away. A result goes with its scheme, a figure with its operator. */
export function changed(filters: CaseFilters, name: FilterName, value: string | undefined): CaseFilters {
  const goesWith = (key: string) => (name === 'scheme' && key === 'result') || (name === 'operator' && key === 'figure')
  const kept = Object.entries(filters).filter(([key]) => key !== name && !goesWith(key))
  return readFilters({ ...Object.fromEntries(kept), ...(value === undefined ? {} : { [name]: value }) })
}

export function sameFilters(one: CaseFilters, other: CaseFilters): boolean {
  return filterNames.every((name) => one[name] === other[name])
}

/** The order is no filter: everything that narrows the list. */
export function narrowing(filters: CaseFilters): readonly FilterName[] {
  return filterNames.filter((name) => name !== 'sort' && filters[name] !== undefined)
}

export type Counted = { readonly region: string; readonly stage: string; readonly count: number }

/** True numbers beside each stage, within the region that is chosen; and the other way round. */
export function countsOf(
  rows: readonly Counted[],
  { stage, region }: CaseFilters,
): { readonly byStage: ReadonlyMap<string, number>; readonly byRegion: ReadonlyMap<string, number> } {
  const byStage = new Map<string, number>()
  const byRegion = new Map<string, number>()
  for (const row of rows) {
    if (region === undefined || row.region === region) add(byStage, row.stage, row.count)
    if (stage === undefined || row.stage === stage) add(byRegion, row.region, row.count)
  }
  return { byStage, byRegion }
}

function add(sums: Map<string, number>, key: string, count: number): void {
  sums.set(key, (sums.get(key) ?? 0) + count)
}

/** The number of cases behind the filters, where the counts can say it: they know stages and regions only. */
export function countBehind(rows: readonly Counted[], filters: CaseFilters): number | undefined {
  if (narrowing(filters).some((name) => name !== 'stage' && name !== 'region') || filters.sort) return undefined
  return rows
    .filter(({ stage, region }) => (filters.stage ?? stage) === stage && (filters.region ?? region) === region)
    .reduce((sum, { count }) => sum + count, 0)
}
