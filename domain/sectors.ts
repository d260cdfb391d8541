import sectors from '#catalogue/reference/sectors.json' with { type: 'json' }

export type SectorNames = { readonly fr: string; readonly en: string; readonly ar: string }

/** The fields of activity of projects, by id, in the three languages. */
export const sectorNames: Readonly<Record<string, SectorNames>> = sectors.sectors
