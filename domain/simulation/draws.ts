/** Draws that look random and are the same for the same seed, so that a simulation can be repeated to the last act. */
export type Draws = {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number between both, both included. */
  between(least: number, most: number): number
  pick<T>(things: readonly T[]): T | undefined
  happens(probability: number): boolean
}

export function drawsOf(seed: number): Draws {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    pick: (things) => things[between(0, things.length - 1)],
    happens: (probability) => next() < probability,
  }
}
