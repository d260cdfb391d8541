import type { CaseAnswer } from '#contract/answers.ts'
import { asActor } from '#db/connect.ts'
import { readProject } from '#db/projects.ts'
import { readCase } from '#db/reads/case.ts'
import { readOffices } from '#db/reads/editions.ts'
import { versionOf } from '#domain/case/project-version.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import type { Project } from '#domain/project/project.ts'
import { planSheets } from '#domain/project/spreadsheet.ts'
import type { ProjectVersion } from '#domain/project/version.ts'
import type { Actor } from '#domain/role.ts'

import { businessPlan } from './business-plan.ts'
import type { House } from './house.ts'
import type { PaperFacts } from './papers.ts'
import type { Language } from './ports.ts'

type Wanted = { readonly case: string; readonly project: string; readonly language?: Language | undefined }
type Printed = {
  readonly bytes: Uint8Array
  readonly name: string
  /** Of the version. */
  readonly number: number
}

/**
 * A saved version as business plan in PDF; in the language it was written in when none is named. Refusals: `not-found`
 * (also for a version that was erased), `unknown-scheme`, those of the printer.
 */
export async function printPlan(house: House, actor: Actor, wanted: Wanted): Promise<Outcome<Printed>> {
  const found = await findPlan(house, actor, wanted)
  if (found.refused) return found
  const { facts, version, project, language } = found.value
  const data = businessPlan(facts, version, project, language)
  if (data.refused) return data
  const printed = await house.printer.letter('business-plan', data.value, language)
  if (printed.refused) return printed
  const { number } = version
  return accept({ bytes: printed.value.bytes, name: `plan-${number}-${language}.pdf`, number })
}

/** The same as a spreadsheet whose formulas compute again when a figure is changed. Refusals as for `printPlan`. */
export async function planSpreadsheet(house: House, actor: Actor, wanted: Wanted): Promise<Outcome<Printed>> {
  const found = await findPlan(house, actor, wanted)
  if (found.refused) return found
  const { version, project, language } = found.value
  const sheets = planSheets(project, language)
  if (sheets.refused) return sheets
  const bytes = await house.spreadsheets.write(sheets.value, language)
  const { number } = version
  return accept({ bytes, name: `plan-${number}-${language}.xlsx`, number })
}

type Found = {
  readonly facts: PaperFacts
  readonly version: ProjectVersion
  readonly project: Project
  readonly language: Language
}

async function findPlan(house: House, actor: Actor, wanted: Wanted): Promise<Outcome<Found>> {
  const [file, body, offices] = await asActor(house.database, actor, (tx) =>
    Promise.all([readCase(tx, wanted.case), readProject(tx, wanted.case, wanted.project), readOffices(tx)]),
  )
  if (file === undefined || body === undefined) return refuse('not-found')
  const { case: state, beneficiary, people, texts } = JSON.parse(file) as CaseAnswer
  const version = versionOf(state, wanted.project)
  if (!version) return refuse('not-found')
  const running = await house.editions.sought(() => house.editions.find(state.scheme, state.edition))
  if (!running) return refuse('unknown-scheme', { scheme: state.scheme })
  const project = JSON.parse(body) as Project
  const facts = {
    state,
    running,
    beneficiary,
    people,
    texts,
    calendar: house.editions.calendar(running.scheme.country),
    today: house.clock.today(),
    offices: Object.fromEntries(offices.map((each) => [each.office, each])),
  }
  return accept({ facts, version, project, language: wanted.language ?? project.language ?? 'fr' })
}
