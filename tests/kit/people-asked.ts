import fc from 'fast-check'

import type { FactAnswer, FactAnswers } from '#domain/field.ts'
import { factsFor, questionKey, walk } from '#domain/scheme/questions.ts'
import type { Answered, Candidate, Walk } from '#domain/scheme/questions.ts'
import { isAskable } from '#domain/scheme/public-edition.ts'
import type { Verdict } from '#domain/scheme/rules.ts'
import type { Fact } from '#domain/scheme/scheme.ts'

/** Values of a fact on either side of every limit that rules set. */
export function valuesOf({ type, options }: Fact): readonly (boolean | number | string)[] {
  switch (type) {
    case 'yes-no':
      return [true, false]
    case 'choice':
      return (options ?? []).map(({ option }) => option)
    case 'date':
      return ['2020-01-01', '2026-01-01']
    case 'number':
    case 'amount':
      return [2, 3, 66]
  }
}

/** Somebody with an answer to everything that the candidates may ask, by question; some of it they will not say. */
export function anybody(candidates: readonly Candidate[]): fc.Arbitrary<FactAnswers> {
  const facts = candidates.flatMap(({ edition }) =>
    edition.facts.map((fact) => [questionKey(fact, edition.currency), fact] as const),
  )
  const answers = [...new Map(facts)].map(
    ([key, fact]) => [key, answerTo(fact)] as const satisfies readonly [string, unknown],
  )
  return fc.record(Object.fromEntries(answers))
}

function answerTo(fact: Fact): fc.Arbitrary<FactAnswer> {
  const known = fc.constantFrom(...valuesOf(fact)).map((value): FactAnswer => ({ known: value }))
  const unknown = fc.constantFrom('unknown' as const, 'refused' as const).map((why): FactAnswer => ({ unknown: why }))
  return fc.oneof({ weight: 5, arbitrary: known }, { weight: 1, arbitrary: unknown })
}

/** Puts one question after the other to somebody, as the page does. Throws when it does not end. */
export function ask(candidates: readonly Candidate[], person: FactAnswers): Walk {
  let given: FactAnswers = {}
  let now = walk(candidates, given)
  for (const _ of [...Object.keys(person), 'the end']) {
    const answer = now.next && person[now.next.key]
    if (now.next === undefined || answer === undefined) return now
    given = { ...given, [now.next.key]: answer }
    now = walk(candidates, given, now)
  }
  throw new Error('the questions do not end')
}

/** All verdicts of an edition by some answers: on entering, and on each aid. */
export function allVerdicts({ edition, rules }: Candidate, given: FactAnswers): readonly Verdict['result'][] {
  const facts = factsFor(edition, given)
  return [edition.eligibility, ...edition.aids.map(({ opensWith }) => opensWith)].map(
    (rule) => rules.verdict(rule, facts).result,
  )
}

/**
 * Whether the answer to this question could still change a verdict when it was put: tries everybody who gave the same
 * answers before, and looks for two who differ in nothing but this answer and hear something else. What is found out
 * later, by others, is not known to any of them.
 */
export function mattered(candidates: readonly Candidate[], asked: readonly Answered[], index: number): boolean {
  const question = asked[index]?.question
  if (question === undefined) return false
  const before = Object.fromEntries(asked.slice(0, index).map((each) => [each.question.key, each.answer]))
  return candidates.some((candidate) => {
    const { edition } = candidate
    if (!question.schemes.includes(edition.scheme)) return false
    const open = edition.facts
      .map((fact) => ({ key: questionKey(fact, edition.currency), fact }))
      .filter(({ key, fact }) => isAskable(fact) && !(key in before) && key !== question.key)
    return everyone(open, before).some((person) => {
      const heard = [undefined, ...valuesOf(question.fact)].map((known) =>
        allVerdicts(candidate, known === undefined ? person : { ...person, [question.key]: { known } }).join(),
      )
      return new Set(heard).size > 1
    })
  })
}

function everyone(open: readonly { key: string; fact: Fact }[], before: FactAnswers): FactAnswers[] {
  return open.reduce(
    (people, { key, fact }) =>
      people.flatMap((person) => valuesOf(fact).map((known) => ({ ...person, [key]: { known } }))),
    [before],
  )
}
