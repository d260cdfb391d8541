const browsers: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Edge', /\bEdg(?:A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|HeadlessChrome|CriOS)\//],
  ['Safari', /\bSafari\//],
]

const systems: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['Android', /\bAndroid\b/],
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Windows', /\bWindows\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
]

/** What people would call a device, out of what its browser says about itself; undefined where that says nothing. */
export function deviceName(said: string): { readonly browser: string; readonly system: string } | undefined {
  const named = (list: typeof browsers): string | undefined => list.find(([, pattern]) => pattern.test(said))?.[0]
  const [browser, system] = [named(browsers), named(systems)]
  return browser !== undefined && system !== undefined ? { browser, system } : undefined
}
