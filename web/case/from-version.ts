import type { Project, WordKey } from '#domain/project/project.ts'
import type { ProjectVersion } from '#domain/project/version.ts'

import { useVersionContent } from '../workshop/versions.ts'
import type { CaseView } from './view.ts'

const studyWords: readonly WordKey[] = ['relevance', 'market', 'budget', 'risks']
const planWords: readonly WordKey[] = [
  'idea',
  'reasons',
  'skills',
  'customers',
  'competitors',
  'prices',
  'place',
  'legal',
  'risks',
]

/**
 * Answers that a saved version of the project gives to the study or the plan that is made from it; undefined while its
 * words are on their way. Without its words (erased, or no network) the form is still there.
 */
export function useFromVersion(
  { file }: CaseView,
  command: string,
  id: string | undefined,
): Readonly<Record<string, unknown>> | undefined {
  const version = id === undefined ? undefined : file.answer.case.projects?.find(({ project }) => project === id)
  const { project, problem } = useVersionContent(file, version?.project)
  if (version === undefined) return none
  if (project === undefined && problem === undefined) return undefined
  return answersOf(command, version, project)
}

const none = {}

/** The judgements of the version, and what was written about them. Whether the project is viable is asked: people say it. */
export function answersOf(
  command: string,
  { judgements }: Pick<ProjectVersion, 'judgements'>,
  project: Project | undefined,
): Readonly<Record<string, unknown>> {
  const isStudy = command === 'record-feasibility'
  const text = (isStudy ? studyWords : planWords)
    .map((key) => project?.words[key]?.trim() ?? '')
    .filter((words) => words !== '')
    .join('\n\n')
  return {
    ...(text === '' ? {} : { text }),
    ...(isStudy && judgements.relevance ? { relevance: judgements.relevance } : {}),
    ...(isStudy && judgements.market ? { market: judgements.market } : {}),
  }
}
