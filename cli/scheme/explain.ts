import { formatDate } from '#domain/calendar.ts'
import { formatAmount } from '#domain/money.ts'
import { beneficiaryOf } from '#domain/scheme/beneficiary.ts'
import { deadlineText, lengthText, listText, phrase, roleWord, stepNotes } from '#domain/scheme/phrase.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import type { Edition, Scheme } from '#domain/scheme/scheme.ts'

import type { Call, Language } from '../call.ts'
import { sentence } from '../sentence.ts'
import { fundingText } from './funding.ts'
import { editionOf, readScheme } from './read.ts'
import { valuesWithSource } from './values.ts'

/** `scheme explain FILE [--language fr]`: the whole scheme in sentences, with what is unknown and what is assumed. */
export function run(call: Call): number {
  const read = readScheme(call)
  if (!read) return call.words.length === 0 ? 2 : 1
  const running = editionOf(call, read.scheme)
  if (!running) return 2
  for (const line of explained(running, call.language)) call.say(line)
  return 0
}

/** The lines of the explanation; an empty line before each heading. */
export function explained(running: RunningEdition, language: Language): string[] {
  const { scheme, edition } = running
  const beneficiary = beneficiaryOf(edition)
  const facts = {
    edition: edition.edition,
    from: formatDate(edition.from, language),
    source: sourceOf(scheme, edition.source, language),
  }
  return [
    scheme.title[language],
    scheme.summary[language],
    sentence('edition', language, facts),
    ...(beneficiary === 'person' ? [] : [sentence(`helps-${beneficiary}`, language)]),
    ...entering(running, language),
    ...aids(running, language),
    ...road(edition, language),
    ...parties(edition, language),
    ...doubts(scheme, edition, language),
  ]
}

function heading(key: string, language: Language): string[] {
  return ['', sentence(key, language).toLocaleUpperCase(language)]
}

function sourceOf(scheme: Scheme, source: string, language: Language): string {
  return scheme.sources[source]?.title[language] ?? source
}

function entering({ scheme, edition, rules }: RunningEdition, language: Language): string[] {
  const { reasons } = rules.verdict(edition.eligibility, {})
  return [
    ...heading('who-may-enter', language),
    ...reasons.flatMap(({ rule }) => {
      const found = edition.rules.find((each) => each.rule === rule)
      return found ? [`- ${found.title[language]} (${sourceOf(scheme, found.source, language)})`] : []
    }),
  ]
}

function aids(running: RunningEdition, language: Language): string[] {
  const { scheme, edition } = running
  const title = (rule: string) => edition.rules.find((each) => each.rule === rule)?.title[language] ?? rule
  const lines = edition.aids.flatMap((aid) => [
    `- ${aid.title[language]}. ${aid.summary[language]}`,
    `  ${sentence('opens-with', language, { rule: title(aid.opensWith) })}`,
    ...(aid.money === 'none'
      ? [`  ${sentence('no-money', language)} (${sourceOf(scheme, aid.source, language)})`]
      : [
          `  ${aid.ceiling === 'unknown' ? sentence('ceiling-unknown', language) : ceiling(running, aid.ceiling, language)}`,
          `  ${sentence(`decided-by-${aid.decidedBy}`, language)} (${sourceOf(scheme, aid.source, language)})`,
        ]),
    ...fundingText(scheme, aid, language).map((line) => `  ${line}`),
    ...aid.tranches.map((tranche) => {
      const conditions = listText(
        tranche.conditions.map((each) => each.title[language]),
        language,
      )
      return `  ${sentence('tranche', language, { title: tranche.title[language], share: tranche.share, conditions })}`
    }),
  ])
  const others = (edition.allowances ?? []).flatMap((each) => [
    `- ${each.title[language]}. ${each.paid[language]}`,
    `  ${ceiling(running, each.amount, language)}`,
  ])
  return [
    ...heading('aids', language),
    ...lines,
    ...(others.length > 0 ? [...heading('and-also', language), ...others] : []),
  ]
}

/** With nothing known about a person: the amount that holds for everyone, or what it depends on. */
function ceiling({ edition, rules }: RunningEdition, name: string, language: Language): string {
  const { amount, missing } = rules.amount(name, {})
  const rule = edition.rules.find((each) => each.rule === name)?.title[language] ?? name
  if (amount) return sentence('ceiling', language, { amount: formatAmount(amount, language), rule })
  const asked = missing.map((fact) => edition.facts.find((each) => each.fact === fact)?.ask[language] ?? fact)
  return sentence('ceiling-depends', language, { rule, missing: asked.join(' ') })
}

function road(edition: Edition, language: Language): string[] {
  const lines = edition.journey.flatMap((stage) => [
    `${stage.title[language]} (${phrase(stage.where, language)})`,
    ...stage.steps.map((step) => {
      const about = [
        roleWord(step.by, language),
        ...stepNotes(edition, step, language),
        ...(step.deadline ? [deadlineText(edition, step.deadline, language)] : []),
      ]
      return `  - ${step.title[language]} (${about.join('; ')})`
    }),
  ])
  return [...heading('road', language), ...lines]
}

function parties({ committees = [], operators, monitoring }: Edition, language: Language): string[] {
  const shown = (value: number | 'unknown') => (value === 'unknown' ? sentence('unknown', language) : value)
  const lines: string[] = []
  for (const committee of committees) {
    const seats = listText(
      committee.seats.map((each) => each.title[language]),
      language,
    )
    lines.push(
      ...heading('committee', language),
      committee.title[language],
      sentence('chair', language, { chair: committee.chair[language] }),
      sentence('seats', language, { seats }),
      sentence('quorum', language, { quorum: shown(committee.quorum) }),
      ...(committee.rhythm ? [committee.rhythm[language]] : []),
    )
  }
  if (operators) {
    const { number, private: some, public: others } = operators
    const expertise = operators.expertise.map((each) => each.title[language]).join('; ')
    lines.push(
      ...heading('operators', language),
      sentence('operator-number', language, { number: shown(number), private: shown(some), public: shown(others) }),
      sentence('expertise', language, { expertise }),
    )
  }
  if (monitoring) {
    const length = lengthText(monitoring.months, 'months', language)
    lines.push(
      ...heading('monitoring', language),
      sentence('monitoring-length', language, { length, visits: monitoring.visits.at }),
    )
  }
  return lines
}

function doubts(scheme: Scheme, edition: Edition, language: Language): string[] {
  const contradictions = (scheme.contradictions ?? []).flatMap((each) => [
    `- ${each.about[language]}`,
    ...each.values.map(({ value, source }) => `    ${value[language]} (${sourceOf(scheme, source, language)})`),
    `  ${sentence('used', language, { used: each.used[language], why: each.why[language] })}`,
  ])
  const assumptions = Object.entries(scheme.sources).filter(([, { certainty }]) => certainty === 'assumption')
  const values = valuesWithSource(edition, language)
  const assumed = values.filter(({ source }) => assumptions.some(([id]) => id === source))
  const unknown = values.filter(({ unknown }) => unknown.length > 0)
  return [
    ...(contradictions.length > 0 ? [...heading('contradictions', language), ...contradictions] : []),
    ...(unknown.length > 0 ? heading('unknown-values', language) : []),
    ...unknown.map(({ about, unknown }) => `- ${about}: ${unknown.join(', ')}`),
    ...(assumed.length > 0 ? heading('assumed-values', language) : []),
    ...assumed.map(({ about }) => `- ${about}`),
    ...heading('sources', language),
    ...Object.values(scheme.sources).map(
      ({ title, certainty }) => `- ${title[language]} (${sentence(certainty, language)})`,
    ),
  ]
}
