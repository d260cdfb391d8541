import type { CaseAnswer, PersonAnswer } from '#contract/answers.ts'

/** Whom to write to and speak with: the principal person, or the first contact of an organisation; nobody in an empty group. */
export function principalOf({ case: state, people }: Pick<CaseAnswer, 'case' | 'people'>): PersonAnswer | undefined {
  const first = state.members[0]?.person
  return people.find(({ person }) => person === first)
}
