import { date, optional, text } from '../../field.ts'
import { accept, refuse } from '../../outcome.ts'
import type { Refusal } from '../../outcome.ts'
import { projectProblems } from '../../project/check.ts'
import { project } from '../../project/field.ts'
import { versionContent } from '../../project/version.ts'
import { caseCommand } from '../case-command.ts'
import { dayOfAct } from '../checks.ts'

/**
 * Keeps the project as it stands now as a version: its content outside the events, so that its words can be erased, its
 * SHA-256 and its figures in the event; with a word on what changed, if somebody gave one. Refusals: those of `projectProblems` (field `project`, the place in it as
 * `path`), `nothing-changes` (the last version is the same), `date-ahead`, `date-too-early`.
 */
export const saveProject = caseCommand({
  name: 'save-project',
  stream: 'case',
  kind: 'acts',
  roles: ['adviser', 'employment-adviser'],
  stages: ['project'],
  offices: ['operator', 'custody'],
  fields: { project: project(), note: optional(text()), on: date() },
  decide(state, { project, note, on }, circumstances) {
    const refusal = dayOfAct(on, state, circumstances)
    if (refusal) return refusal
    const [problem] = projectProblems(project, circumstances.running.scheme)
    if (problem) return within(problem)
    const content = versionContent(project)
    if (content.refused) return within(content)
    const { body, fingerprint, figures, lines } = content.value
    const saved = state.projects ?? []
    if (saved.at(-1)?.fingerprint === fingerprint) return refuse('nothing-changes', {}, 'project')
    const id = circumstances.id('project')
    const { activity, currency, judgements } = project
    const data = {
      project: id,
      number: saved.length + 1,
      ...(note === undefined ? {} : { note }),
      on,
      activity,
      currency,
      fingerprint,
      judgements,
      figures,
      lines,
    }
    return accept({ events: [{ type: 'project-saved', data }], projects: [{ project: id, body }] })
  },
})

/** A problem of a place in the project, told of the input that holds it. */
function within({ code, facts, field = '' }: Refusal): Refusal {
  return refuse(code, { ...facts, path: field }, 'project')
}
