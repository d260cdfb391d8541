import type { FactAnswer, FactAnswers } from '../field.ts'
import { decidingFacts } from './deciding.ts'
import type { PublicEdition } from './public-edition.ts'
import type { Rules, Verdict } from './rules.ts'
import type { Fact, SchemeRule } from './scheme.ts'

/** An edition somebody may be eligible under, with its rules ready to run. */
export type Candidate = { readonly edition: PublicEdition; readonly rules: Rules }

/** A fact as it is asked once, for every edition that words it alike. */
export type Question = {
  /** The same for two facts of one name, meaning and wording; answers are kept by it. */
  readonly key: string
  readonly fact: Fact
  /** The currency of an amount. */
  readonly currency: string
  /** Schemes whose verdict it can still change. */
  readonly schemes: readonly string[]
}

export type Answered = { readonly question: Question; readonly answer: FactAnswer }

/** What was asked and answered so far, in order, and what is asked now; without `next` all is said that can be. */
export type Walk = { readonly asked: readonly Answered[]; readonly next?: Question }

/** What an edition comes to: whether the person may enter, and for each aid whether it opens. */
export type CandidateVerdict = {
  readonly candidate: Candidate
  readonly verdict: Verdict
  readonly aids: readonly { readonly aid: PublicEdition['aids'][number]; readonly verdict: Verdict }[]
}

/** Two editions mean the same by a fact only if they also ask for it in the same way. */
export function questionKey({ fact, type, unit, options, ask }: Fact, currency: string): string {
  const choices = options?.map(({ option, title }) => `${option}=${title.en}`)
  return JSON.stringify([fact, type, unit ?? '', choices ?? [], type === 'amount' ? currency : '', ask.en])
}

/**
 * Asks again from the beginning, taking each answer that was given before (by question key), as long as its question
 * still matters. So an earlier answer that changes takes along what is no longer asked, and the order of answering
 * makes no difference. Ends, because each question is put once. `before` is the walk as it was: what it asked up to the
 * first answer that differs is not worked out again.
 */
export function walk(candidates: readonly Candidate[], answers: FactAnswers, before?: Walk): Walk {
  const asked: Answered[] = []
  const given: FactAnswers = {}
  let isSame = before !== undefined
  for (;;) {
    const next = isSame && before ? questionAt(before, asked.length) : nextQuestion(candidates, given)
    if (next === undefined) return { asked }
    const answer = answers[next.key]
    if (answer === undefined) return { asked, next }
    isSame &&= before?.asked[asked.length]?.answer === answer
    given[next.key] = answer
    asked.push({ question: next, answer })
  }
}

/**
 * The question to put now: of the facts that can still decide a verdict on entering (then on an aid of a scheme not
 * closed), the one that most schemes wait for. Among equals what is not sensitive comes first, because its answer may
 * spare the other one; then what decides most by the rules, then the order of the file. A person who would rather not
 * say, or does not know, is not asked again.
 */
export function nextQuestion(candidates: readonly Candidate[], given: FactAnswers): Question | undefined {
  const entering = candidates.map((candidate) => ({ candidate, rule: candidate.edition.eligibility }))
  const first = mostShared(entering, given)
  if (first) return first
  const open = entering.filter(({ candidate: { edition, rules }, rule }) => {
    return rules.verdict(rule, factsFor(edition, given)).result !== 'not-met'
  })
  return mostShared(
    open.flatMap(({ candidate }) => candidate.edition.aids.map(({ opensWith }) => ({ candidate, rule: opensWith }))),
    given,
  )
}

/** The question at a place of a walk: one that was answered, or the one that is asked now. */
export function questionAt({ asked, next }: Walk, index: number): Question | undefined {
  return asked[index]?.question ?? next
}

/** What each candidate comes to by the answers of a walk. */
export function verdictsOf(candidates: readonly Candidate[], { asked }: Walk): readonly CandidateVerdict[] {
  const given = Object.fromEntries(asked.map(({ question, answer }) => [question.key, answer]))
  return candidates.map((candidate) => {
    const { edition, rules } = candidate
    const facts = factsFor(edition, given)
    const verdict = rules.verdict(edition.eligibility, facts)
    const aids = edition.aids.map((aid) => ({ aid, verdict: rules.verdict(aid.opensWith, facts) }))
    return { candidate, verdict, aids }
  })
}

/** The answers as one edition's rules read them, by the fact's name. */
export function factsFor(edition: PublicEdition, given: FactAnswers): FactAnswers {
  const facts: FactAnswers = {}
  for (const fact of edition.facts) {
    const answer = given[questionKey(fact, edition.currency)]
    if (answer !== undefined) facts[fact.fact] = answer
  }
  return facts
}

type Open = { readonly candidate: Candidate; readonly rule: string }
type Ranked = { readonly question: Question; readonly rank: number }

function mostShared(open: readonly Open[], given: FactAnswers): Question | undefined {
  const found = new Map<string, Ranked>()
  for (const { candidate, rule } of open) {
    const { edition } = candidate
    decidingFacts({ ...candidate, rule }, factsFor(edition, given)).forEach((fact, rank) => {
      const key = questionKey(fact, edition.currency)
      const before = found.get(key)
      const schemes = [...new Set([...(before?.question.schemes ?? []), edition.scheme])]
      const question = { key, fact: before?.question.fact ?? fact, currency: edition.currency, schemes }
      found.set(key, { question, rank: Math.min(rank, before?.rank ?? rank) })
    })
  }
  return [...found.values()].sort(byUse)[0]?.question
}

function byUse(one: Ranked, other: Ranked): number {
  const isSensitive = ({ question }: Ranked) => Number(question.fact.sensitive === true)
  return (
    other.question.schemes.length - one.question.schemes.length ||
    isSensitive(one) - isSensitive(other) ||
    one.rank - other.rank
  )
}

export type WaitingRule = { readonly edition: PublicEdition; readonly rule: SchemeRule }

/** Why a question is put: the rules that wait for its answer, of every candidate, as things stand after a walk. */
export function rulesWaitingFor(
  candidates: readonly Candidate[],
  walk: Walk,
  { key }: Question,
): readonly WaitingRule[] {
  const before = walk.asked.findIndex(({ question }) => question.key === key)
  const asked = before === -1 ? walk.asked : walk.asked.slice(0, before)
  return verdictsOf(candidates, { asked }).flatMap(({ candidate: { edition }, verdict, aids }) => {
    const waiting = [verdict, ...aids.map((aid) => aid.verdict)].flatMap(({ reasons }) => reasons)
    const names = waiting.filter(({ missing }) =>
      edition.facts.some((fact) => missing.includes(fact.fact) && questionKey(fact, edition.currency) === key),
    )
    const rules = [...new Set(names.map(({ rule }) => rule))]
    return rules.flatMap((name) => {
      const rule = edition.rules.find((each) => each.rule === name)
      return rule ? [{ edition, rule }] : []
    })
  })
}
