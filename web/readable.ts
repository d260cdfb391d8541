import { money } from '#domain/money.ts'
import { allSteps } from '#domain/scheme/journey.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import type { Text as SchemeText } from '#domain/scheme/scheme.ts'

import type { Text } from './i18n.ts'
import { formatMoment } from './locale.ts'
import type { Values } from './message.ts'
import { factValues } from './refusal.ts'

type Facts = Readonly<Record<string, unknown>>

/** Where the words for ids come from; what is not known here stays as it is. */
export type Names = {
  readonly running?: Pick<RunningEdition, 'scheme' | 'edition'> | undefined
  readonly office?: ((id: string) => string | undefined) | undefined
  readonly user?: ((id: string) => string | undefined) | undefined
  readonly sector?: ((id: string) => SchemeText | undefined) | undefined
}

export type Kind =
  | 'aid'
  | 'choice'
  | 'closure'
  | 'condition'
  | 'consent'
  | 'count'
  | 'date'
  | 'fact'
  | 'instrument'
  | 'moment'
  | 'money'
  | 'number'
  | 'office'
  | 'paper'
  | 'role'
  | 'sector'
  | 'stage'
  | 'step'
  | 'text'
  | 'tranche'
  | 'user'

/** What a value of an event or a fact of a refusal is, by its name; `<type or code>.<name>` where one differs. */
export const kindOfValue: Readonly<Record<string, Kind>> = {
  activity: 'sector',
  against: 'date',
  aid: 'aid',
  allowed: 'role',
  amount: 'money',
  arrivedOn: 'date',
  at: 'moment',
  attended: 'number',
  begins: 'date',
  beneficiary: 'choice',
  by: 'choice',
  capacity: 'number',
  caseload: 'number',
  cases: 'number',
  ceiling: 'money',
  chain: 'text',
  claims: 'text',
  code: 'text',
  committed: 'money',
  completed: 'count',
  conditions: 'condition',
  cost: 'money',
  currency: 'text',
  count: 'number',
  date: 'date',
  days: 'number',
  departsOn: 'date',
  dueOn: 'date',
  earlier: 'tranche',
  earliest: 'date',
  edition: 'text',
  evidence: 'choice',
  expected: 'text',
  fact: 'fact',
  finding: 'choice',
  from: 'office',
  given: 'choice',
  grace: 'number',
  highest: 'number',
  instrument: 'instrument',
  is: 'text',
  last: 'number',
  left: 'money',
  line: 'text',
  maximum: 'number',
  means: 'choice',
  member: 'user',
  members: 'user',
  minutes: 'number',
  months: 'number',
  missing: 'fact',
  most: 'number',
  need: 'money',
  number: 'number',
  office: 'office',
  on: 'date',
  operator: 'office',
  outcome: 'choice',
  presence: 'choice',
  ownContribution: 'money',
  paper: 'paper',
  party: 'choice',
  possible: 'stage',
  present: 'user',
  previous: 'aid',
  price: 'money',
  proof: 'choice',
  proxy: 'user',
  purpose: 'consent',
  purposes: 'consent',
  quorum: 'number',
  reason: 'choice',
  report: 'choice',
  requested: 'money',
  result: 'choice',
  seconds: 'number',
  sector: 'sector',
  stage: 'stage',
  state: 'choice',
  step: 'step',
  sum: 'money',
  to: 'office',
  today: 'date',
  tranche: 'tranche',
  tranches: 'tranche',
  'term-running.missing': 'number',
  until: 'date',
  'until-before-from.from': 'date',
  viable: 'choice',
  voting: 'number',
  who: 'text',
  year: 'text',
  years: 'number',
  'accreditation-granted.from': 'date',
  'call-closed.from': 'date',
  'case-closed.reason': 'closure',
  'contract-proposed.from': 'date',
  'edition-moved.from': 'text',
  'edition-moved.to': 'text',
  'edition-not-in-force.from': 'date',
  'outside-accreditation.from': 'date',
  'other-currency.after': 'text',
  'other-currency.before': 'text',
  'interest-declared.party': 'text',
  'formula-invalid.at': 'number',
  'price-absurd.highest': 'money',
  'never-attended.count': 'number',
  'participants-enrolled.members': 'count',
  'quorum-above-members.members': 'number',
  'session-recorded.present': 'count',
  'step-needs.missing': 'step',
}

