import aliasTable from '#catalogue/names/aliases.json' with { type: 'json' }
import { normalName } from './words.ts'

/** `same`: other spellings of one name. `related`: another form (Mamadou, John) that alone never makes two people one. */
type Place = { group: string; related: boolean }

const placesOfWord = readTable()

function readTable(): Map<string, Place[]> {
  const places = new Map<string, Place[]>()
  const put = (spelling: string, place: Place) => {
    const word = normalName(spelling)
    const known = places.get(word) ?? []
    if (!known.some((one) => one.group === place.group)) places.set(word, [...known, place])
  }
  for (const group of aliasTable.groups as { name: string; same?: string; related?: string }[]) {
    put(group.name, { group: group.name, related: false })
    for (const spelling of group.same?.split('|') ?? []) put(spelling, { group: group.name, related: false })
    for (const spelling of group.related?.split('|') ?? []) put(spelling, { group: group.name, related: true })
  }
  return places
}

/** The names of the groups that the word (in normal form) belongs to, as the group's own spelling. */
export function aliasGroups(word: string): string[] {
  return placesOfWord.get(word)?.map((place) => place.group) ?? []
}

/** How two words stand to each other in the table; `different` when both are in it and share no group. */
export function aliasRelation(left: string, right: string): 'same' | 'related' | 'different' | 'unknown' {
  const [one, other] = [placesOfWord.get(left), placesOfWord.get(right)]
  if (!one || !other) return 'unknown'
  const shared = one.flatMap((place) =>
    other.filter((candidate) => candidate.group === place.group).map((found) => place.related || found.related),
  )
  if (shared.length === 0) return 'different'
  return shared.includes(false) ? 'same' : 'related'
}
