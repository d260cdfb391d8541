import { useSyncExternalStore } from 'react'

import { dateIn } from '#domain/calendar.ts'

import { deviceZone } from './judge.ts'

const minute = 60_000

let now = instant()

/** The present minute as an instant. What is due and what may be done follows it while the page stays open. */
export function useNow(): string {
  return useSyncExternalStore(subscribe, read)
}

/** The plain date of today where the device is. */
export function useToday(): string {
  return dateIn(deviceZone(), useNow())
}

function read(): string {
  // A page that slept shows the moment at which it is looked at, not the one at which it fell asleep.
  const present = instant()
  if (present !== now) now = present
  return now
}

function instant(): string {
  return `${new Date().toISOString().slice(0, 16)}:00Z`
}

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, minute)
  return () => clearInterval(timer)
}
