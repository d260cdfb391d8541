import type { CaseState } from './state.ts'

/** How many sessions each participant of a group attended, by person; who came to none has 0. */
export function attendanceOf({ members, sessions }: CaseState): ReadonlyMap<string, number> {
  return new Map(
    members.map(({ person }) => [person, sessions.filter(({ present }) => present.includes(person)).length]),
  )
}

/** The people trained: those who completed what the group was held for. Nobody, as long as that was not recorded. */
export function trainedIn({ completion }: CaseState): readonly string[] {
  return completion?.completed ?? []
}
