const prefix = 'homeward.draft.'

export type Draft = Readonly<Record<string, unknown>>

/** What was typed in this form before the page was left, or undefined. Drafts live as long as the tab, at most. */
export function readDraft(form: string): Draft | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(prefix + form) ?? 'null')
    return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? (kept as Draft) : undefined
  } catch {
    return undefined
  }
}

export function keepDraft(form: string, values: Draft): void {
  try {
    sessionStorage.setItem(prefix + form, JSON.stringify(values))
  } catch {
    // Without storage the form still works; it is only not remembered.
  }
}

export function dropDraft(form: string): void {
  try {
    sessionStorage.removeItem(prefix + form)
  } catch {
    // See above.
  }
}
