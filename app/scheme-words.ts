import type { SchemeWords } from '#contract/answers.ts'
import { allSteps } from '#domain/scheme/journey.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

/** The names of every scheme's stages, steps, aids, committees and results. Where editions name one thing differently, the newest is right. */
export function schemeWords(editions: readonly RunningEdition[]): readonly SchemeWords[] {
  const newestFirst = [...editions].sort((one, other) => (one.edition.from < other.edition.from ? 1 : -1))
  const schemes = new Map(newestFirst.toReversed().map(({ scheme }) => [scheme.scheme, scheme]))
  return [...schemes.values()]
    .map((scheme) => {
      const own = newestFirst.filter((each) => each.scheme.scheme === scheme.scheme).map(({ edition }) => edition)
      const oldestFirst = own.toReversed()
      return {
        scheme: scheme.scheme,
        title: scheme.title,
        country: scheme.country,
        currency: scheme.currency,
        journeys: own.map(({ journey }) => journey.map(({ stage, title }) => ({ stage, title }))),
        steps: Object.fromEntries(
          oldestFirst.flatMap(allSteps).map(({ step }) => [step.step, { kind: step.kind, title: step.title }]),
        ),
        aids: Object.fromEntries(oldestFirst.flatMap(({ aids }) => aids).map(({ aid, title }) => [aid, title])),
        committees: Object.fromEntries(
          oldestFirst.flatMap(({ committees = [] }) => committees).map(({ committee, title }) => [committee, title]),
        ),
        results: Object.fromEntries(
          oldestFirst.flatMap(({ results = [] }) => results).map(({ result, title }) => [result, title]),
        ),
      }
    })
    .sort((one, other) => (one.scheme < other.scheme ? -1 : 1))
}
