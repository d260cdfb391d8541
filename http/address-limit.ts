const hour = 3_600_000

/**
 * Whether an address asked more than so often within an hour. Counts in this process's memory only: the address of
 * whoever asks is written nowhere.
 */
export function addressLimit(mostInAnHour: number): (address: string) => boolean {
  let counts = new Map<string, number>()
  let begun = 0
  return (address) => {
    const now = Date.now()
    if (now - begun > hour) [counts, begun] = [new Map(), now]
    const count = (counts.get(address) ?? 0) + 1
    counts.set(address, count)
    return count > mostInAnHour
  }
}
