import { good } from '../catalogue/scheme-faults.ts'

/** A scheme that no catalogue has, for a country that none of its schemes returns to. */
export function newSchemeFile(scheme: string, edition = '2026', from = '2026-01-01'): string {
  return good
    .replace('scheme: small', `scheme: ${scheme}`)
    .replace('country: TG', 'country: GN')
    .replaceAll('XOF', 'GNF')
    .replace(
      'publicodes: { le minimum de: [cost, 1000 € * cours EUR] }',
      'publicodes: { le minimum de: [cost, 9000000 GNF] }',
    )
    .replace("edition: '2025'", `edition: '${edition}'`)
    .replace('from: 2025-01-01', `from: ${from}`)
}
