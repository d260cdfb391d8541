import reference from '#catalogue/prices/reference.json' with { type: 'json' }

export type NamedThing = { readonly fr: string; readonly en: string; readonly ar: string }
export type PriceItem = NamedThing & {
  /** The units it is usually counted in, the commonest first. */
  readonly units: readonly string[]
}

/** What the price book knows: things that are bought or sold, and what they are counted in, by code. */
export const priceItems: Readonly<Record<string, PriceItem>> = reference.items
export const priceUnits: Readonly<Record<string, NamedThing>> = reference.units

/** One price as the price book keeps it: a thing and a place, never a person. Minor units of the currency, for one unit. */
export type RecordedPrice = {
  readonly price: string
  readonly country: string
  readonly region: string | null
  /** What it was bought for: an activity, or a sector. */
  readonly activity: string | null
  readonly item: string
  readonly unit: string
  readonly amount: number
  readonly currency: string
  readonly on: string
}
