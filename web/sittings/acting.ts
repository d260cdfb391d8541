import { useState } from 'react'

import type { Problem } from '../api.ts'
import { submitToSitting } from '../local/sitting-file.ts'
import { formatDay } from '../locale.ts'
import { readableValues } from '../readable.ts'
import { memberName, type SittingView } from './view.ts'

type Input = Readonly<Record<string, unknown>>

export type Acting = {
  /** Does one act of the sitting at once; true when it was accepted here. */
  readonly act: (name: string, input: Input) => Promise<boolean>
  /** Why the last one was not accepted. */
  readonly problem: Problem | undefined
  readonly clear: () => void
}

/** Acts by a single press: judged on this device, shown as done, sent behind. */
export function useActing(view: SittingView): Acting {
  const [problem, setProblem] = useState<Problem | undefined>()
  const { file, words } = view
  return {
    problem,
    clear: () => setProblem(undefined),
    async act(name, input) {
      const about = words.text('sittings.about', { date: formatDay(file.answer.sitting.on, words.text.locale) })
      const outcome = await submitToSitting(file, name, input, about)
      setProblem(outcome.refused ? problemOf(outcome, view) : undefined)
      return !outcome.refused
    },
  }
}

type Refusal = { readonly code: string; readonly facts?: Readonly<Record<string, unknown>>; readonly field?: string }

/** A refusal of the sitting with its ids and minor units in words. */
export function problemOf({ code, facts = {}, field }: Refusal, { file, words }: SittingView): Problem {
  const names = {
    running: file.ground.running,
    office: (id: string) => file.ground.officeNames[id],
    user: (id: string) => memberName(file, words, id),
  }
  return { code, facts: readableValues(words.text, code, facts, names), status: 409, ...(field ? { field } : {}) }
}
