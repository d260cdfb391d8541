import { Worker } from 'node:worker_threads'

import type { CaseState } from '#domain/case/state.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import type { Checked } from '#domain/scheme/check.ts'
import type { PublishedEdition } from '#domain/scheme/check-published.ts'
import type { Scheme } from '#domain/scheme/scheme.ts'
import type { Effect } from '#domain/simulation/past-case.ts'
import type { SimulationReport } from '#domain/simulation/report.ts'

export type DeskTask =
  | { readonly task: 'check'; readonly text: string; readonly published: readonly PublishedEdition[] }
  | { readonly task: 'simulate'; readonly text: string; readonly edition: string; readonly people: number }
  | {
      readonly task: 'effects'
      readonly text: string
      readonly edition: string
      readonly states: readonly CaseState[]
      readonly published: readonly Scheme[]
    }

/**
 * Where scheme files are checked and tried: in a thread beside the one that answers people, because a file may be large
 * or made to be slow. Refusal of everything: `scheme-too-slow`.
 */
export type SchemeDesk = {
  check(text: string, published: readonly PublishedEdition[]): Promise<Outcome<Checked>>
  /** Lets invented people walk an edition of a text that passed its check. */
  simulate(text: string, edition: string, people: number): Promise<Outcome<SimulationReport>>
  /** What an edition of such a text would change for these cases; `published` holds the editions they have. */
  effects(
    text: string,
    edition: string,
    states: readonly CaseState[],
    published: readonly Scheme[],
  ): Promise<Outcome<readonly Effect[]>>
  close(): Promise<void>
}

const usualLimit = 20_000
const memory = { maxOldGenerationSizeMb: 256 }

/** Opens the desk; its thread starts with the first task. `limit` is in milliseconds for one task. */
export function openSchemeDesk(limit = usualLimit): SchemeDesk {
  let thread: Worker | undefined
  let turn: Promise<unknown> = Promise.resolve()
  async function run<T>(task: DeskTask): Promise<Outcome<T>> {
    const worker = (thread ??= begin())
    worker.ref()
    const answer = await answerOf<T>(worker, task, limit)
    worker.unref()
    if (answer !== undefined) return accept(answer.value)
    thread = undefined
    await worker.terminate()
    return refuse('scheme-too-slow', { seconds: Math.round(limit / 1000) })
  }
  const inTurn = <T>(task: DeskTask): Promise<Outcome<T>> => {
    const mine = turn.then(() => run<T>(task))
    turn = mine.catch(() => undefined)
    return mine
  }
  return {
    check: (text, published) => inTurn<Checked>({ task: 'check', text, published }),
    simulate: (text, edition, people) => inTurn<SimulationReport>({ task: 'simulate', text, edition, people }),
    effects: (text, edition, states, published) =>
      inTurn<readonly Effect[]>({ task: 'effects', text, edition, states, published }),
    async close() {
      await thread?.terminate()
    },
  }
}

function begin(): Worker {
  return new Worker(new URL('scheme-desk-thread.ts', import.meta.url), { resourceLimits: memory })
}

/** The thread's answer, or undefined when it took too long or fell over. */
function answerOf<T>(worker: Worker, task: DeskTask, limit: number): Promise<{ readonly value: T } | undefined> {
  return new Promise((resolve) => {
    const settle = (answer: { readonly value: T } | undefined) => {
      clearTimeout(timer)
      worker.off('message', answered)
      worker.off('error', failed)
      resolve(answer)
    }
    const answered = (value: T) => settle({ value })
    const failed = (error: Error) => {
      console.error(`a scheme file could not be worked on: ${error.message}`)
      settle(undefined)
    }
    const timer = setTimeout(() => settle(undefined), limit)
    worker.on('message', answered)
    worker.on('error', failed)
    // A thread has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(task)
  })
}
