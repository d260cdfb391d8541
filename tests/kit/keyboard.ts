import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

/** A hand that has no mouse: it goes from place to place with Tab, and reads what has the focus as a screen reader does. */
export type Keyboard = {
  /**
   * Goes on with Tab to what has this role and a name that matches; backwards with `shift`. Where several have that
   * name, `at` says which one.
   */
  reach(role: string, name: string | RegExp, options?: { readonly shift?: boolean; readonly at?: Locator }): Promise<void>
  press(...keys: readonly string[]): Promise<void>
  type(words: string): Promise<void>
  /** What has the focus now. */
  focused(): Promise<Focused>
}

export type Focused = { readonly role: string; readonly name: string; readonly value: string }

/** More places than a page of ours has. */
const farthest = 160

export function keyboardOf(page: Page): Keyboard {
  const focused = (): Promise<Focused> => page.evaluate(readFocus)
  return {
    focused,
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key)
    },
    type: (words) => page.keyboard.type(words),
    async reach(role, name, { shift = false, at: wanted } = {}) {
      const seen: string[] = []
      for (let step = 0; step < farthest; step++) {
        const at = await focused()
        const isThere = typeof name === 'string' ? at.name === name : name.test(at.name)
        if (at.role === role && isThere && (!wanted || (await wanted.evaluate(hasFocus)))) return
        seen.push(`${at.role} ${at.name}`)
        await page.keyboard.press(shift ? 'Shift+Tab' : 'Tab')
      }
      expect.fail(`Tab never came to ${role} ${String(name)}, only to:\n${[...new Set(seen)].join('\n')}`)
    },
  }
}

/** Runs in the page. */
function hasFocus(element: unknown): boolean {
  return (globalThis as unknown as { document: { activeElement: unknown } }).document.activeElement === element
}

/** Runs in the page: role and name of the focused element, from its own words, its label or the attributes. */
function readFocus(): Focused {
  type Reading = {
    readonly tagName: string
    readonly textContent: string | null
    readonly labels?: ArrayLike<{ readonly textContent: string | null }> | null
    readonly value?: unknown
    readonly type?: string
    getAttribute(name: string): string | null
  }
  const { activeElement } = (globalThis as unknown as { document: { activeElement: Reading | null } }).document
  if (activeElement === null) return { role: '', name: '', value: '' }
  const tag = activeElement.tagName.toLowerCase()
  const inputs: Readonly<Record<string, string>> = { radio: 'radio', checkbox: 'checkbox', range: 'slider' }
  const plain: Readonly<Record<string, string>> = {
    a: 'link',
    button: 'button',
    textarea: 'textbox',
    select: 'combobox',
    input: inputs[activeElement.type ?? ''] ?? 'textbox',
  }
  const role = activeElement.getAttribute('role') ?? plain[tag] ?? tag
  const label = activeElement.labels?.[0]?.textContent
  const name = activeElement.getAttribute('aria-label') ?? label ?? activeElement.textContent ?? ''
  return { role, name: name.replace(/[ \n]+/g, ' ').trim(), value: String(activeElement.value ?? '') }
}
