import { derivedId } from '../derived-id.ts'
import type { BeneficiaryInput, FactAnswer, FactAnswers, PersonInput } from '../field.ts'
import { minorUnits } from '../money.ts'
import { beneficiaryOf } from '../scheme/beneficiary.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import type { Aid, Fact } from '../scheme/scheme.ts'
import type { Draws } from './draws.ts'

/** Someone who never lived: what they would answer, who is with them, what they want, and whether they go on. */
export type Invented = {
  readonly case: string
  /** The organisation or the group that the case is about, where it is not a person. */
  readonly beneficiary: BeneficiaryInput | undefined
  readonly people: readonly PersonInput[]
  readonly answers: FactAnswers
  readonly aid: string
  /** The stage kind in which they give up, if they do. */
  readonly leavesIn: string | undefined
}

const triesForAPerson = 25

/** Most of the invented meet the conditions of the scheme and of some aid, since only they walk the whole road; one in eight is anyone. */
export function invent(running: RunningEdition, draws: Draws, seed: string): Invented {
  const { edition, rules } = running
  const isAnyone = draws.happens(1 / 8)
  let answers = answersFor(running, draws)
  for (let tries = 1; tries < triesForAPerson && !isAnyone; tries += 1) {
    if (rules.verdict(edition.eligibility, answers).result === 'met' && hasAid(running, answers)) break
    answers = answersFor(running, draws)
  }
  const kind = beneficiaryOf(edition)
  // A group has nobody whose leaving would end it.
  const leavesIn = kind !== 'group' && draws.happens(1 / 20) ? draws.pick(edition.journey)?.kind : undefined
  const open = aidsOpenTo(running, answers)
  // Nobody chooses an aid that the rules refuse them, unless they refuse every one.
  const aid = draws.pick(open.length > 0 ? open : edition.aids)?.aid ?? ''
  const people = kind === 'person' ? familyOf(draws, seed) : othersOf(kind, draws, seed)
  const beneficiary = kind === 'person' ? undefined : { name: 'Invented' }
  return { case: derivedId(seed, 'case'), beneficiary, people, answers, aid, leavesIn }
}

/** The aids that the rules do not refuse, whatever else is not known yet. */
export function aidsOpenTo({ edition, rules }: RunningEdition, answers: FactAnswers): readonly Aid[] {
  return edition.aids.filter((each) => rules.verdict(each.opensWith, answers).result !== 'not-met')
}

function hasAid(running: RunningEdition, answers: FactAnswers): boolean {
  return running.edition.aids.length === 0 || aidsOpenTo(running, answers).length > 0
}

const names = { givenName: 'Invented', familyName: 'Person' }

function familyOf(draws: Draws, seed: string): readonly PersonInput[] {
  const person = (relation: PersonInput['relation'], birth: string): PersonInput => ({
    person: derivedId(seed, `${relation} ${birth}`),
    ...names,
    relation,
    birth,
  })
  const spouse = draws.happens(0.3) ? [person('spouse', '1992')] : []
  const children = Array.from({ length: draws.between(0, 3) }, (_, index) => person('child', String(2012 + index)))
  return [person('principal', '1991'), ...spouse, ...children]
}

function othersOf(kind: 'organisation' | 'group', draws: Draws, seed: string): readonly PersonInput[] {
  const relation = kind === 'group' ? 'participant' : 'contact'
  const number = kind === 'group' ? draws.between(8, 25) : 1
  return Array.from({ length: number }, (_, index) => ({
    person: derivedId(seed, `${relation} ${String(index)}`),
    ...names,
    relation,
  }))
}

function answersFor({ edition, scheme }: RunningEdition, draws: Draws): FactAnswers {
  const answers: FactAnswers = {}
  for (const fact of edition.facts)
    if (fact.derived === undefined) answers[fact.fact] = answerTo(fact, draws, scheme.currency)
  return answers
}

function answerTo(fact: Fact, draws: Draws, currency: string): FactAnswer {
  switch (fact.type) {
    case 'yes-no':
      return { known: draws.happens(0.5) }
    case 'choice':
      return { known: draws.pick(fact.options ?? [])?.option ?? '' }
    case 'date':
      return { known: `${draws.between(2022, 2026)}-0${draws.between(1, 9)}-15` }
    case 'number':
      // What the office enters is a figure that it knows; only what a person is asked may be nothing.
      return { known: draws.between(fact.from === 'intake' ? 0 : 1, draws.happens(0.5) ? 12 : 60) }
    case 'amount':
      return { known: draws.between(20, 400) * 1000 * 10 ** minorUnits(currency) }
  }
}
