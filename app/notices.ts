import type { PersonAnswer } from '#contract/answers.ts'
import type { WorkingCalendar } from '#domain/calendar.ts'
import type { SchemeOffices } from '#domain/case/access.ts'
import type { CaseEventType, RecordedCaseEvent } from '#domain/case/events.ts'
import { fileNumber } from '#domain/case/file-number.ts'
import { obligationsOf } from '#domain/case/obligations.ts'
import { officeFor } from '#domain/case/office-of-role.ts'
import type { CaseState } from '#domain/case/state.ts'
import { stepsOf } from '#domain/case/steps-of-case.ts'
import { formatAmount } from '#domain/money.ts'
import type { Role } from '#domain/role.ts'
import { findStep, openSteps } from '#domain/scheme/journey.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import type { Edition, Text } from '#domain/scheme/scheme.ts'

import { languages } from './ports.ts'
import type { Language } from './ports.ts'

export type Notice = Edition['notices'][number]

/** Everything a notice may speak of: what happened, and the case as it is by now. */
export type NoticeScene = {
  readonly event: RecordedCaseEvent
  readonly state: CaseState
  readonly running: RunningEdition
  readonly calendar: WorkingCalendar
  /** Words by their reference. */
  readonly texts: Readonly<Record<string, string>>
  readonly officeNames: Readonly<Record<string, string>>
  readonly person: PersonAnswer | undefined
  /** The day of the sitting that the file was handed to. */
  readonly sittingOn: string | null
  /** IANA time zone of the office that answers for the case: the one in which a person reads a clock. */
  readonly zone: string
}

/** Where this notice goes among the offices: to those that have its role on this case, or take it over by this event. */
export function officesToTell(role: Role, { event, state }: NoticeScene, offices: SchemeOffices): readonly string[] {
  const receiving = 'to' in event.data && event.type.startsWith('custody-') ? String(event.data.to) : null
  if (receiving !== null) return [receiving]
  const office = officeFor(role, state)
  return office === null ? (offices[role] ?? []) : [office]
}

/**
 * The consent a person gives to be written to on their own telephone or address. A scheme that sends notices to
 * beneficiaries asks for it under this word.
 */
export const consentToMessages = 'messages'

/** How the person can be reached: only with consent, only while they are not erased. */
export function reachable({ state, person }: Pick<NoticeScene, 'state' | 'person'>): {
  readonly email: string | null
  phone: string | null
} {
  const consents = state.consents[consentToMessages]?.given === true
  if (!consents || !person || person.erased) return { email: null, phone: null }
  return { email: person.email, phone: person.phone?.replace(/[\s().-]/g, '') ?? null }
}

/** The language somebody wishes; French, which the schemes share, when it is none of ours. */
export function languageOf(wish: string | null | undefined): Language {
  return languages.find((each) => each === wish) ?? 'fr'
}

/** The notice's words in a language, with everything in braces filled in; what is not known says so. */
export function composeNotice(
  notice: Notice,
  scene: NoticeScene,
  { language, link }: { readonly language: Language; readonly link: string },
): { readonly subject: string; readonly body: string } {
  const values: Readonly<Record<string, string | null>> = { ...valuesOf(notice, scene, language), link }
  const fill = (text: Text) =>
    text[language].replace(/\{([a-z]+)\}/g, (_, word: string) => isolated(values[word] ?? notKnown[language], language))
  return { subject: fill(notice.subject), body: fill(notice.body) }
}

const notKnown: Text = { fr: '(à préciser)', en: '(to be specified)', ar: '(يُحدَّد لاحقا)' }
const locales: Readonly<Record<Language, string>> = { fr: 'fr', en: 'en-GB', ar: 'ar-u-nu-latn' }

function valuesOf(notice: Notice, scene: NoticeScene, language: Language): Record<string, string | null> {
  const { event, state, running, person, texts, officeNames } = scene
  const operator = 'operator' in event.data ? event.data.operator : (state.operator?.office ?? state.custody.office)
  const amount = amountOf(scene)
  const date = dateOf(scene)
  const place = 'place' in event.data ? (texts[event.data.place] ?? null) : null
  return {
    person: person && !person.erased ? (person.chosenName ?? person.givenName) : null,
    file: fileNumber(state.case, state.registeredOn, running.scheme.country),
    office: officeNames[event.office] ?? null,
    operator: officeNames[operator] ?? null,
    date: date === null ? null : readDate(date, language, scene.zone),
    place,
    amount: amount === null ? null : formatAmount({ amount, currency: running.scheme.currency }, locales[language]),
    step: nextStep(notice, scene)?.[language] ?? null,
  }
}

/** The day a notice speaks of, where it is not simply the day of the event. */
const datesOfEvents: { readonly [T in CaseEventType]?: (scene: NoticeScene) => string | null | undefined } = {
  'appointment-planned': ({ event }) => ('at' in event.data ? event.data.at : null),
  'operator-designated': ({ state, running, calendar }) =>
    obligationsOf(state, running, calendar).find(({ kind }) => kind === 'designation-answer')?.dueOn,
  'file-submitted-to-committee': ({ sittingOn }) => sittingOn,
  'monitoring-renewed': ({ event }) => ('until' in event.data ? event.data.until : null),
}

function dateOf(scene: NoticeScene): string | null {
  const rule = datesOfEvents[scene.event.type]
  if (rule) return rule(scene) ?? null
  return 'on' in scene.event.data ? scene.event.data.on : null
}

function readDate(date: string, language: Language, zone: string): string {
  if (date.length === 10) return format(date, language, { dateStyle: 'long', timeZone: 'UTC' })
  return format(date, language, { dateStyle: 'long', timeStyle: 'short', timeZone: zone })
}

function format(date: string, language: Language, how: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locales[language], how).format(new Date(date))
}

function amountOf({ event, state }: NoticeScene): number | null {
  if ('amount' in event.data) return event.data.amount
  if (!('tranche' in event.data)) return null
  const { tranche } = event.data
  return state.award?.tranches.find((each) => each.tranche === tranche)?.amount ?? null
}

/** What the reader has to do next: what their role owes, else the next step of the road. */
function nextStep(notice: Notice, { state, running, calendar }: NoticeScene): Text | undefined {
  const { edition } = running
  const owed = obligationsOf(state, running, calendar).find(({ role, step }) => role === notice.to && step !== null)
  const step = owed?.step ?? openSteps(stepsOf(state, running), state.done)[0]?.step.step
  return step === undefined ? undefined : findStep(edition, step)?.step.title
}

/** In Arabic, names, dates and addresses of another direction are kept together (U+2068 … U+2069). */
function isolated(value: string, language: Language): string {
  return language === 'ar' ? `\u2068${value}\u2069` : value
}
