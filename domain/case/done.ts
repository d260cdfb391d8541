import type { CaseState } from './state.ts'

/** The state with a step done on its day, unless the event says that it is not complete yet. */
export function done(state: CaseState, data: { step: string; on: string; complete?: boolean }): CaseState {
  return data.complete === false ? state : { ...state, done: { ...state.done, [data.step]: data.on } }
}

/** A step that was done and must be done again. */
export function undone(state: CaseState, step: string): CaseState {
  const { [step]: _, ...done } = state.done
  return { ...state, done }
}

/** The state with a day that deadlines count from. */
export function marked(state: CaseState, mark: string, on: string): CaseState {
  return { ...state, marks: { ...state.marks, [mark]: on } }
}
