import { uuidv7 } from 'uuidv7'

import type { CallBackAnswer } from '#contract/questionnaire-answers.ts'
import { noCase } from '#domain/case/case.ts'
import { memberOf } from '#domain/case/people.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { BeneficiaryInput, FactAnswers, PersonInput } from '#domain/field.ts'
import { beneficiaryOf, type BeneficiaryKind } from '#domain/scheme/beneficiary.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import type { Fact } from '#domain/scheme/scheme.ts'

import { factsOf } from '#domain/case/facts-of-case.ts'

/** An intake that is being written: nothing of it has left this tab. */
export type IntakeDraft = {
  /** The id the case will have. */
  readonly case: string
  readonly scheme: string | undefined
  /** The organisation or group, where the scheme helps one. */
  readonly beneficiary?: BeneficiaryInput | undefined
  readonly people: readonly PersonInput[]
  readonly consents: readonly string[]
  readonly on: string | undefined
  readonly region: string | undefined
  readonly facts: FactAnswers
  /** Questions that were put so far, in this order: they stay where they are once answered. */
  readonly asked: readonly string[]
  /** People already known whom somebody compared and found to be others. */
  readonly others: readonly string[]
}

export function newDraft(today: string): IntakeDraft {
  const principal: PersonInput = { person: uuidv7(), givenName: '', familyName: '', relation: 'principal' }
  return {
    case: uuidv7(),
    scheme: undefined,
    people: [principal],
    consents: [],
    on: today,
    region: undefined,
    facts: {},
    asked: [],
    others: [],
  }
}

/** What somebody wrote who asked to be called back: the counsellor completes it with them. */
export function draftFromCallBack(asked: CallBackAnswer, schemes: readonly string[], today: string): IntakeDraft {
  const start = newDraft(today)
  const { name, phone, email, language } = asked
  const contact = { ...(phone === null ? {} : { phone }), ...(email === null ? {} : { email }), language }
  return {
    ...start,
    scheme: asked.schemes.find((scheme) => schemes.includes(scheme)),
    people: start.people.map((person) => ({ ...person, givenName: name, ...contact })),
  }
}

/** What was typed in a registration that the server did not accept. */
export function draftFrom(stream: string, input: Readonly<Record<string, unknown>>, today: string): IntakeDraft {
  const { scheme, beneficiary, people, consents, on, region, facts } = input as Partial<IntakeDraft>
  const start = newDraft(today)
  return {
    ...start,
    case: stream,
    scheme,
    beneficiary,
    people: people?.length ? people : start.people,
    consents: consents ?? [],
    on,
    region,
    facts: facts ?? {},
    asked: Object.keys(facts ?? {}),
  }
}

/** The people as the scheme takes them: a family, the contacts of an organisation, nobody yet for a group. */
export function peopleIn({ people }: IntakeDraft, kind: BeneficiaryKind): readonly PersonInput[] {
  if (kind === 'group') return []
  return kind === 'person' ? people : people.map((person) => ({ ...person, relation: 'contact' }))
}

/** The input of the command: what has no answer is left out. */
export function inputOf(draft: IntakeDraft, kind: BeneficiaryKind): Record<string, unknown> {
  const { scheme, beneficiary, consents, on, region, facts } = draft
  return {
    scheme,
    ...(kind === 'person' ? {} : { beneficiary: beneficiary ?? { name: '' } }),
    people: peopleIn(draft, kind),
    consents,
    on,
    ...(region === undefined ? {} : { region }),
    ...(Object.keys(facts).length === 0 ? {} : { facts }),
  }
}

/** The case as it would be, for the rules: head counts come from the family, the region from the wish. */
export function stateOf(draft: IntakeDraft, running: RunningEdition): CaseState {
  const { case: id, on, region, facts } = draft
  return {
    ...noCase(id),
    version: 1,
    scheme: running.scheme.scheme,
    edition: running.edition.edition,
    registeredOn: on ?? '',
    region: region ?? null,
    members: peopleIn(draft, beneficiaryOf(running.edition)).map(memberOf),
    facts,
  }
}

/** What the rules ask at an intake, in order: first eligibility, then what opens and bounds each aid. */
function rulesAsked({ edition }: RunningEdition): readonly string[] {
  const aids = edition.aids.flatMap(({ opensWith, ceiling }) =>
    ceiling === 'unknown' ? [opensWith] : [opensWith, ceiling],
  )
  const allowances = (edition.allowances ?? []).map(({ amount }) => amount)
  return [...new Set([edition.eligibility, ...allowances, ...aids])]
}

/**
 * The facts that the rules still need and that a person can be asked now, most useful first. What the case holds
 * itself, and what a study or the coordinator answers later, is not asked.
 */
export function stillNeeded(draft: IntakeDraft, running: RunningEdition): readonly Fact[] {
  const facts = factsOf(stateOf(draft, running), running)
  const missing = rulesAsked(running).flatMap((rule) => missingFor(rule, facts, running))
  const askable = running.edition.facts.filter(
    ({ from, derived, fact }) =>
      (from === 'intake' || from === 'family') && derived === undefined && !(fact in draft.facts),
  )
  return [...new Set(missing)].flatMap((name) => askable.find(({ fact }) => fact === name) ?? [])
}

function missingFor(rule: string, facts: FactAnswers, { rules, edition }: RunningEdition): readonly string[] {
  const isCondition = rule === edition.eligibility || edition.aids.some(({ opensWith }) => opensWith === rule)
  return isCondition ? rules.verdict(rule, facts).missing : rules.amount(rule, facts).missing
}

/**
 * The questions on the screen: those put before that are answered or still needed, and one more when all of them have
 * their answer. Nothing moves under the hand of whoever is typing.
 */
export function questionsFor(draft: IntakeDraft, running: RunningEdition): readonly Fact[] {
  const needed = stillNeeded(draft, running)
  const put = draft.asked.flatMap((name) => running.edition.facts.find(({ fact }) => fact === name) ?? [])
  const kept = put.filter(({ fact }) => fact in draft.facts || needed.some((each) => each.fact === fact))
  const next = needed.find(({ fact }) => !draft.asked.includes(fact))
  const allAnswered = kept.every(({ fact }) => fact in draft.facts)
  return allAnswered && next ? [...kept, next] : kept
}
