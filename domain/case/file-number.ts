/**
 * The number under which people speak of a case: country, year of registration and six signs of its id, such as
 * `CM-2026-4F09A1`. Short enough to read aloud; the id itself stays the only key.
 */
export function fileNumber(caseId: string, registeredOn: string, country: string): string {
  return `${country}-${registeredOn.slice(0, 4)}-${caseId.replaceAll('-', '').slice(-6).toUpperCase()}`
}
