import type { CaseEventData, CaseEventType, RecordedCaseEvent } from './events.ts'
import type { CaseState } from './state.ts'

type ClockEvent = Extract<CaseEventType, `deadline-${string}` | 'designation-ended'>
type Arm<T extends CaseEventType> = (state: CaseState, data: CaseEventData[T], event: RecordedCaseEvent) => CaseState

/** How a case changes when a deadline is paused, resumed, passes by itself, or that is taken back. */
export const clockArms: { readonly [T in ClockEvent]: Arm<T> } = {
  'deadline-paused': (state, { step, reason, on }, { actor }) => ({
    ...state,
    pauses: [...state.pauses, { step, reason, from: on, until: null, by: actor }],
  }),
  'deadline-resumed': (state, { step, on }) => ({
    ...state,
    pauses: state.pauses.map((each) => (each.step === step && each.until === null ? { ...each, until: on } : each)),
  }),
  'deadline-passed': (state, data) => ({ ...state, byItself: [...state.byItself, { ...data, undone: false }] }),
  'designation-ended': (state) => ({ ...state, operator: null }),
  'deadline-undone': (state, { step }) => ({
    ...state,
    byItself: state.byItself.map((each) => (each.step === step ? { ...each, undone: true } : each)),
  }),
}
