import { useSyncExternalStore } from 'react'

export const themes = ['system', 'day', 'night'] as const
export type Theme = (typeof themes)[number]

const storageKey = 'homeward.theme'
const listeners = new Set<() => void>()

/** The chosen theme. `system` follows the device; the page itself carries the choice as data-theme. */
export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, theme, theme)
}

export function theme(): Theme {
  const chosen = document.documentElement.dataset.theme
  return chosen === 'day' || chosen === 'night' ? chosen : 'system'
}

export function setTheme(chosen: Theme): void {
  if (chosen === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = chosen
  try {
    if (chosen === 'system') localStorage.removeItem(storageKey)
    else localStorage.setItem(storageKey, chosen)
  } catch {
    // A closed storage forgets the choice; the page still changes.
  }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
