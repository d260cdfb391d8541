import { asActor, sql } from '#db/connect.ts'
import { expect } from 'vitest'

import type { Asked } from './door.ts'
import type { TestHouse } from './house.ts'
import { readTexts } from './texts.ts'

/** How much there is of everything that a command may write: the same before and after what was refused. */
export async function tracesIn({ house }: TestHouse): Promise<Record<string, number>> {
  const rows = await asActor(house.database, 'system', (tx) =>
    tx.rows<Record<string, number>>(sql`select
      (select count(*) from event)::int as events, (select count(*) from person)::int as people,
      (select count(*) from erasable_text)::int as texts, (select count(*) from document)::int as documents,
      (select count(*) from case_file)::int as files, (select count(*) from case_list)::int as lists,
      (select count(*) from obligation)::int as obligations, (select count(*) from name_key)::int as names,
      (select count(*) from sitting_file)::int as sittings, (select count(*) from saved_view)::int as views,
      (select count(*) from account)::int as accounts, (select count(*) from seat)::int as seats,
      (select count(*) from office)::int as offices, (select count(*) from upload)::int as uploads,
      (select count(*) from scheme_draft)::int as drafts, (select count(*) from scheme_text)::int as "schemeTexts"`),
  )
  return rows[0] ?? {}
}

/** A refusal as everybody is promised it: no fault of ours, a code, and a sentence for it in every language. */
export function expectRefusal(answer: Asked, what: string): void {
  expect(answer.status, `${what}: ${answer.text.slice(0, 300)}`).toBeGreaterThanOrEqual(400)
  expect(answer.status, `${what}: ${answer.text.slice(0, 300)}`).toBeLessThan(500)
  const { code = '', facts } = answer.body
  expect(readTexts().missing(code), `${what}: ${answer.text.slice(0, 300)}`).toEqual([])
  expect(facts, what).toBeTypeOf('object')
  if (code === 'invalid-input') expect(facts?.['reason'], what).toMatch(/^[a-z-]+$/)
}
