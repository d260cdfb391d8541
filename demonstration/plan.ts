import { readFileSync } from 'node:fs'

import { parse } from 'yaml'

import type { OfficePlan } from '#db/founding.ts'

export type DemonstrationPlan = {
  readonly offices: readonly OfficePlan[]
  readonly schemeOffices: readonly { readonly scheme: string; readonly role: string; readonly office: string }[]
  readonly accounts: readonly {
    readonly email: string
    readonly name: string
    readonly language: string
    readonly seats: readonly (readonly [role: string, office: string])[]
  }[]
  readonly password: string
}

type File = Omit<DemonstrationPlan, 'schemeOffices'> & {
  readonly schemeOffices: readonly { readonly scheme: string; readonly roles: Readonly<Record<string, readonly string[]>> }[]
}

const file = new URL('../catalogue/demonstration/offices.yaml', import.meta.url)

/** The fictive offices, the parts they play, and the accounts of the demonstration. */
export function readDemonstrationPlan(): DemonstrationPlan {
  const plan = parse(readFileSync(file, 'utf8')) as File
  const schemeOffices = plan.schemeOffices.flatMap(({ scheme, roles }) =>
    Object.entries(roles).flatMap(([role, offices]) => offices.map((office) => ({ scheme, role, office }))),
  )
  return { ...plan, schemeOffices }
}
