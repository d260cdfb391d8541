/** Kinds of device and browser, as far as a signature's evidence needs them: no more than a witness would remember. */
const devices = ['phone', 'tablet', 'computer'] as const
const browsers = ['chrome', 'firefox', 'safari', 'edge', 'other'] as const
export const deviceKinds = devices.flatMap((device) => browsers.map((browser) => `${device}-${browser}` as const))
export type DeviceKind = (typeof deviceKinds)[number]

/** What kind of device says this of itself; a computer with another browser when it says nothing that is known. */
export function deviceKindOf(userAgent: string): DeviceKind {
  const device = /ipad|tablet|android(?!.*mobile)/i.test(userAgent)
    ? 'tablet'
    : /mobi|iphone|android/i.test(userAgent)
      ? 'phone'
      : 'computer'
  return `${device}-${browserOf(userAgent)}`
}

/** Most browsers name several of the others: the most particular word counts. */
function browserOf(userAgent: string): (typeof browsers)[number] {
  if (/edg(e|a|ios)?\//i.test(userAgent)) return 'edge'
  if (/firefox|fxios/i.test(userAgent)) return 'firefox'
  if (/chrom(e|ium)|crios/i.test(userAgent)) return 'chrome'
  return /safari/i.test(userAgent) ? 'safari' : 'other'
}
