import { derivedId } from '#domain/derived-id.ts'
import type { PersonInput } from '#domain/field.ts'

import type { Chance } from './chance.ts'
import type { NameGroup, Town } from './read-data.ts'
import type { World } from './world.ts'

/** Who comes home: the principal first, where to, and the language of their file. */
export type Family = {
  readonly people: readonly PersonInput[]
  /** Someone who joins later, where the story needs one. */
  readonly later: PersonInput
  readonly town: Town
  readonly language: string
}

export type FamilyPlan = {
  readonly spouse?: boolean
  readonly children?: number
  readonly sex?: 'female' | 'male'
  readonly givenName?: string
  readonly familyName?: string
  readonly town?: string
  readonly birth?: string
}

/** Whom the invented are like. */
export type People = Pick<World, 'names'> & {
  /** ISO 3166-1 alpha-2: their nationality. */
  readonly country: string
}

/** Shares of what real files look like: half of the births are a year, some are guesses, some are not known. */
export function inventFamily(world: People, caseId: string, chance: Chance, year: number, plan: FamilyPlan): Family {
  const town = chosenTown(world, chance, plan.town)
  const group = world.names.groups.find(({ regions }) => regions.includes(town.region)) ?? world.names.groups[0]
  if (!group) throw new Error('no names for this country')
  const sex = plan.sex ?? chance.pick(['female', 'female', 'male', 'male', 'male'] as const)
  const familyName = plan.familyName ?? familyNameOf(group, chance)
  const invent = (member: string, relation: PersonInput['relation'], is: 'female' | 'male', born: [number, number]) =>
    inventPerson(world, group, chance, {
      person: derivedId(caseId, member),
      relation,
      sex: is,
      familyName: relation === 'spouse' ? chance.pick(group.family) : familyName,
      year: year - chance.whole(...born),
    })
  const principal = invent('principal', 'principal', sex, [23, 52])
  const children = Array.from({ length: plan.children ?? 0 }, (_, index) =>
    invent(`child ${index}`, 'child', chance.pick(['female', 'male'] as const), [1, 13]),
  )
  const spouse = plan.spouse ? [invent('spouse', 'spouse', sex === 'female' ? 'male' : 'female', [24, 50])] : []
  const named = { ...principal, ...(plan.givenName ? { givenName: plan.givenName } : {}) }
  if (plan.birth !== undefined) Object.assign(named, { birth: plan.birth, birthEstimated: false })
  return {
    people: [withContact(named, world.names.phone, chance), ...spouse, ...children],
    later: { ...invent('later', 'child', 'female', [0, 0]), birth: String(year) },
    town,
    language: group.language,
  }
}

/** Every fortieth family has more names than a form has room for. */
function familyNameOf(group: NameGroup, chance: Chance): string {
  const name = chance.pick(group.family)
  if (!chance.maybe(1 / 40)) return name
  return `${name} ${chance.pick(group.family)} épouse ${chance.pick(group.family)}-${chance.pick(group.family)} Wandji`
}

type PersonPlan = {
  readonly person: string
  readonly relation: PersonInput['relation']
  readonly sex: 'female' | 'male'
  readonly familyName: string
  readonly year: number
}

function inventPerson(world: People, group: NameGroup, chance: Chance, plan: PersonPlan): PersonInput {
  const { person, relation, sex, familyName, year } = plan
  const givenName = givenNameOf(group, sex, chance)
  const arabic = world.names.arabic[givenName]
  const arabicFamily = world.names.arabic[familyName]
  const inArabic = arabic !== undefined && chance.maybe(0.35)
  const chosen = inArabic ? { chosenName: arabicFamily === undefined ? arabic : `${arabic} ${arabicFamily}` } : {}
  return {
    person,
    givenName,
    familyName,
    relation,
    sex,
    nationality: world.country,
    ...chosen,
    ...birthOf(year, chance),
  }
}

function givenNameOf(group: NameGroup, sex: 'female' | 'male', chance: Chance): string {
  const name = chance.pick(group[sex])
  return chance.maybe(1 / 40)
    ? `${name} ${chance.pick(group[sex])} Immaculée Bienvenue ${chance.pick(group[sex])}`
    : name
}

function birthOf(year: number, chance: Chance): Pick<PersonInput, 'birth' | 'birthEstimated'> {
  const two = (value: number) => String(value).padStart(2, '0')
  const sort = chance.whole(1, 100)
  if (sort <= 45) return { birth: `${year}-${two(chance.whole(1, 12))}-${two(chance.whole(1, 28))}` }
  if (sort <= 52) return { birth: `${year}-${two(chance.whole(1, 12))}` }
  if (sort <= 84) return { birth: String(year) }
  return sort <= 95 ? { birth: String(year), birthEstimated: true } : {}
}

/** Telephone numbers that nobody has: the range that France keeps for films, and one that the country gives to nobody. */
function withContact(person: PersonInput, begins: string | undefined, chance: Chance): PersonInput {
  const digits = (count: number) => String(chance.whole(0, 10 ** count - 1)).padStart(count, '0')
  const phone =
    chance.maybe(0.7) || begins === undefined
      ? `+33 6 39 98 ${digits(2)} ${digits(2)}`
      : `${begins} ${digits(2)} ${digits(2)} ${digits(2)}`
  const email = chance.maybe(0.3) ? { email: `personne${digits(5)}@homeward.example` } : {}
  return { ...person, ...(chance.maybe(0.93) ? { phone } : {}), ...email }
}

function chosenTown(world: People, chance: Chance, wanted: string | undefined): Town {
  const { towns } = world.names
  return towns.find(({ name }) => name === wanted) ?? chance.pick(towns)
}
