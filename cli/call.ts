/** The three languages of everything that is said to a person. */
export const languages = ['fr', 'en', 'ar'] as const
export type Language = (typeof languages)[number]

/** One call of a verb: its words, its `--options`, and where its lines go. */
export type Call = {
  readonly words: readonly string[]
  readonly options: Readonly<Record<string, string | true>>
  readonly language: Language
  say(line: string): void
  complain(line: string): void
}

/** Does a verb; the number is the exit code: 0 done, 1 what was looked at is wrong, 2 the call is wrong. */
export type Verb = (call: Call) => number | Promise<number>

/** Reads `--name value` and `--name`; what is said goes to `output`, complaints to the error stream. */
export function callOf(given: readonly string[], output: NodeJS.WritableStream): Call {
  const words: string[] = []
  const options: Record<string, string | true> = {}
  for (let at = 0; at < given.length; at += 1) {
    const word = given[at] ?? ''
    const next = given[at + 1]
    if (!word.startsWith('--')) words.push(word)
    else if (next === undefined || next.startsWith('--')) options[word.slice(2)] = true
    else {
      options[word.slice(2)] = next
      at += 1
    }
  }
  return {
    words,
    options,
    language: languages.find((each) => each === options['language']) ?? 'en',
    say: (line) => void output.write(`${line}\n`),
    complain: (line) => void process.stderr.write(`${line}\n`),
  }
}
