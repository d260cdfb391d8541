import { IntlMessageFormat } from 'intl-messageformat'

import { formatDate } from '#domain/calendar.ts'
import type { RecordedCaseEvent } from '#domain/case/events.ts'
import { formatAmount, money } from '#domain/money.ts'
import { findStep } from '#domain/scheme/journey.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import type { Text } from '#domain/scheme/scheme.ts'
import { sectorNames } from '#domain/sectors.ts'
import arEvents from '#web/locales/ar/event.json' with { type: 'json' }
import arObligations from '#web/locales/ar/obligation.json' with { type: 'json' }
import arRoles from '#web/locales/ar/role.json' with { type: 'json' }
import arStages from '#web/locales/ar/stage.json' with { type: 'json' }
import enEvents from '#web/locales/en/event.json' with { type: 'json' }
import enObligations from '#web/locales/en/obligation.json' with { type: 'json' }
import enRoles from '#web/locales/en/role.json' with { type: 'json' }
import enStages from '#web/locales/en/stage.json' with { type: 'json' }
import frEvents from '#web/locales/fr/event.json' with { type: 'json' }
import frObligations from '#web/locales/fr/obligation.json' with { type: 'json' }
import frRoles from '#web/locales/fr/role.json' with { type: 'json' }
import frStages from '#web/locales/fr/stage.json' with { type: 'json' }

import type { Language } from '../call.ts'

type Sentences = Readonly<Record<string, string>>
type Kind = 'event' | 'obligation' | 'role' | 'stage'

const texts: Readonly<Record<Language, Readonly<Record<Kind, Sentences>>>> = {
  ar: { event: arEvents, obligation: arObligations, role: arRoles, stage: arStages },
  en: { event: enEvents, obligation: enObligations, role: enRoles, stage: enStages },
  fr: { event: frEvents, obligation: frObligations, role: frRoles, stage: frStages },
}

/** Words for what a case refers to by id, in one language; ids of people and offices come with their names. */
export type Words = {
  of(kind: Kind, key: string, values?: Readonly<Record<string, unknown>>): string
  office(id: string | null): string
  step(id: string): string
  aid(id: string | null): string
  titled(title: Text): string
  event(event: RecordedCaseEvent): string
}

export function wordsFor(
  language: Language,
  running: RunningEdition,
  names: Readonly<Record<string, string>>,
  none: string,
): Words {
  const { edition } = running
  const titled = (title: Text | undefined, id: string) => title?.[language] ?? id
  const words: Words = {
    of: (kind, key, values = {}) => said(texts[language][kind][key] ?? key, language, values),
    office: (id) => (id === null ? none : (names[id] ?? id)),
    step: (id) => titled(findStep(edition, id)?.step.title, id),
    aid: (id) => (id === null ? none : titled(edition.aids.find((each) => each.aid === id)?.title, id)),
    titled: (title) => title[language],
    event: (event) => words.of('event', event.type, readable(event, words, language, running, names)),
  }
  return words
}

/** One message; a value that the event does not have stays visible as a question mark. */
function said(message: string, language: Language, values: Readonly<Record<string, unknown>>): string {
  const given = new Proxy(values, { get: (all, name) => all[String(name)] ?? '?', has: () => true })
  return String(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).format(given as never))
}

/** The data of an event as words: ids as titles, amounts as money, days as dates. */
function readable(
  { data, actor }: RecordedCaseEvent,
  words: Words,
  language: Language,
  { edition, scheme }: RunningEdition,
  names: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const title = (found: { readonly title: Text } | undefined, id: string) => (found ? words.titled(found.title) : id)
  const tranches = edition.aids.flatMap((aid) => aid.tranches)
  const by: Readonly<Record<string, (id: string) => string>> = {
    step: words.step,
    aid: words.aid,
    previous: words.aid,
    tranche: (id) =>
      title(
        tranches.find((each) => each.tranche === id),
        id,
      ),
    paper: (id) =>
      title(
        edition.papers.find((each) => each.paper === id),
        id,
      ),
    purpose: (id) =>
      title(
        edition.consents.find((each) => each.purpose === id),
        id,
      ),
    instrument: (id) =>
      title(
        edition.instruments.find((each) => each.instrument === id),
        id,
      ),
    reason: (id) =>
      title(
        edition.closures.find((each) => each.name === id),
        id,
      ),
    activity: (id) => sectorNames[id]?.[language] ?? id,
    operator: words.office,
    at: (instant) => instant.slice(0, 16).replace('T', ' '),
    from: words.office,
    to: words.office,
    ...Object.fromEntries(
      ['on', 'departsOn', 'arrivedOn', 'until'].map((name) => [name, (day: string) => formatDate(day, language)]),
    ),
  }
  const amounts = ['amount', 'requested', 'cost', 'ownContribution', 'income']
  const entries = Object.entries(data).map(([name, value]) => {
    if (typeof value === 'number' && amounts.includes(name))
      return [name, formatAmount(money(value, scheme.currency), language)]
    if (typeof value === 'string')
      return [name, chosen.has(name) ? value.replaceAll('-', '_') : (by[name]?.(value) ?? value)]
    return [name, value]
  })
  return {
    previous: 'none',
    ...Object.fromEntries(entries.filter(([, value]) => value !== null)),
    who: names[actor] ?? actor,
  }
}

/** Names that messages choose by: their values stay codes, without hyphens, which messages do not know. */
const chosen = new Set(['result', 'outcome', 'party', 'means', 'finding', 'report', 'given', 'viable'])
