import type { RecordedCallEvent } from '#domain/operator-call/call.ts'
import { foldCall } from '#domain/operator-call/call.ts'
import { evolveAccreditation, noAccreditation } from '#domain/operator/accreditation.ts'
import { accreditationCommands } from '#domain/operator/commands/index.ts'
import { attemptAccreditation } from '#domain/operator/decide.ts'
import type { AccreditationCircumstances } from '#domain/operator/decide.ts'
import type { RecordedAccreditationEvent } from '#domain/operator/events.ts'
import type { AccreditationState } from '#domain/operator/state.ts'
import type { Role } from '#domain/role.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

export const words = { fr: 'mots', en: 'words', ar: 'كلمات' }
export const running = {
  scheme: { scheme: 'small', country: 'CM', currency: 'XAF' },
  edition: {
    edition: '2026',
    aids: [],
    operators: {
      lots: ['social', 'business'],
      expertise: [
        { expertise: 'legal', title: words },
        { expertise: 'technical', title: words },
      ],
      criteria: [{ criterion: 'dialogue', title: words, weight: 2 }],
      specification: {
        proof: ['legal'],
        experience: 2,
        insurance: true,
        months: 24,
        grid: { highest: 5, enough: 0.6, source: 's' },
        services: [
          { service: 'study', title: words, source: 's' },
          { service: 'follow-up', title: words, source: 's' },
        ],
        source: 's',
      },
      source: 's',
    },
  },
} as unknown as RunningEdition

export const callEvent = {
  type: 'call-opened',
  version: 1,
  data: {
    scheme: 'small',
    edition: '2026',
    office: 'programme',
    from: '2026-01-01',
    until: '2026-02-28',
    lots: ['social', 'business'],
    title: 't',
    text: 't',
    on: '2026-01-01',
  },
} as unknown as RecordedCallEvent
export const call = foldCall('a-call', [callEvent])
export const paper = '00000000-0000-4000-8000-0000000000d1'

export type Act = {
  readonly command: string
  readonly user?: string
  readonly role?: Role
  readonly office?: string
  readonly today?: string
  readonly input?: object
  readonly known?: boolean
  readonly committed?: number
  readonly given?: number
}

export function circumstancesOf(act: Act): AccreditationCircumstances {
  const { user = 'manager', role = 'programme-manager', office = 'programme', today = '2026-02-01' } = act
  const byRole = {
    'programme-manager': ['programme'],
    'payment-approver': ['finance'],
    coordinator: ['embassy', 'operator'],
  }
  return {
    actor: { user, role, office },
    today,
    running,
    offices: { all: ['programme', 'finance', 'embassy', 'operator', 'other'], byRole },
    call,
    isKnown: act.known ?? false,
    committed: act.committed ?? 0,
    given: act.given ?? 0,
    id: (purpose) => `${act.command}-${purpose}`,
  }
}

export function outcomeOf(state: AccreditationState, act: Act) {
  return attemptAccreditation(accreditationCommands[act.command]!, state, act.input ?? {}, circumstancesOf(act))
}

export function after(state: AccreditationState, ...acts: readonly Act[]): AccreditationState {
  return acts.reduce((before, act) => {
    const outcome = outcomeOf(before, act)
    if (outcome.refused) throw new Error(`${act.command}: ${outcome.code} ${JSON.stringify(outcome.facts)}`)
    const { user, role, office } = circumstancesOf(act).actor
    return outcome.value.reduce((now, event) => {
      const at = '2026-02-01T09:00:00.000Z'
      const envelope = { version: now.version + 1, actor: user, role, office, happenedAt: at, recordedAt: at }
      return evolveAccreditation(now, { ...event, ...envelope } as RecordedAccreditationEvent)
    }, before)
  }, state)
}

export const said = {
  type: 'private',
  lots: ['social'],
  expertise: { legal: paper, technical: null },
  experience: 4,
  staff: 6,
  languages: ['fr', 'ewo'],
  regions: ['CM-CE'],
  sectors: ['poultry'],
  insuredUntil: '2027-06-30',
  capacity: 20,
}
export const ownStaff = { user: 'aicha', role: 'adviser', office: 'operator' } as const
export const apply: Act = {
  command: 'submit-application',
  ...ownStaff,
  input: { ...said, scheme: 'small', call: 'a-call' },
}
/** A mark of the grid with its reason. */
export const mark = (value: number) => ({ mark: value, reason: 'seen' })
export const assess: Act = {
  command: 'assess-application',
  input: { grid: { legal: mark(4), technical: mark(2), dialogue: mark(5) } },
}
export const grant: Act = {
  command: 'decide-accreditation',
  input: { decision: 'grant', from: '2026-02-01', until: '2027-12-31' },
}
export const sign: Act = {
  command: 'sign-contract',
  input: {
    from: '2026-02-01',
    until: '2026-12-31',
    ceiling: 5_000_000,
    cases: 30,
    prices: { study: 100_000, 'follow-up': 60_000 },
  },
}
export const approve: Act = { command: 'approve-contract', user: 'second' }
export const because = { reason: 'because' }

export const nothing = noAccreditation('one')
export const applied = after(nothing, apply)
export const accredited = after(applied, assess, grant)
export const contracted = after(accredited, sign, approve)
export const suspended = after(contracted, { command: 'suspend-accreditation', input: because })
export const ended = after(suspended, { command: 'end-accreditation', input: because })
export const refused = after(applied, assess, {
  command: 'decide-accreditation',
  input: { decision: 'refuse', text: 'why' },
})

export const change = (act: Act, input: object, more: object = {}): Act => ({
  ...act,
  input: { ...act.input, ...input },
  ...more,
})
