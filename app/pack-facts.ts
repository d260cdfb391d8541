import type { CaseAnswer } from '#contract/answers.ts'
import type { Transaction } from '#db/connect.ts'
import { readProject } from '#db/projects.ts'
import { readCase } from '#db/reads/case.ts'
import { readOffices } from '#db/reads/editions.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import type { Project } from '#domain/project/project.ts'
import type { SittingState } from '#domain/sitting/state.ts'

import type { House } from './house.ts'
import type { PackFacts } from './pack-paper.ts'

export type Offices = PackFacts['offices']

/** The offices by their id, as papers name them. */
export async function officesById(tx: Transaction): Promise<Offices> {
  return Object.fromEntries((await readOffices(tx)).map((each) => [each.office, each]))
}

type Place = { readonly number: number; readonly files: number }

/** What the pack of a file is made from. Refusals: `not-found`, `unknown-scheme`. */
export async function packFacts(
  house: House,
  tx: Transaction,
  file: string,
  sitting: SittingState,
  place: Place & { readonly offices: Offices; readonly words: Readonly<Record<string, string>> },
): Promise<Outcome<PackFacts>> {
  const found = await readCase(tx, file)
  if (found === undefined) return refuse('not-found', { case: file })
  const { case: state, beneficiary, people, texts, documents } = JSON.parse(found) as CaseAnswer
  const running = house.editions.find(state.scheme, state.edition)
  if (!running) return refuse('unknown-scheme', { scheme: state.scheme })
  const { sitting: id, office, committee, on, answerBy } = sitting
  const where = place.words[sitting.place]
  const project = await projectOf(tx, state)
  return accept({
    state,
    running,
    calendar: house.editions.calendar(running.scheme.country),
    today: house.clock.today(),
    beneficiary,
    people,
    texts,
    offices: place.offices,
    documents,
    sitting: {
      id,
      office,
      committee,
      on,
      ...(where === undefined ? {} : { place: where }),
      ...(answerBy === null ? {} : { writtenUntil: answerBy }),
    },
    number: place.number,
    files: place.files,
    ...(project ? { project } : {}),
  })
}

/** The project that the study was made from, or the last one saved; none where its words were erased. */
async function projectOf(tx: Transaction, state: CaseState): Promise<PackFacts['project']> {
  const { projects = [], feasibility } = state
  const version = projects.find(({ project }) => project === feasibility?.project) ?? projects.at(-1)
  const body = version && (await readProject(tx, state.case, version.project))
  if (version === undefined || body === undefined) return undefined
  return { version, plan: JSON.parse(body) as Project }
}
