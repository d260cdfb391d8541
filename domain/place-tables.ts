import regions from '#catalogue/reference/regions.json' with { type: 'json' }

import type { RegionTable } from './place.ts'

/** The regions of a country by their code; empty for a country without any. The tables are large: fetch them late. */
export function regionsOf(country: string): RegionTable {
  const tables: Readonly<Record<string, RegionTable>> = regions.regions
  return Object.hasOwn(tables, country) ? (tables[country] ?? {}) : {}
}
