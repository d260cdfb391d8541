import { readdirSync, readFileSync } from 'node:fs'

import * as z from 'zod/mini'
import { parse } from 'yaml'

import type { Activity, PriceFile } from '#domain/project/activity.ts'
import { activityFaults, activitySchema, priceFaults, priceFileSchema } from '#domain/project/activity.ts'

const activityFolder = new URL('./activities/', import.meta.url)
const priceFolder = new URL('./prices/', import.meta.url)

/** A data file of the catalogue that cannot be used: a fault of the installation, shown with every problem. */
export class CatalogueFileError extends Error {
  constructor(file: string, faults: readonly string[]) {
    super(faults.map((fault) => `${file}: ${fault}`).join('\n'))
  }
}

let activities: readonly Activity[] | undefined
let prices: readonly PriceFile[] | undefined

/** Every template of a project, by its code. Throws `CatalogueFileError` for the first file that does not pass its check. */
export function loadActivities(): readonly Activity[] {
  activities ??= filesIn(activityFolder).map((name) => {
    const activity = read(activityFolder, name, activitySchema, activityFaults)
    if (`${activity.activity}.yaml` !== name) throw new CatalogueFileError(name, [`says it is ${activity.activity}`])
    return activity
  })
  return activities
}

/** The price book's starting set, file by file. Throws `CatalogueFileError` as above. */
export function loadPrices(): readonly PriceFile[] {
  prices ??= filesIn(priceFolder).map((name) => read(priceFolder, name, priceFileSchema, priceFaults))
  return prices
}

function filesIn(folder: URL): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
}

function read<T>(folder: URL, name: string, schema: z.ZodMiniType<T>, faults: (value: T) => string[]): T {
  const parsed = z.safeParse(schema, parse(readFileSync(new URL(name, folder), 'utf8')))
  if (!parsed.success)
    throw new CatalogueFileError(
      name,
      parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    )
  const wrong = faults(parsed.data)
  if (wrong.length > 0) throw new CatalogueFileError(name, wrong)
  return parsed.data
}
