/** The first time zone of a country; no country of the schemes has two. */
export function zoneOf(country: string): string {
  const place = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?(): string[] | undefined }
  return place.getTimeZones?.()?.[0] ?? 'UTC'
}
