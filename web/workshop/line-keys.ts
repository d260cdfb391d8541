import type { KeyboardEvent } from 'react'

/** What a key does in a list of lines; `at` is the line it was pressed in. */
export type LineKeys = {
  readonly add: () => void
  readonly remove: (at: number) => void
  readonly move: (at: number, by: -1 | 1) => void
}

/**
 * Enter goes on to the next line to be added; arrows go to the same place of the line above or below; Alt and an arrow
 * moves the line; from the line to be added the upper arrow goes back to the last one; Alt and Delete takes it away, and so does Backspace where nothing is written. A list of the device
 * keeps its arrows.
 */
export function onLineKey(event: KeyboardEvent<HTMLElement>, keys: LineKeys): void {
  const target = event.target as HTMLElement
  const line = target.closest<HTMLElement>('[data-line]')
  if (event.key === 'ArrowUp' && target.dataset['place'] === 'add') {
    const last = event.currentTarget.querySelectorAll('[data-line]').length - 1
    if (last >= 0 && focusPlace(event.currentTarget, last)) event.preventDefault()
    return
  }
  if (line === null || !(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return
  const at = Number(line.dataset['line'])
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by !== 0 && event.altKey) keys.move(at, by)
  else if (by !== 0 && target instanceof HTMLInputElement && target.type === 'text') {
    if (!focusPlace(event.currentTarget, at + by, target.dataset['place'])) return
  } else if (event.key === 'Delete' && event.altKey) keys.remove(at)
  else if (event.key === 'Backspace' && target.dataset['place'] === 'title' && target.value === '') keys.remove(at)
  else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) keys.add()
  else return
  event.preventDefault()
}

/** Puts the focus into a place of a line; behind the last line stands the one to be added. False where there is none. */
export function focusPlace(list: HTMLElement, at: number, place = 'title'): boolean {
  const line = list.querySelector<HTMLElement>(`[data-line="${at}"]`)
  const found =
    line?.querySelector<HTMLElement>(`[data-place="${place}"]`) ??
    line?.querySelector<HTMLElement>('[data-place]') ??
    (at < 0 ? null : list.querySelector<HTMLElement>('[data-place="add"]'))
  if (found === null || found === undefined) return false
  found.focus()
  if (found instanceof HTMLInputElement) found.select()
  return true
}
