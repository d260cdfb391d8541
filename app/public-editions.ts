import type { PublicEditionAnswer, PublicSchemeRow } from '#contract/questionnaire-answers.ts'
import { asActor } from '#db/connect.ts'
import { readOffices } from '#db/reads/editions.ts'
import type { PublicEdition } from '#domain/scheme/public-edition.ts'
import { publicEdition } from '#domain/scheme/public-edition.ts'
import { beneficiaryOf } from '#domain/scheme/beneficiary.ts'
import type { Role } from '#domain/role.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import type { Edition } from '#domain/scheme/scheme.ts'

import type { House } from './house.ts'

/** Published editions never change, and those that run are kept as the same object. */
const parts = new WeakMap<Edition, PublicEdition>()

/** The schemes with an edition in force today, by country and name. */
export function publicSchemes(house: House): readonly PublicSchemeRow[] {
  return inForce(house).map(({ scheme }) => ({
    scheme: scheme.scheme,
    title: scheme.title,
    country: scheme.country,
  }))
}

/**
 * What anybody may read of the editions in force, of one scheme or of one country, each with the offices that hold its
 * first interview. Who asks about a country asks for themselves: help for organisations is found by its scheme.
 */
export async function publicEditions(
  house: House,
  { scheme, country }: { readonly scheme?: string | undefined; readonly country?: string | undefined },
): Promise<readonly PublicEditionAnswer[]> {
  const wanted = inForce(house).filter(
    (each) =>
      (scheme === undefined || each.scheme.scheme === scheme) &&
      (country === undefined || (each.scheme.country === country && beneficiaryOf(each.edition) !== 'organisation')),
  )
  const offices = await asActor(house.database, 'system', readOffices)
  return wanted.map((running) => {
    const edition = publicPart(running)
    const held = interviewOffices(house, running)
    return {
      ...edition,
      offices: offices
        .filter(({ office }) => held.includes(office))
        .map(({ office, name, country, place }) => ({ office, name, country, place })),
    }
  })
}

/** Offices that hold the first interview of an edition: those that play its role in the scheme. */
function interviewOffices({ editions }: House, running: RunningEdition): readonly string[] {
  const by = publicPart(running).firstInterview?.by
  return by === undefined ? [] : (editions.offices(running.scheme.scheme)[by] ?? [])
}

/** The role in which an office holds a scheme's first interview today, or undefined when it does not hold it. */
export function interviewRole(house: House, scheme: string, office: string): Role | undefined {
  const running = house.editions.current(scheme, house.clock.today())
  if (!running || !interviewOffices(house, running).includes(office)) return undefined
  return publicPart(running).firstInterview?.by
}

function inForce({ editions, clock }: House): readonly RunningEdition[] {
  const today = clock.today()
  const schemes = [...new Set(editions.all().map(({ scheme }) => scheme.scheme))].sort()
  const current = schemes.flatMap((scheme) => editions.current(scheme, today) ?? [])
  return current.sort((one, other) => (one.scheme.country < other.scheme.country ? -1 : 1))
}

function publicPart(running: RunningEdition): PublicEdition {
  const made = parts.get(running.edition) ?? publicEdition(running)
  parts.set(running.edition, made)
  return made
}
