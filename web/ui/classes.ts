/** Joins class names; what is false or missing is left out. */
export function join(...names: readonly (string | false | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}

/** What every control that holds a value looks like, native or not. */
export const control =
  'touch w-full rounded border border-edge bg-paper px-3 py-2 text-ink placeholder:text-ink-soft ' +
  'aria-invalid:border-clay aria-invalid:border-2 data-invalid:border-clay disabled:bg-sand-soft disabled:text-ink-soft'
