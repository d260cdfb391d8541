import type { House } from '#app/house.ts'
import { produceLetters } from '#app/sitting-letters.ts'
import { asActor } from '#db/connect.ts'
import { readStream } from '#db/event-store.ts'
import type { Actor } from '#domain/role.ts'

export type LettersJob = { readonly sitting: string; readonly version: number }

/** Writes the letters of a sitting for whoever asked for them. */
export async function writeLetters(house: House, { sitting, version }: LettersJob): Promise<void> {
  const stream = await asActor(house.database, 'system', (tx) => readStream(tx, sitting))
  const asked = stream.find((event) => event.version === version)
  if (!asked) return
  const actor = { user: asked.actor, role: asked.role, office: asked.office } as Actor
  await produceLetters(house, actor, sitting)
}
