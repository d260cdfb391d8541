import type { House } from '#app/house.ts'
import { refreshCases } from '#app/refresh.ts'

export type RefreshJob = { readonly scheme: string }

/** Other offices play the parts of a scheme. This process may not have heard of it yet, so it reads them first. */
export async function refreshCasesOf(house: House, { scheme }: RefreshJob): Promise<void> {
  await house.editions.reload()
  await refreshCases(house, scheme)
}
