import type { CaseState } from '#domain/case/state.ts'
import type { Attendance } from '#domain/sitting/attendance.ts'
import { attendanceOf } from '#domain/sitting/attendance.ts'
import type { SittingState } from '#domain/sitting/state.ts'

import { sql } from './connect.ts'
import type { Transaction } from './connect.ts'
import { readTextsOf } from './reads/sitting.ts'

export type MinutesRow = { readonly case: string; readonly name: string; readonly state: CaseState }

export type MinutesScene = {
  readonly state: SittingState
  /** Who took part at any time, also those who left before the end. */
  readonly attendance: readonly Attendance[]
  /** The files of the sitting in the order of the agenda. */
  readonly files: readonly MinutesRow[]
  /** Words of the sitting and of what it decided, by reference. */
  readonly words: Readonly<Record<string, string>>
  /** Members by account. */
  readonly names: Readonly<Record<string, string>>
}

/** What the minutes of a sitting are made from, whoever stepped aside from what: asked as the kernel. */
export async function readMinutesScene(tx: Transaction, sitting: string): Promise<MinutesScene | undefined> {
  const [[row], files, own, cases, people, told] = await Promise.all([
    tx.rows<{ state: SittingState }>(sql`select state from sitting_file where sitting = ${sitting}::uuid`),
    tx.rows<MinutesRow>(sql`
      select a."case", f.state,
        coalesce((select b.name from beneficiary b where b."case" = a."case" and b.erased_at is null),
          (select coalesce(p.chosen_name, p.given_name) || ' ' || p.family_name from person p
            where p."case" = a."case" and p.relation = 'principal' and p.erased_at is null limit 1), '') as name
      from sitting_agenda a join case_file f using ("case")
      where a.sitting = ${sitting}::uuid order by name, a."case"`),
    readTextsOf(tx, sitting),
    tx.rows<{ reference: string; body: string }>(sql`
      select t.reference, t.body from sitting_agenda a join case_file f using ("case"),
        jsonb_array_elements(f.state -> 'decisions') d, erasable_text t
      where a.sitting = ${sitting}::uuid and d ->> 'sitting' = ${sitting}
        and t.stream = a."case" and (t.reference = d ->> 'text' or d -> 'conditions' ? t.reference)`),
    tx.rows<{ account: string; name: string }>(sql`
      select a.account, a.name from sitting_file s, jsonb_array_elements_text(s.state -> 'members') m (account)
        join account a on a.account = m.account::uuid
      where s.sitting = ${sitting}::uuid`),
    tx.rows<Parameters<typeof attendanceOf>[0][number]>(sql`
      select type, data from event
      where stream = ${sitting}::uuid and type in ('sitting-opened', 'presence-changed') order by version`),
  ])
  if (!row) return undefined
  const places = new Map(row.state.agenda.map((item, place) => [item.case, place]))
  const placeOf = (file: MinutesRow) => places.get(file.case) ?? places.size
  return {
    state: row.state,
    attendance: attendanceOf(told),
    files: files.toSorted((one, other) => placeOf(one) - placeOf(other)),
    words: { ...own, ...Object.fromEntries(cases.map(({ reference, body }) => [reference, body])) },
    names: Object.fromEntries(people.map(({ account, name }) => [account, name])),
  }
}
