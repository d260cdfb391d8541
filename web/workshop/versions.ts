import { useQuery } from '@tanstack/react-query'

import type { ProjectVersionAnswer } from '#contract/project-answers.ts'
import { derivedId } from '#domain/derived-id.ts'
import type { Project } from '#domain/project/project.ts'
import type { ProjectVersion } from '#domain/project/version.ts'

import { problemFrom, reading, type Problem } from '../api.ts'
import type { CaseFile } from '../local/case-file.ts'
import type { OutboxEntry } from '../local/entry.ts'

/** The saved versions of the case's project, oldest first; those that are still on their way counted in. */
export function versionsOf(file: CaseFile): readonly ProjectVersion[] {
  return file.answer.case.projects ?? []
}

/** True while the server does not have it: then it has no papers yet. */
export function isOnTheWay(file: CaseFile, version: string): boolean {
  return file.pending.some(({ event }) => event.type === 'project-saved' && event.data.project === version)
}

/** A version that the server refused: it waits in the outbox, and the next one that is saved takes its place. */
export function refusedVersion(file: CaseFile): OutboxEntry | undefined {
  return file.entries.find(({ name, state }) => name === 'save-project' && state === 'needs-you')
}

export type VersionContent = {
  readonly project: Project | undefined
  /** Its words and figures were erased, as the person may ask. */
  readonly isErased: boolean
  readonly problem: Problem | undefined
  readonly again: () => void
}

/** What a version holds: from the outbox while it is on its way, else as the server keeps it. It never changes. */
export function useVersionContent(file: CaseFile, version: string | undefined): VersionContent {
  const sent = file.entries.find(({ id, name }) => name === 'save-project' && derivedId(id, 'project') === version)
  const query = useQuery({
    ...reading<ProjectVersionAnswer>(`/api/cases/${file.id}/projects/${version ?? ''}`),
    enabled: version !== undefined && sent === undefined,
    staleTime: Infinity,
  })
  return {
    project:
      version === undefined
        ? undefined
        : ((sent?.input['project'] as Project | undefined) ?? query.data?.content ?? undefined),
    isErased: query.data?.content === null,
    problem: query.error ? problemFrom(query.error) : undefined,
    again: () => void query.refetch(),
  }
}
