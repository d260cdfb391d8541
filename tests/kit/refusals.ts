import { expect, test } from 'vitest'

import { refusalOf } from './case.ts'
import type { Deed, Played } from './case.ts'

/** What is refused, the case, the deed, the code, and the field where the message belongs to one. */
export type Row = [name: string, played: Played, deed: Deed, code: string, field?: string]

/** One test per row: the deed is refused with this code, at this field. */
export function expectRefusals(rows: Row[]): void {
  test.each(rows)('refuses %s', (_name, played, deed, code, field) => {
    expect(refusalOf(played, deed)).toMatchObject(field === undefined ? { code } : { code, field })
  })
}

/** The same deed with other values. */
export function having(deed: Deed, input: Record<string, unknown>, more: Partial<Deed> = {}): Deed {
  return { ...deed, ...more, input: { ...deed.input, ...input } }
}
