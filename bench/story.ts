import { caseCommands } from '#domain/case/commands/index.ts'
import { evolve, noCase } from '#domain/case/case.ts'
import { attempt } from '#domain/case/decide.ts'
import type { CaseCommand } from '#domain/case/decide.ts'
import type { RecordedCaseEvent } from '#domain/case/events.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { Circumstances } from '#domain/command.ts'
import { derivedId } from '#domain/derived-id.ts'
import { noHolidays } from '#domain/holidays.ts'
import type { Role } from '#domain/role.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

type Act = readonly [role: Role, office: string, command: string, day: number, input: Record<string, unknown>]

export type Played = { readonly state: CaseState; readonly events: readonly RecordedCaseEvent[] }

const operator = 'sahel-entreprendre'
const [host, country] = ['ofii-lyon', 'ofii-yaounde']
const known = (value: unknown) => ({ known: value })

/** The first day of every story; `day` counts from it. */
const firstDay = Date.UTC(2026, 0, 5)
const dateOf = (day: number) => new Date(firstDay + day * 86_400_000).toISOString().slice(0, 10)

/** The road of a business case as commands; a story is a beginning of it, filled with notes up to its length. */
function road(running: RunningEdition, principal: string): readonly Act[] {
  const answers = (instrument: number) =>
    Object.fromEntries(
      (running.edition.instruments[instrument]?.questions ?? []).map((each) => [
        each.question,
        each.options[0]?.option,
      ]),
    )
  const consents = running.edition.consents.map((each) => each.purpose)
  const people = [{ person: principal, givenName: 'x', familyName: 'y', birth: '2001', relation: 'principal' }]
  const facts = {
    'mois en France': known(20),
    situation: known('fin-etudes'),
    'aide déjà reçue': known(false),
    'mois depuis la notification': { unknown: 'not-asked' },
  }
  return [
    [
      'counsellor',
      host,
      'register-case',
      0,
      { scheme: running.scheme.scheme, people, consents, region: 'CM-CE', facts },
    ],
    ['counsellor', host, 'complete-step', 1, { step: 'first-interview' }],
    ['counsellor', host, 'record-assessment', 2, { step: 'resilience', answers: answers(0) }],
    ['counsellor', host, 'record-assessment', 2, { step: 'vulnerability', answers: answers(1) }],
    ['counsellor', host, 'give-verdict', 3, {}],
    ['counsellor', host, 'choose-aid', 4, { aid: 'business' }],
    [
      'counsellor',
      host,
      'plan-travel',
      5,
      { travellers: [principal], departsOn: dateOf(12), from: 'Lyon', to: 'Yaoundé' },
    ],
    ['counsellor', host, 'confirm-departure', 12, { travellers: [principal] }],
    ['counsellor', host, 'hand-over-custody', 12, { to: country, reason: 'departed' }],
    ['coordinator', country, 'accept-custody', 13, {}],
    ['coordinator', country, 'record-first-contact', 16, { arrivedOn: dateOf(12), region: 'CM-CE' }],
    ['coordinator', country, 'designate-operator', 18, { operator, reason: 'near' }],
    ['adviser', operator, 'accept-designation', 19, {}],
    ['adviser', operator, 'submit-idea', 25, { activity: 'poultry', text: 'hens' }],
  ]
}

/**
 * Plays a story of exactly `length` events: the first `acts` commands of the road, then notes. Every command is judged
 * by the real rules; a refusal ends the benchmark with its code.
 */
export function playStory(
  running: RunningEdition,
  offices: Circumstances['offices'],
  acts: number,
  length: number,
): Played {
  const id = derivedId('bench', `case ${acts}`)
  let state = noCase(id)
  const events: RecordedCaseEvent[] = []
  const act = ([role, office, name, day, input]: Act) => {
    const command = caseCommands[name] as CaseCommand
    const today = dateOf(day)
    const now = `${today}T09:00:00.000Z`
    const actor = { user: derivedId('account', role), role, office }
    const full = 'on' in command.fields ? { on: today, ...input } : input
    const seed = `${id} ${events.length}`
    const outcome = attempt(command, state, full, {
      actor,
      now,
      today,
      running,
      calendar: noHolidays,
      offices,
      id: (purpose) => derivedId(seed, purpose),
    })
    if (outcome.refused)
      throw new Error(`${name} was refused: ${outcome.code} ${JSON.stringify(outcome.facts)} ${outcome.field ?? ''}`)
    for (const event of outcome.value.events) {
      const recorded = {
        ...event,
        version: events.length + 1,
        actor: actor.user,
        role,
        office,
        happenedAt: now,
        recordedAt: now,
      }
      events.push(recorded as RecordedCaseEvent)
      state = evolve(state, recorded as RecordedCaseEvent)
    }
  }
  for (const each of road(running, derivedId('bench', `person ${acts}`)).slice(0, acts)) act(each)
  while (events.length < length)
    act(['coordinator', state.custody.office, 'add-note', 30, { text: `note ${events.length}` }])
  return { state, events }
}
