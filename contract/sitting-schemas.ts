import * as z from 'zod/mini'

import type { SittingState } from '#domain/sitting/state.ts'

import type * as answers from './answers.ts'
import { day, id, instant, text, threeLanguages, words } from './schemas.ts'

// The shapes of what the API answers about committees and their sittings, for its description.

const orNone = z.nullable(text)
const dayOrNone = z.nullable(day)

export const sittingRow: z.ZodMiniType<answers.SittingRow> = z.strictObject({
  sitting: id,
  scheme: text,
  committee: orNone,
  office: text,
  on: day,
  status: z.enum(['planned', 'open', 'closed', 'cancelled']),
  files: z.int(),
  decided: z.int(),
})

const member = z.strictObject({ account: id, name: text, role: text })
export const committeeMembers = z.strictObject({ rows: z.array(member), schemes: z.array(text) })

const sittingState: z.ZodMiniType<Pick<SittingState, 'sitting' | 'version' | 'status' | 'on' | 'quorum' | 'members'>> =
  z.looseObject({
    sitting: id,
    version: z.int(),
    status: z.enum(['planned', 'open', 'closed', 'cancelled']),
    on: day,
    quorum: z.nullable(z.int()),
    members: z.array(id),
  })
const agendaFile: z.ZodMiniType<answers.AgendaFile> = z.strictObject({
  case: id,
  name: text,
  region: orNone,
  aid: orNone,
  outcome: orNone,
  requested: z.nullable(z.int()),
  recused: z.array(id),
  minutes: z.nullable(z.int()),
  pack: z.nullable(
    z.strictObject({ hash: text, frozenAt: instant, pages: z.int(), size: z.int(), isChanged: z.boolean() }),
  ),
})
const sittingWork: z.ZodMiniType<answers.SittingWork> = z.strictObject({
  kind: z.enum(['packs', 'letters']),
  total: z.int(),
  done: z.int(),
  failed: z.array(z.strictObject({ case: id, code: text })),
  startedAt: instant,
  finishedAt: z.nullable(instant),
})
const mandate = z.strictObject({
  mandate: id,
  seat: text,
  member: id,
  as: z.enum(['holder', 'alternate']),
  from: day,
  until: dayOrNone,
})
export const sitting = z.strictObject({
  sitting: sittingState,
  files: z.array(agendaFile),
  hidden: z.int(),
  texts: words,
  members: z.array(member),
  sheet: z.strictObject({
    files: z.array(z.strictObject({ case: id, outcome: orNone })),
    mandates: z.array(mandate),
    chairs: z.array(id),
    minutesHash: orNone,
  }),
  next: z.nullable(z.strictObject({ sitting: id, on: day })),
  work: z.array(sittingWork),
})

export const annotation: z.ZodMiniType<answers.AnnotationAnswer> = z.strictObject({
  annotation: id,
  case: id,
  page: z.nullable(z.int()),
  text,
  at: instant,
})

export const minutes: z.ZodMiniType<answers.MinutesAnswer> = z.strictObject({
  language: z.enum(['fr', 'en', 'ar']),
  hash: text,
  title: text,
  parts: z.array(
    z.strictObject({ part: text, title: text, lines: z.array(text), addition: orNone, isHidden: z.boolean() }),
  ),
  signatures: z.array(z.strictObject({ member: id, name: text, at: instant, isValid: z.boolean() })),
  missing: z.array(z.strictObject({ member: id, name: text })),
})

export const committee: z.ZodMiniType<answers.CommitteeAnswer> = z.strictObject({
  stream: id,
  scheme: text,
  committee: text,
  office: text,
  title: threeLanguages,
  seats: z.array(z.strictObject({ seat: text, title: threeLanguages })),
  mandates: z.array(z.strictObject({ ...mandate.shape, name: text })),
})
