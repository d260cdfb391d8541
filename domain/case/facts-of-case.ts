import { estimated, known, unknown } from '../answer.ts'
import type { FactAnswer, FactAnswers } from '../field.ts'
import type { DerivedValues } from '../scheme/facts.ts'
import { factsWith } from '../scheme/facts.ts'
import { aidOf } from '../scheme/journey.ts'
import type { RunningEdition } from '../scheme/rules.ts'
import { answersHere } from './elsewhere.ts'
import type { Member } from './events.ts'
import type { CaseState } from './state.ts'

/** What the rules of the edition may use: the recorded answers, what the case itself holds, and what other cases say. */
export function factsOf(state: CaseState, running: RunningEdition): FactAnswers {
  const facts = factsWith(running.edition, state.facts, derivedValuesOf(state, running))
  return { ...facts, ...answersHere(running.edition, state), ...running.elsewhere }
}

/** Those of these answers that say something else than the case does already. */
export function newAnswers(state: CaseState, given: FactAnswers): FactAnswers {
  const isNew = ([fact, answer]: [string, FactAnswer]) => JSON.stringify(state.facts[fact]) !== JSON.stringify(answer)
  return Object.fromEntries(Object.entries(given).filter(isNew))
}

/** Head counts, project figures, the type of the aid and the region, as far as the case holds them. */
export function derivedValuesOf(state: CaseState, { edition }: RunningEdition): DerivedValues {
  const aid = aidOf(edition, state.aid)
  const { feasibility } = state
  return {
    ...(state.members.length === 0 ? {} : heads(state.members, Number(state.registeredOn.slice(0, 4)))),
    ...(aid === undefined ? {} : { 'aid-type': known(aid.type) }),
    ...measured(state.assessments),
    ...(state.region === null ? {} : { region: known(state.region) }),
    ...(feasibility === null
      ? {}
      : {
          'project-cost': known(feasibility.cost),
          'own-contribution': known(feasibility.ownContribution),
          'project-viable': known(feasibility.viable),
        }),
  }
}

/** Score (0 to 1) and band of each instrument, as they were last recorded; without enough answers there is none. */
function measured(assessments: CaseState['assessments']): DerivedValues {
  const values: Record<string, FactAnswer> = {}
  for (const { instrument, score, band } of assessments) {
    values[`score ${instrument}`] = score === null ? unknown() : known(score)
    values[`band ${instrument}`] = band === null ? unknown() : known(band)
  }
  return values
}

type Age = 'adult' | 'minor' | 'presumed-adult' | 'presumed-minor' | 'unknown'

/**
 * Adults and minors in the year of registration. A birth is known by its year, so someone who turns 18 in that year
 * counts as an adult, as an estimate. Without a year, parents and couples count as adults and children as minors, as
 * an estimate too; about a sibling or another relative nothing is presumed.
 */
function heads(members: readonly Member[], year: number): { adults: FactAnswer; minors: FactAnswer } {
  const ages = members.map((member) => ageOf(member, year))
  return { adults: headCount(ages, 'adult', 'presumed-adult'), minors: headCount(ages, 'minor', 'presumed-minor') }
}

function ageOf({ relation, birthYear }: Member, year: number): Age {
  if (birthYear !== null) {
    const years = year - birthYear
    return years === 18 ? 'presumed-adult' : years > 18 ? 'adult' : 'minor'
  }
  if (relation === 'child') return 'presumed-minor'
  return relation === 'sibling' || relation === 'other' ? 'unknown' : 'presumed-adult'
}

function headCount(ages: readonly Age[], sure: Age, presumed: Age): FactAnswer {
  if (ages.includes('unknown')) return unknown()
  const count = ages.filter((age) => age === sure || age === presumed).length
  return ages.some((age) => age.startsWith('presumed')) ? estimated(count) : known(count)
}
