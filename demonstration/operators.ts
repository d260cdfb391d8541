import { addDays, addMonths } from '#domain/calendar.ts'
import { derivedId } from '#domain/derived-id.ts'
import { criteriaOf, specificationOf } from '#domain/operator/checks.ts'
import type { Actor } from '#domain/role.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

import type { Act } from './act.ts'
import { instantOn } from './act.ts'
import { chanceFor } from './chance.ts'
import type { Chance } from './chance.ts'
import { readOffices, readOperatorWords } from './read-data.ts'
import type { OperatorWords } from './read-data.ts'
import { playersOf } from './world.ts'

/** The day on which a scheme's operators are accredited: a week before the first file is opened. */
export function operatorsBegin(acts: readonly Act[], today: string): string {
  return addDays(acts[0]?.today ?? today, -7)
}

type Part = {
  readonly running: RunningEdition
  readonly words: OperatorWords
  readonly language: 'fr' | 'ar'
  readonly begins: string
  readonly today: string
  readonly manager: Actor
  readonly approver: Actor
  readonly call: string
}

/**
 * How the operators of a scheme came to be: a call, an application each, grid, accreditation and a contract that two
 * people signed; their size follows from the cases that they get in `acts`. Empty where the edition does not say what it
 * asks of operators, or where nobody decides on them. The same day gives the same acts.
 */
export function planOperators(running: RunningEdition, acts: readonly Act[], today: string): Act[] {
  const scheme = running.scheme.scheme
  const players = playersOf(readOffices(), scheme)
  const manager = players.find(({ role }) => role === 'programme-manager')
  const approver = players.find(({ role }) => role === 'payment-approver')
  if (!specificationOf(running) || !manager || !approver) return []
  const from = operatorsBegin(acts, today)
  const begins = running.edition.from > from ? running.edition.from : from
  const words = readOperatorWords()
  const language = words.writes[running.scheme.country] ?? 'fr'
  const call = derivedId('demonstration', `call ${scheme}`)
  const part = { running, words, language, begins, today, manager, approver, call } as const
  const staff = new Map(players.filter(({ role }) => role === 'adviser').map((each) => [each.office, each]))
  const standings = [...staff.values()].flatMap((adviser, index) => standingActs(part, adviser, index, acts))
  const opened = [openCall(part), ...(words.openNow.includes(scheme) ? [openNow(part)] : [])]
  return [...opened, ...standings].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0))
}

type Said = Omit<Act, 'command' | 'at' | 'today'> & { readonly day: string; readonly minute: number }

function act({ day, minute, ...rest }: Said): Act {
  const command = derivedId('demonstration', `${rest.stream} ${rest.name} ${day} ${minute}`)
  return { ...rest, command, at: instantOn(day, minute), today: day }
}

/** A call that can be answered today. */
function openNow(part: Part): Act {
  const call = derivedId('demonstration', `open call ${part.running.scheme.scheme}`)
  return openCall({ ...part, call, begins: addDays(part.today, -10) })
}

function openCall({ running, words, language, begins, manager, call }: Part): Act {
  const input = {
    scheme: running.scheme.scheme,
    title: `${words.call.title[language]} ${begins.slice(0, 4)}`,
    text: words.call.text[language].trim(),
    from: begins,
    until: addDays(begins, 30),
    lots: running.edition.operators?.lots ?? [],
  }
  return act({ name: 'open-call', stream: call, actor: manager, input, day: begins, minute: 480 })
}

function standingActs(part: Part, adviser: Actor, index: number, acts: readonly Act[]): Act[] {
  const { running, words, language, begins, today, manager, approver } = part
  const { office } = adviser
  const stream = derivedId('demonstration', `accreditation ${running.scheme.scheme} ${office}`)
  const chance = chanceFor(stream)
  const designations = acts.filter(({ name, input }) => name === 'designate-operator' && input['operator'] === office)
  const cases = new Set(designations.map((each) => each.stream)).size
  // The first one's contract and insurance end soon, so that there is something to be warned of.
  const until = index === 0 ? addDays(today, 35) : addMonths(begins, 30)
  const insuredUntil = index === 0 ? addDays(today, 40) : addMonths(begins, 33)
  const prices = pricesOf(part, chance)
  const each = Object.values(prices).reduce((sum, price) => sum + price, 0)
  const ceiling = each * (Math.ceil((cases * 1.3) / 5) * 5 + 10)
  const said = (name: string, actor: Actor, input: Act['input'], minute: number, more: Partial<Said> = {}): Act =>
    act({ name, stream, actor, input, day: begins, minute, ...more })
  const told = [
    said('submit-application', adviser, application(part, office, { insuredUntil, cases }, chance), 500 + index, {
      beside: part.call,
      paper: { document: documentOf(part, office), paper: 'accreditation', ...words.paper },
    }),
    said('assess-application', manager, { grid: gridOf(part, chance) }, 600 + index),
    said(
      'decide-accreditation',
      manager,
      { decision: 'grant', from: begins, until: addMonths(begins, 36), text: chance.pick(words.granted[language]) },
      660 + index,
    ),
    said('sign-contract', manager, { from: begins, until, ceiling, prices }, 700 + index),
    said('approve-contract', approver, {}, 760 + index),
  ]
  // The second one's contract is to grow, and waits for somebody to say yes.
  const amended = { ceiling: ceiling + each * 10, reason: chance.pick(words.amended[language]) }
  const day = addDays(today, -2)
  return index === 1 ? [...told, said('amend-contract', manager, amended, 600, { day })] : told
}

type Size = { readonly insuredUntil: string; readonly cases: number }

function application(part: Part, office: string, { insuredUntil, cases }: Size, chance: Chance): Act['input'] {
  const { running, words, language, call } = part
  const { operators } = running.edition
  const known = readOffices().offices.find((each) => each.office === office)
  const type = known?.sector === 'public' || known?.sector === 'private' ? known.sector : 'association'
  const [first = 'fr', ...others] = words.languages[running.scheme.country] ?? []
  const paper = documentOf(part, office)
  return {
    scheme: running.scheme.scheme,
    call,
    type,
    lots: operators?.lots ?? [],
    expertise: Object.fromEntries((operators?.expertise ?? []).map(({ expertise }) => [expertise, paper])),
    experience: chance.whole(4, 15),
    staff: chance.whole(4, 16),
    languages: [first, ...others.filter(() => chance.maybe(0.5))],
    regions: known?.region === undefined ? [] : [known.region],
    sectors: [],
    insuredUntil,
    insurance: paper,
    capacity: Math.ceil((cases * 1.2) / 5) * 5 + 10,
    text: chance.pick(words.words[language]),
  }
}

function gridOf({ running, words, language }: Part, chance: Chance): Record<string, { mark: number; reason: string }> {
  const reasons = words.reasons[language]
  return Object.fromEntries(
    criteriaOf(running).map(({ criterion }) => {
      const mark = chance.whole(3, 5)
      return [criterion, { mark, reason: chance.pick(reasons[String(mark)] ?? ['']) }]
    }),
  )
}

function pricesOf({ running, words }: Part, chance: Chance): Record<string, number> {
  const [low, high] = words.prices[running.scheme.currency] ?? [5_000, 20_000]
  const step = 10 ** Math.max(String(low).length - 1, 1)
  return Object.fromEntries(
    (specificationOf(running)?.services ?? []).map(({ service }) => [
      service,
      Math.round(chance.whole(low, high) / step) * step,
    ]),
  )
}

function documentOf({ running }: Part, office: string): string {
  return derivedId('demonstration', `references ${running.scheme.scheme} ${office}`)
}
