/** The shape of a cash-flow chart, without a page: where things stand as shares of its width and height (0 to 1). */
export type Scale = { readonly lowest: number; readonly highest: number; readonly ticks: readonly number[] }

/** A scale that holds these values and zero, with three to six round numbers to read it by. */
export function scaleFor(values: readonly number[]): Scale {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const step = roundStep((high - low || 1) / 4)
  const lowest = Math.floor(low / step) * step
  const highest = Math.max(Math.ceil(high / step), lowest === 0 ? 1 : 0) * step
  const count = Math.round((highest - lowest) / step)
  return { lowest, highest, ticks: Array.from({ length: count + 1 }, (_, index) => lowest + index * step || 0) }
}

/** 1, 2, 2.5 or 5 times a power of ten, at least `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  const factor = [1, 2, 2.5, 5, 10].find((each) => each * power >= least * 0.999) ?? 10
  return Math.max(1, Math.round(factor * power))
}

/** How far down a value stands: 0 at the top, 1 at the foot. */
export function heightOf(value: number, { lowest, highest }: Scale): number {
  return (highest - value) / (highest - lowest)
}

/** Points of a line for `<polyline>`, in a box that is one wide and one high. */
export function linePoints(values: readonly number[], scale: Scale): string {
  const last = Math.max(1, values.length - 1)
  return values.map((value, index) => `${round(index / last)},${round(heightOf(value, scale))}`).join(' ')
}

/** The same, closed along zero, to be filled. */
export function areaPoints(values: readonly number[], scale: Scale): string {
  const zero = round(heightOf(0, scale))
  return `0,${zero} ${linePoints(values, scale)} 1,${zero}`
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000
}
