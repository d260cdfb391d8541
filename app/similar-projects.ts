import { loadActivities } from '#catalogue/load-activities.ts'
import type { SimilarProjectsAnswer } from '#contract/project-answers.ts'
import type { Transaction } from '#db/connect.ts'
import { readCaseState } from '#db/reads/case.ts'
import { readOtherProjects } from '#db/reads/project-outcomes.ts'
import { similarProjects } from '#domain/project/similar.ts'
import type { Actor } from '#domain/role.ts'

/**
 * What became of similar projects of the scheme, and whether too many of one trade begin in one place; undefined for a
 * case that the actor does not see. The kernel reads them all; the pure rule tells of strangers' cases only how many, and
 * nothing below its smallest count. `activity` asks of another trade than the one saved last.
 */
export async function similarTo(
  tx: Transaction,
  actor: Actor,
  id: string,
  today: string,
  activity: string | undefined,
): Promise<SimilarProjectsAnswer | undefined> {
  const state = await readCaseState(tx, id)
  if (!state) return undefined
  const trade = activity ?? state.projects?.at(-1)?.activity ?? null
  const template = loadActivities().find((each) => each.activity === trade)
  const sector = template?.sector ?? state.idea?.activity ?? null
  const of = { case: id, scheme: state.scheme, office: actor.office, user: actor.user }
  const others = sector === null ? [] : await readOtherProjects(tx, { ...of, sector })
  return similarProjects(others, {
    activity: trade,
    sector,
    region: state.region,
    today,
    threshold: template?.saturation,
  })
}
