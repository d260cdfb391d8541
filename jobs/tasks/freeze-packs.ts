import { freezeDue, freezeSitting } from '#app/freeze-packs.ts'
import type { House } from '#app/house.ts'

export type FreezeJob = { readonly sitting: string }

/** Freezes the packs that somebody, or the cut-off, asked for. */
export async function freezePacks(house: House, { sitting }: FreezeJob): Promise<void> {
  await house.editions.reload()
  await freezeSitting(house, sitting)
}

/** At the cut-off of a sitting its packs are frozen by themselves. */
export async function freezeDuePacks(house: House): Promise<void> {
  await freezeDue(house)
}
