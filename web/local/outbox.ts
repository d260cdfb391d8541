import { useSyncExternalStore } from 'react'

import type { Draft, OutboxEntry } from './entry.ts'
import type { Happening } from './queue.ts'
import type { Shelf } from './shelf.ts'

/** What the person at this screen has on the way. Empty until somebody is signed in. */
export type Outbox = {
  readonly user: string | undefined
  readonly entries: readonly OutboxEntry[]
  /** False when this browser keeps nothing once the page is closed. */
  readonly lasting: boolean
}

const nobody: Outbox = { user: undefined, entries: [], lasting: true }
const listeners = new Set<() => void>()
const kicks = new Set<() => void>()

let current: Outbox = nobody
let opening: { readonly user: string; readonly shelf: Promise<Shelf>; stop: () => void } | undefined

/** The outbox of the present person; the component draws itself again when an entry moves. */
export function useOutbox(): Outbox {
  return useSyncExternalStore(listen, outbox)
}

export function outbox(): Outbox {
  return current
}

export function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Opens the shelf of whoever signed in; the one of the person before is put away, not emptied. */
export function openFor(user: string): Promise<Shelf> {
  if (opening?.user === user) return opening.shelf
  close()
  const shelf = import('./shelf.ts').then((module) => module.openShelf(user))
  const mine = { user, shelf, stop: () => {} }
  opening = mine
  void shelf.then((opened) => {
    if (opening !== mine) return
    mine.stop = opened.watch((entries) => publish({ user, entries, lasting: opened.lasting }))
  })
  return shelf
}

export function close(): void {
  opening?.stop()
  opening = undefined
  publish(nobody)
}

/** Puts a command into the outbox and sends it as soon as it can be. Resolves once it lies safe on this device. */
export async function queue(draft: Draft, replaces?: string): Promise<void> {
  const happening: Happening =
    replaces === undefined ? { happened: 'queued', draft } : { happened: 'replaced', id: replaces, draft }
  await happen(draft.user, happening)
  for (const kick of kicks) kick()
}

/** Lets go of an entry that its author no longer wants. */
export async function discard(entry: OutboxEntry): Promise<void> {
  await happen(entry.user, { happened: 'discarded', id: entry.id })
}

/** The entries of one person after something happened to them. */
export async function happen(user: string, happening: Happening): Promise<readonly OutboxEntry[]> {
  const shelf = await openFor(user)
  const entries = await shelf.happen(happening)
  if (opening?.user === user) publish({ user, entries, lasting: shelf.lasting })
  return entries
}

/** Told when there is something new to send. */
export function onKick(kick: () => void): () => void {
  kicks.add(kick)
  return () => kicks.delete(kick)
}

/** The entries of one stream, in order, of the present person. */
export function entriesOf(entries: readonly OutboxEntry[], stream: string): readonly OutboxEntry[] {
  return entries.filter((entry) => entry.stream === stream).toSorted((one, other) => (one.id < other.id ? -1 : 1))
}

function publish(next: Outbox): void {
  current = next
  for (const listener of listeners) listener()
}
