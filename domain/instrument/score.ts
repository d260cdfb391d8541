import type { Outcome } from '../outcome.ts'
import { accept, refuse } from '../outcome.ts'
import type { Instrument } from '../scheme/scheme.ts'

export type Scored = { readonly score: number | null; readonly band: string | null }

/**
 * The score (0 to 1) of an instrument's answers: the mean of the chosen options' values, weighted by their questions.
 * Questions without an answer do not count; when less than half of the weight was answered there is no score.
 * Refuses `no-such-question` and `no-such-option`.
 */
export function scoreOf(instrument: Instrument, answers: Readonly<Record<string, string>>): Outcome<Scored> {
  const stray = Object.keys(answers).find((id) => !instrument.questions.some(({ question }) => question === id))
  if (stray !== undefined) return refuse('no-such-question', { question: stray }, 'answers')
  let whole = 0
  let answered = 0
  let sum = 0
  for (const { question, weight, options } of instrument.questions) {
    whole += weight
    const answer = answers[question]
    if (answer === undefined) continue
    const chosen = options.find(({ option }) => option === answer)
    if (!chosen) return refuse('no-such-option', { question, option: answer }, 'answers')
    answered += weight
    sum += weight * chosen.value
  }
  if (answered === 0 || answered < whole / 2) return accept({ score: null, band: null })
  const score = Math.min(1, Math.max(0, sum / answered))
  return accept({ score, band: bandOf(instrument, score) })
}

function bandOf({ bands }: Instrument, score: number): string | null {
  return bands.findLast(({ from }) => score >= from)?.band ?? null
}
