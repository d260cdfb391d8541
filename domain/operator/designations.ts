import type { CaseEventType, RecordedCaseEvent } from '../case/events.ts'

/** One time that an operator was named for a case, and what it did with it. All days are days that events say. */
export type Designation = {
  readonly office: string
  readonly on: string
  /** When it accepted or declined. */
  readonly answeredOn: string | null
  readonly accepted: boolean
  /** When it declined, fell silent until its time was over, or another one was named. */
  readonly endedOn: string | null
  /** The first day on which its office worked with the person. */
  readonly metOn: string | null
  readonly plannedOn: string | null
}

/** What an operator's office records when it has sat down with the person. */
const meetings: ReadonlySet<CaseEventType> = new Set<CaseEventType>([
  'step-completed',
  'assessment-recorded',
  'idea-submitted',
  'feasibility-recorded',
  'training-recorded',
  'visit-recorded',
])

type Kept = { readonly designations?: readonly Designation[] }

/** The designations of a case after one more event, as a part of its state; nothing as long as there are none. */
export function designationsAfter({ designations = [] }: Kept, event: RecordedCaseEvent): Kept {
  const after = changed(designations, event)
  return after.length > 0 ? { designations: after } : {}
}

function changed(before: readonly Designation[], event: RecordedCaseEvent): readonly Designation[] {
  switch (event.type) {
    case 'operator-designated':
      return [...running(before, { endedOn: event.data.on }), named(event.data)]
    case 'designation-accepted':
      return running(before, { answeredOn: event.data.on, accepted: true })
    case 'designation-refused':
      return running(before, { answeredOn: event.data.on, endedOn: event.data.on })
    case 'designation-ended':
      return running(before, { endedOn: event.data.on })
    case 'plan-submitted':
      return running(before, (each) => ({ plannedOn: each.plannedOn ?? event.data.on }))
    default:
      return meetings.has(event.type) ? met(before, event) : before
  }
}

function named({ operator, on }: { readonly operator: string; readonly on: string }): Designation {
  return { office: operator, on, answeredOn: null, accepted: false, endedOn: null, metOn: null, plannedOn: null }
}

function met(before: readonly Designation[], event: RecordedCaseEvent): readonly Designation[] {
  const { on } = event.data as { readonly on: string }
  return running(before, (each) =>
    each.metOn === null && each.accepted && event.office === each.office ? { metOn: on } : {},
  )
}

type Change = Partial<Designation>

/** Changes the designation that runs, if there is one. */
function running(
  before: readonly Designation[],
  change: Change | ((running: Designation) => Change),
): readonly Designation[] {
  const last = before.at(-1)
  if (!last || last.endedOn !== null) return before
  const changed = typeof change === 'function' ? change(last) : change
  if (Object.keys(changed).length === 0) return before
  return [...before.slice(0, -1), { ...last, ...changed }]
}
