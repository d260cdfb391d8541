import { Dexie, type EntityTable } from 'dexie'

import type { OutboxEntry } from './entry.ts'
import type { ProjectDraft } from './project-draft.ts'

/** What this device keeps: commands on their way, and projects that are being worked out. */
export type Device = Dexie & {
  readonly outbox: EntityTable<OutboxEntry, 'id'>
  readonly projects: EntityTable<ProjectDraft, 'id'>
}

/** The device's database. Each version stays as it was; a new one is added below it. */
export function openDevice(): Device {
  const database = new Dexie('homeward') as Device
  database.version(1).stores({ outbox: 'id, user' })
  database.version(2).stores({ outbox: 'id, user', projects: 'id, user' })
  return database
}
