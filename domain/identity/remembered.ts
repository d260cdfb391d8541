/**
 * The same pure function, which remembers its last answers: names repeat, and a search compares the same few hundred
 * words again and again. Forgets everything when full, which is simpler than forgetting the oldest and costs as little.
 */
export function remembered<T>(work: (text: string) => T, most = 4_000): (text: string) => T {
  const answers = new Map<string, T>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined) return known
    if (answers.size >= most) answers.clear()
    const answer = work(text)
    answers.set(text, answer)
    return answer
  }
}
