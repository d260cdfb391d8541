const prefix = 'homeward.scheme-text.'

/** Text of a draft that was typed on this device and not checked yet. */
export type Typed = {
  readonly name: string
  readonly text: string
  /** The fingerprint of the text that it changes. */
  readonly base: string
  /** Instant of the last key. */
  readonly at: string
}

/** What somebody typed into a draft before the page was left, or undefined. It outlives the tab; others do not see it. */
export function readTyped(user: string, draft: string): Typed | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(user, draft)) ?? 'null')
    return isTyped(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

export function keepTyped(user: string, draft: string, typed: Typed): void {
  try {
    localStorage.setItem(keyOf(user, draft), JSON.stringify(typed))
  } catch {
    // Without storage the editor still works; what is typed is only not remembered.
  }
}

export function dropTyped(user: string, draft: string): void {
  try {
    localStorage.removeItem(keyOf(user, draft))
  } catch {
    // See above.
  }
}

function keyOf(user: string, draft: string): string {
  return `${prefix}${user}.${draft}`
}

function isTyped(kept: unknown): kept is Typed {
  if (typeof kept !== 'object' || kept === null) return false
  return ['name', 'text', 'base', 'at'].every((part) => typeof (kept as Record<string, unknown>)[part] === 'string')
}
