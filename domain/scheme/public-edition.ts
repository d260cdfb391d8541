import { publicodesOf, startEngine } from './engine.ts'
import type { RunningEdition } from './rules.ts'
import type { Edition, Fact, Scheme, SchemeRule, Step } from './scheme.ts'
import { reachedFrom } from './verdict.ts'

/**
 * What anybody may read of an edition: the facts and rules that decide on entering and on which aids open, their
 * sources, and the first conversation. No amount, no committee, no later step.
 */
export type PublicEdition = Pick<
  Scheme,
  'scheme' | 'title' | 'summary' | 'owner' | 'country' | 'currency' | 'sources'
> &
  Pick<Edition, 'edition' | 'from' | 'eligibility' | 'rates'> & {
    readonly facts: readonly Fact[]
    readonly rules: readonly SchemeRule[]
    readonly aids: readonly Pick<Edition['aids'][number], 'aid' | 'title' | 'summary' | 'opensWith'>[]
    /** Papers of the scheme that are not letters of ours; no scheme says yet when each of them is needed. */
    readonly papers: readonly Pick<Edition['papers'][number], 'paper' | 'title'>[]
    readonly firstInterview: Pick<Step, 'title' | 'by'> | null
  }

/** The public part of an edition. Parses its rules, which takes some milliseconds: keep the result. */
export function publicEdition({ scheme, edition }: Pick<RunningEdition, 'scheme' | 'edition'>): PublicEdition {
  const engine = startEngine(publicodesOf(scheme, edition))
  const asked = [edition.eligibility, ...edition.aids.map(({ opensWith }) => opensWith)]
  const reached = new Set(asked.flatMap((rule) => [...reachedFrom(engine, rule)]))
  const facts = edition.facts.filter(({ fact }) => reached.has(fact))
  const rules = edition.rules.filter(({ rule }) => reached.has(rule))
  const cited = new Set([...facts, ...rules].map(({ source }) => source))
  const interview = firstInterview(edition)
  return {
    scheme: scheme.scheme,
    title: scheme.title,
    summary: scheme.summary,
    owner: scheme.owner,
    country: scheme.country,
    currency: scheme.currency,
    sources: Object.fromEntries(Object.entries(scheme.sources).filter(([source]) => cited.has(source))),
    edition: edition.edition,
    from: edition.from,
    eligibility: edition.eligibility,
    ...(edition.rates === undefined ? {} : { rates: edition.rates }),
    facts,
    rules,
    aids: edition.aids.map(({ aid, title, summary, opensWith }) => ({ aid, title, summary, opensWith })),
    papers: edition.papers.filter(({ letter }) => letter === undefined).map(({ paper, title }) => ({ paper, title })),
    firstInterview: interview ? { title: interview.title, by: interview.by } : null,
  }
}

/** The first conversation of the journey; whose role it is also answers whoever asks to be called back. */
export function firstInterview(edition: Pick<Edition, 'journey'>): Step | undefined {
  const steps = edition.journey.flatMap((stage) => stage.steps)
  return steps.find(({ kind }) => kind === 'interview') ?? steps.find(({ kind }) => kind === 'registration')
}

/** Whether a person can answer it before anybody has opened a file; the rest is found out later, by others. */
export function isAskable({ from }: Fact): boolean {
  return from === 'intake' || from === 'family'
}
