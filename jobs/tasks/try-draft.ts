import { runTrial } from '#app/draft-trial.ts'
import type { House } from '#app/house.ts'

export type TrialJob = { readonly trial: string }

/** A draft is tried on past cases. Editions may have been published elsewhere a moment ago, so they are read first. */
export async function tryDraft(house: House, { trial }: TrialJob): Promise<void> {
  await house.editions.reload()
  await runTrial(house, trial)
}
