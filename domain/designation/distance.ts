import towns from '#catalogue/reference/region-towns.json' with { type: 'json' }

/** Degrees north and east. */
export type Point = { readonly latitude: number; readonly longitude: number }

/** Kilometres; the earth as a ball. */
const radius = 6371

const points = new Map(
  Object.entries(towns.towns).map(([region, [, latitude, longitude]]) => [
    region,
    { latitude: Number(latitude), longitude: Number(longitude) },
  ]),
)

/** The main town of a region (ISO 3166-2), or null where the table does not know it. */
export function pointOf(region: string | null): Point | null {
  return region === null ? null : (points.get(region) ?? null)
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
