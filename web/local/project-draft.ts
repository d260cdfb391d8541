import type { Project } from '#domain/project/project.ts'

import { openDevice } from './device.ts'

/** A project as somebody left it, before it was saved as a version. It stays on this device, with its author. */
export type ProjectDraft = {
  /** The author and the case: two people at one machine do not see each other's. */
  readonly id: string
  readonly user: string
  readonly case: string
  readonly project: Project
  /** The saved version that the work began from; null = none. */
  readonly basedOn: string | null
  readonly changedAt: string
}

/** Drafts of a browser that keeps nothing: they live as long as the page. */
const inPage = new Map<string, ProjectDraft>()

/** What was left of this case's project on this device. */
export async function readProjectDraft(user: string, of: string): Promise<ProjectDraft | undefined> {
  const id = idOf(user, of)
  return inPage.get(id) ?? (await onDevice((device) => device.projects.get(id)))
}

/** Keeps it. False when it will not outlive the page. */
export async function keepProjectDraft(draft: Omit<ProjectDraft, 'id'>): Promise<boolean> {
  const kept = { ...draft, id: idOf(draft.user, draft.case) }
  const done = await onDevice(async (device) => {
    await device.projects.put(kept)
    return true
  })
  if (done) inPage.delete(kept.id)
  else inPage.set(kept.id, kept)
  return done ?? false
}

export async function dropProjectDraft(user: string, of: string): Promise<void> {
  const id = idOf(user, of)
  inPage.delete(id)
  await onDevice((device) => device.projects.delete(id))
}

function idOf(user: string, of: string): string {
  return `${user} ${of}`
}

let opened: ReturnType<typeof openDevice> | undefined

/** A private window or a full disk is no error here: the work goes on in the page. */
async function onDevice<T>(act: (device: ReturnType<typeof openDevice>) => PromiseLike<T>): Promise<T | undefined> {
  try {
    opened ??= openDevice()
    return await act(opened)
  } catch {
    return undefined
  }
}
