import towns from '#catalogue/reference/region-towns.json' with { type: 'json' }

/** Degrees north and east. */
export type Point = { readonly latitude: number; readonly longitude: number }

/** Kilometres; the earth as a ball. */
const radius = 6371

/** The main town of a region (ISO 3166-2), or null where the table does not know it. */
export function pointOf(region: string | null): Point | null {
  const table: Readonly<Record<string, readonly (string | number)[]>> = towns.towns
  const town = region !== null && Object.hasOwn(table, region) ? table[region] : undefined
  if (!town) return null
  return { latitude: Number(town[1]), longitude: Number(town[2]) }
}

/** The great-circle distance between two points, in whole kilometres: engines differ in the last bit of a sine. */
export function kilometresBetween(one: Point, other: Point): number {
  const [from, to] = [radians(one.latitude), radians(other.latitude)]
  const across = Math.sin((to - from) / 2) ** 2
  const along = Math.sin(radians(other.longitude - one.longitude) / 2) ** 2
  return Math.round(2 * radius * Math.asin(Math.min(1, Math.sqrt(across + Math.cos(from) * Math.cos(to) * along))))
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
