import * as z from 'zod/mini'

import { bestTimes } from '#domain/call-back.ts'
import { schemeSchema } from '#domain/scheme/scheme.ts'

import type * as answers from './answers.ts'
import type * as drafts from './draft-answers.ts'
import type * as questionnaire from './questionnaire-answers.ts'
import { day, id, instant, text, threeLanguages, words } from './schemas.ts'

// The shapes of what the API answers about sessions, accounts, offices and drafts of schemes.

const orNone = z.nullable(text)

const seat = z.strictObject({ role: text, office: z.strictObject({ id: text, name: text, country: text }) })
export const session = z.strictObject({
  user: z.strictObject({ id, name: text, email: text, language: text }),
  seat,
  seats: z.array(seat),
  demonstration: z.optional(z.literal(true)),
})

const device: z.ZodMiniType<answers.DeviceAnswer> = z.strictObject({
  id: text,
  device: text,
  since: instant,
  seen: instant,
  here: z.boolean(),
})
export const devices = z.strictObject({ devices: z.array(device) })

export const notice: z.ZodMiniType<answers.NoticeAnswer> = z.strictObject({
  notice: id,
  name: text,
  means: z.enum(['e-mail', 'sms']),
  recipient: text,
  subject: text,
  body: text,
  state: z.enum(['waiting', 'sent', 'kept', 'failed']),
  problem: orNone,
  createdAt: instant,
})

export const account: z.ZodMiniType<answers.AccountAnswer> = z.strictObject({
  account: id,
  email: text,
  name: text,
  language: text,
  active: z.boolean(),
  secondFactor: z.boolean(),
  lastSeen: z.nullable(instant),
  seats: z.array(z.strictObject({ role: text, office: text, officeName: text })),
})

export const officeInAdministration: z.ZodMiniType<answers.OfficeInAdministration> = z.strictObject({
  office: text,
  name: text,
  kind: text,
  country: text,
  region: orNone,
  place: orNone,
  sector: orNone,
  parts: z.array(z.strictObject({ scheme: text, role: text })),
  accounts: z.int(),
})

export const administrationEntry: z.ZodMiniType<answers.AdministrationEntry> = z.strictObject({
  at: instant,
  by: text,
  act: text,
  facts: z.record(z.string(), z.unknown()),
})

/** A published edition in the list of schemes; `ours` when the acting office can open a file there. */
export const schemeRow = z.strictObject({
  scheme: text,
  title: threeLanguages,
  country: text,
  edition: text,
  from: day,
  current: z.boolean(),
  ours: z.boolean(),
})

const draftStatus = z.enum(['open', 'submitted', 'published', 'discarded'])
export const draftRow: z.ZodMiniType<drafts.DraftRow> = z.strictObject({
  draft: id,
  status: draftStatus,
  scheme: orNone,
  title: z.nullable(threeLanguages),
  editions: z.array(text),
  problems: z.int(),
  name: orNone,
  writtenBy: orNone,
  changedAt: instant,
})

export const draftList: z.ZodMiniType<drafts.DraftsAnswer> = z.strictObject({
  rows: z.array(draftRow),
  ignored: z.array(z.strictObject({ name: text, ignored: z.array(text) })),
})

export const draft = z.strictObject({
  draft: z.looseObject({ draft: id, version: z.int(), status: draftStatus, office: text }),
  text,
  texts: words,
  story: z.array(
    z.strictObject({ version: z.int(), type: text, data: z.unknown(), who: orNone, actor: id, at: instant }),
  ),
})

export const draftCheck: z.ZodMiniType<drafts.DraftCheckAnswer> = z.strictObject({
  problems: z.array(z.strictObject({ line: z.int(), column: z.int(), path: text, code: text, said: text })),
  scheme: z.nullable(schemeSchema),
})

const hindrance = z.strictObject({ step: text, code: text, facts: z.record(z.string(), z.unknown()), count: z.int() })
/** What invented people met on the road of an edition; days are calendar days. */
export const simulation = z.strictObject({
  people: z.int(),
  deeds: z.int(),
  endings: z.record(z.string(), z.int()),
  deadEnds: z.array(hindrance),
  waits: z.array(hindrance),
  neverDone: z.array(text),
  stages: z.array(z.strictObject({ stage: text, count: z.int(), median: z.number(), longest: z.int() })),
})

const effect = z.enum(['refused', 'aid-gone', 'aid-closed', 'above-ceiling', 'accepted', 'asks-more'])
export const trial: z.ZodMiniType<drafts.TrialAnswer> = z.strictObject({
  trial: id,
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  edition: text,
  text,
  tried: z.int(),
  total: z.int(),
  counts: z.partialRecord(effect, z.int()),
  rows: z.array(
    z.strictObject({
      case: id,
      name: text,
      stage: text,
      kind: effect,
      because: z.array(text),
      amount: z.nullable(z.int()),
      ceiling: z.nullable(z.int()),
    }),
  ),
})

export const callBack: z.ZodMiniType<questionnaire.CallBackAnswer> = z.strictObject({
  callBack: id,
  schemes: z.array(text),
  name: text,
  phone: orNone,
  email: orNone,
  bestTime: z.enum(bestTimes),
  language: text,
  askedAt: instant,
  eraseOn: day,
  outcome: z.nullable(z.enum(['reached', 'not-reached', 'no-longer-wanted', 'registered'])),
  settledAt: z.nullable(instant),
})

/** Who waits, the cursor of the next page, and what was settled lately. */
export const callBacks = z.strictObject({
  rows: z.array(callBack),
  next: orNone,
  settled: z.array(callBack),
})
