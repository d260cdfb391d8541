import type { SittingState } from './state.ts'

/** References of every word that a sitting holds, so that a reader gets those of what they may know and no others. */
export function wordsOf(state: SittingState): readonly string[] {
  const { interests, proxies, hearings, questions, ballots, additions } = state
  return [
    state.place,
    state.minutes,
    state.rule?.reason,
    state.freezing?.reason,
    ...interests.map(({ reason }) => reason),
    ...proxies.map(({ letter }) => letter),
    ...hearings.map(({ text }) => text),
    ...questions.flatMap(({ text, answer }) => [text, answer]),
    ...ballots.map(({ text }) => text),
    ...additions.map(({ text }) => text),
    ...state.packs.map(({ reason }) => reason),
  ].filter((word) => typeof word === 'string')
}
