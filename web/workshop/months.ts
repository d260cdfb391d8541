/** So many months from this one on, each `YYYY-MM`. */
export function monthsFrom(first: string, count: number): readonly string[] {
  const [year = 2000, month = 1] = first.split('-').map(Number)
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month - 1 + index, 1)).toISOString().slice(0, 7),
  )
}