/**
 * The sentence of an event in a case's story or a sitting's: `who` is the name of who did it. Undefined for a type
 * without words, which tests do not let happen.
 */
export function eventText(
  text: Text,
  event: { readonly type: string; readonly data: unknown; readonly who: string },
  names: Names,
): string | undefined {
  const facts = { ...(event.data as Facts), who: event.who }
  return text.maybe(`event.${event.type}`, readableValues(text, event.type, facts, names))
}

/** What happened and what to do, for a refusal by the domain; its ids are written as words. */
export function refusalWords(
  text: Text,
  { code, facts = {} }: { readonly code: string; readonly facts?: Facts | undefined },
  names: Names,
): { readonly what: string; readonly advice: string | undefined } {
  const values = readableValues(text, code, facts, names)
  return {
    what: text.maybe(`refusal.${code}`, values) ?? text('refusal.unnamed', { code }),
    advice: text.maybe(`refusal.${code}.do`, values),
  }
}

/** Values for a message out of what an event or a refusal holds: ids, minor units and codes become words. */
export function readableValues(text: Text, of: string, facts: Facts, names: Names): Values {
  const currency = typeof facts['currency'] === 'string' ? facts['currency'] : names.running?.scheme.currency
  const readable = Object.entries(facts).map(([name, value]) => {
    const kind = kindOfValue[`${of}.${name}`] ?? kindOfValue[name] ?? 'text'
    // A message chooses among codes: `none` is what it calls a value that is not there.
    if (kind === 'choice' || name === 'previous') if (value === null) return [name, 'none'] as const
    if (kind === 'choice') return [name, String(value)] as const
    return [name, readableFact(text, kind, value, { ...names, currency })] as const
  })
  return factValues(text, Object.fromEntries(readable))
}

type Lookup = Names & { readonly currency: string | undefined }

function readableFact(text: Text, kind: Kind, value: unknown, names: Lookup): unknown {
  if (kind === 'count' && Array.isArray(value)) return value.length
  if (Array.isArray(value)) return value.map((each: unknown) => readableFact(text, kind, each, names))
  if (kind === 'money' && typeof value === 'number' && names.currency !== undefined) return money(value, names.currency)
  if (typeof value !== 'string') return value
  if (kind === 'moment') return formatMoment(value, text.locale)
  return wordFor(text, kind, value, names) ?? value
}

function wordFor(text: Text, kind: Kind, id: string, names: Lookup): string | SchemeText | undefined {
  switch (kind) {
    case 'office':
      return names.office?.(id)
    case 'user':
      return names.user?.(id)
    case 'role':
      return text.maybe(`role.${id}`)
    case 'stage':
      return text.maybe(`stage.${id}`)
    case 'sector':
      return names.sector?.(id)
    default:
      return titleIn(kind, id, names.running?.edition)
  }
}

function titleIn(kind: Kind, id: string, edition: RunningEdition['edition'] | undefined): SchemeText | undefined {
  if (!edition) return undefined
  const tranches = edition.aids.flatMap((aid) => aid.tranches)
  switch (kind) {
    case 'aid':
      return edition.aids.find((each) => each.aid === id)?.title
    case 'step':
      return allSteps(edition).find(({ step }) => step.step === id)?.step.title
    case 'tranche':
      return tranches.find((each) => each.tranche === id)?.title
    case 'condition':
      return tranches.flatMap(({ conditions }) => conditions).find((each) => each.condition === id)?.title
    case 'fact':
      return edition.facts.find((each) => each.fact === id)?.ask
    case 'instrument':
      return edition.instruments.find((each) => each.instrument === id)?.title
    case 'consent':
      return edition.consents.find((each) => each.purpose === id)?.title
    case 'paper':
      return edition.papers.find((each) => each.paper === id)?.title
    case 'closure':
      return edition.closures.find((each) => each.name === id)?.title
    default:
      return undefined
  }
}
