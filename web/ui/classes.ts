/** Joins class names; what is false or missing is left out. */
export function join(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}

const frame =
  'rounded border border-edge bg-paper text-ink placeholder:text-ink-soft ' +
  'aria-invalid:border-clay aria-invalid:border-2 data-invalid:border-clay disabled:bg-sand-soft disabled:text-ink-soft'

/** What every control that holds a value looks like, native or not. */
export const control = `${frame} touch w-full px-3 py-2`

/** The same for several lines. */
export const longControl = `${frame} min-h-28 w-full px-3 py-2`

/** The same around parts that bring their own room: segments of a date with a button. */
export const controlFrame = frame
