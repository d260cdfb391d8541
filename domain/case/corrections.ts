import type { Circumstances } from '../command.ts'
import type { Field, Fields } from '../field.ts'
import { amount, choice, date, moment, number, pick, region, yesNo } from '../field.ts'
import type { Refusal } from '../outcome.ts'
import { firstRefusal, refuse } from '../outcome.ts'
import { foldCase } from './case.ts'
import { aboveCeiling } from './money-of-case.ts'
import type { CaseEventType, RecordedCaseEvent } from './events.ts'
import type { CaseState } from './state.ts'
import { judgements } from './commands/record-feasibility.ts'
import { difficultyKinds } from './commands/raise-difficulty.ts'

const on = { on: date() }

/**
 * What may be corrected, by type of event. Money that was granted or paid, who had custody, what a rule computed and
 * what a committee decided are never corrected: they are undone by an act of their own, or stand.
 */
const correctable: Partial<Record<CaseEventType, Fields>> = {
  'case-registered': { ...on, region: region() },
  'appointment-planned': { at: moment() },
  'document-attached': { paper: pick('papers') },
  'step-completed': on,
  'assessment-recorded': on,
  'aid-chosen': on,
  'travel-planned': { departsOn: date() },
  'departure-confirmed': on,
  'first-contact-made': { ...on, arrivedOn: date(), region: region() },
  'operator-designated': on,
  'designation-accepted': on,
  'idea-submitted': { ...on, activity: pick('sectors') },
  'feasibility-recorded': {
    ...on,
    relevance: choice(judgements),
    market: choice(judgements),
    viable: yesNo(),
    ownContribution: amount(),
    requested: amount(),
  },
  'commitment-signed': { ...on, means: choice(['on-paper', 'on-device', 'by-link']) },
  'training-recorded': { ...on, days: number(1, 400), attended: number(0, 400) },
  'visit-recorded': { ...on, finding: choice(['on-course', 'needs-support', 'stopped']), income: amount() },
  'difficulty-raised': { ...on, about: choice(difficultyKinds) },
  'difficulty-resolved': on,
  'report-submitted': on,
  'person-withdrew': on,
  'person-remigrated': on,
  'case-closed': { ...on, reason: pick('closure-reasons') },
}

/** The values of an event of this type that may be corrected, as fields; empty when none may. */
export function correctableFields(type: CaseEventType): Readonly<Record<string, Field>> {
  return correctable[type] ?? {}
}

type Dated = { readonly on?: string; readonly arrivedOn?: string; readonly departsOn?: string }

/**
 * Whether a history can have been so. Refuses `date-ahead`, `date-too-early` (before the registration, or out of order
 * with what it follows), `arrival-after-contact`, `contribution-above-cost`, `amount-above-need`,
 * `amount-above-ceiling`, `attended-above-days`; the field is that of the correction. `events` are corrected already.
 */
export function impossibleHistory(
  history: readonly RecordedCaseEvent[],
  corrected: RecordedCaseEvent,
  circumstances: Circumstances,
): Refusal | undefined {
  // Corrections are in the events by now: folded again, an older one would win over the new one.
  const events = history.filter(({ type }) => type !== 'event-corrected')
  const state = foldCase('', events)
  const { today } = circumstances
  const dates = events.map(({ data }) => (data as Dated).on).filter((day) => day !== undefined)
  const early = dates.find((day) => day < state.registeredOn)
  const ahead = dates.find((day) => day > today)
  const { departure, arrival } = state.marks
  return firstRefusal(
    ahead !== undefined && refuse('date-ahead', { date: ahead, today }, 'values'),
    early !== undefined && refuse('date-too-early', { date: early, earliest: state.registeredOn }, 'values'),
    departure !== undefined &&
      arrival !== undefined &&
      arrival < departure &&
      refuse('date-too-early', { date: arrival, earliest: departure }, 'values'),
    impossibleValues(corrected, state, circumstances),
  )
}

function impossibleValues(event: RecordedCaseEvent, state: CaseState, { running }: Circumstances): Refusal | undefined {
  const { currency } = running.scheme
  switch (event.type) {
    case 'first-contact-made': {
      const { arrivedOn, on } = event.data
      return arrivedOn > on ? refuse('arrival-after-contact', { arrivedOn, on }, 'values') : undefined
    }
    case 'training-recorded': {
      const { attended, days } = event.data
      return attended > days ? refuse('attended-above-days', { attended, days }, 'values') : undefined
    }
    case 'feasibility-recorded': {
      const { cost, ownContribution, requested } = event.data
      const need = cost - ownContribution
      return firstRefusal(
        need < 0 && refuse('contribution-above-cost', { ownContribution, cost, currency }, 'values'),
        requested > need && refuse('amount-above-need', { amount: requested, need, currency }, 'values'),
        aboveCeiling(requested, state, running, 'values'),
      )
    }
    default:
      return undefined
  }
}
