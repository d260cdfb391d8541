import * as z from 'zod/mini'

import type { CaseState } from '#domain/case/state.ts'
import { answerSchema } from '#domain/field.ts'

import type * as answers from './answers.ts'

// The shapes of what the API answers, for its description. The compiler holds each against its type; what a case, a
// sitting and a draft hold beside their main facts is said in `domain`.

export const text = z.string()
export const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))
export const instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/))
export const id = z.uuid()
export const threeLanguages = z.strictObject({ fr: text, en: text, ar: text })
export const words = z.record(z.string(), text)
const orNone = z.nullable(text)
const dayOrNone = z.nullable(day)

export function rows<T extends z.ZodMiniType>(row: T) {
  return z.strictObject({ rows: z.array(row) })
}

/** Rows and the cursor of the next page, or null after the last. */
export function page<T extends z.ZodMiniType>(row: T) {
  return z.strictObject({ rows: z.array(row), next: orNone })
}

const person: z.ZodMiniType<answers.PersonAnswer> = z.strictObject({
  person: id,
  relation: text,
  givenName: text,
  familyName: text,
  chosenName: orNone,
  birth: orNone,
  birthEstimated: z.boolean(),
  sex: orNone,
  nationality: orNone,
  phone: orNone,
  email: orNone,
  language: orNone,
  erased: z.boolean(),
})

export const document: z.ZodMiniType<answers.DocumentAnswer> = z.strictObject({
  document: id,
  name: text,
  paper: text,
  mediaType: text,
  size: z.int(),
  fingerprint: text,
  parts: z.nullable(z.record(z.string(), text)),
  createdAt: instant,
})

export const printablePaper: z.ZodMiniType<answers.PrintablePaperAnswer> = z.strictObject({
  paper: text,
  letter: text,
  missing: z.array(z.enum(['idea', 'committee-decision', 'award'])),
  changed: z.boolean(),
})

const beneficiary: z.ZodMiniType<answers.BeneficiaryAnswer> = z.strictObject({
  kind: z.enum(['organisation', 'group']),
  name: text,
  registration: orNone,
  place: orNone,
  phone: orNone,
  email: orNone,
  erased: z.boolean(),
})

type MainFacts = Pick<
  CaseState,
  'case' | 'version' | 'status' | 'scheme' | 'edition' | 'registeredOn' | 'custody' | 'region' | 'aid' | 'done'
>
export const caseState: z.ZodMiniType<MainFacts> = z.looseObject({
  case: id,
  version: z.int(),
  status: z.enum(['open', 'closed']),
  scheme: text,
  edition: text,
  registeredOn: day,
  custody: z.strictObject({ office: text, since: day, offeredTo: orNone }),
  region: orNone,
  aid: orNone,
  done: z.record(z.string(), day),
})

export const caseAnswer: z.ZodMiniType<Omit<answers.CaseAnswer, 'case'> & { case: MainFacts }> = z.strictObject({
  case: caseState,
  beneficiary: z.nullable(beneficiary),
  people: z.array(person),
  texts: words,
  documents: z.array(document),
  packet: z.exactOptional(z.strictObject({ shared: z.boolean(), language: orNone, household: z.nullable(z.int()) })),
})

export const listRow: z.ZodMiniType<answers.ListRow> = z.strictObject({
  case: id,
  name: text,
  scheme: text,
  stage: text,
  region: orNone,
  aid: orNone,
  status: z.enum(['open', 'closed']),
  custody: text,
  operator: orNone,
  road: text,
  household: z.int(),
  openedOn: day,
  changedAt: instant,
  dueOn: dayOrNone,
})

export const elsewhere: z.ZodMiniType<answers.ElsewhereAnswer> = z.strictObject({
  answers: z.record(z.string(), answerSchema),
  cases: z.array(
    z.strictObject({
      case: id,
      scheme: text,
      stage: text,
      status: z.enum(['open', 'closed']),
      aid: orNone,
      custody: text,
      openedOn: day,
      person: id,
    }),
  ),
})

export const budget: z.ZodMiniType<answers.BudgetAnswer> = z.strictObject({
  line: text,
  aids: z.array(text),
  year: z.int(),
  amount: z.nullable(z.int()),
  granted: z.int(),
  currency: text,
  source: text,
})

export const storyEvent: z.ZodMiniType<answers.StoryEvent> = z.strictObject({
  version: z.int(),
  type: text,
  data: z.unknown(),
  who: orNone,
  role: text,
  office: text,
  happenedAt: instant,
  recordedAt: instant,
})

export const reading: z.ZodMiniType<answers.ReadingAnswer> = z.strictObject({
  who: text,
  role: text,
  office: text,
  what: text,
  at: instant,
})

export const foundPerson: z.ZodMiniType<answers.FoundPerson> = z.strictObject({
  case: id,
  person: id,
  name: text,
  relation: text,
  birth: orNone,
  stage: text,
  scheme: text,
  score: z.number(),
  reasons: z.array(text),
})

export const countRow: z.ZodMiniType<answers.CountRow> = z.strictObject({ region: text, stage: text, count: z.int() })

export const owed: z.ZodMiniType<answers.OwedAnswer> = z.strictObject({
  case: id,
  name: text,
  key: text,
  kind: text,
  step: orNone,
  role: text,
  office: text,
  opensOn: dayOrNone,
  dueOn: dayOrNone,
  detail: z.strictObject({
    source: z.exactOptional(orNone),
    number: z.exactOptional(z.number()),
    ref: z.exactOptional(text),
  }),
  scheme: text,
  stage: text,
})

export const home: z.ZodMiniType<answers.HomeAnswer> = z.strictObject({
  today: day,
  groups: z.array(
    z.strictObject({
      kind: text,
      step: orNone,
      late: z.int(),
      soon: z.int(),
      later: z.int(),
      oldest: dayOrNone,
      next: dayOrNone,
    }),
  ),
  recent: z.array(listRow),
  open: z.int(),
  callBacks: z.int(),
  byItself: z.strictObject({ soon: z.int(), passed: z.int() }),
})

export const savedView: z.ZodMiniType<answers.SavedViewAnswer> = z.strictObject({ name: text, filters: words })
