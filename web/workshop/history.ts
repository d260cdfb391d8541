/** What was, is and would be again: every step of the work can be taken back, as far as `most` steps. */
export type History<T> = {
  readonly past: readonly T[]
  readonly present: T
  readonly future: readonly T[]
  /** Where the last change was made, and when (milliseconds): typing in one field is one step. */
  readonly last: { readonly mark: string; readonly at: number } | undefined
}

const most = 200
/** So long typing may rest in a field and still be one step. */
const oneStep = 1500

export function beginHistory<T>(present: T): History<T> {
  return { past: [], present, future: [], last: undefined }
}

/** Puts a new present. Changes with the same mark, one soon after the other, are one step; without a mark, never. */
export function put<T>(history: History<T>, next: T, now: number, mark?: string): History<T> {
  if (next === history.present) return history
  const { last, past, present } = history
  const isSame = mark !== undefined && last?.mark === mark && now - last.at < oneStep && past.length > 0
  return {
    past: isSame ? past : [...past.slice(1 - most), present],
    present: next,
    future: [],
    last: mark === undefined ? undefined : { mark, at: now },
  }
}

/** The step before; the same history where there is none. */
export function undo<T>(history: History<T>): History<T> {
  const before = history.past.at(-1)
  if (before === undefined) return history
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    last: undefined,
  }
}

/** The step that was taken back last; the same history where there is none. */
export function redo<T>(history: History<T>): History<T> {
  const [again, ...future] = history.future
  if (again === undefined) return history
  return { past: [...history.past, history.present], present: again, future, last: undefined }
}
