// The thread of the scheme desk: one task at a time, each answered by one message.
import { parentPort } from 'node:worker_threads'

import type { CaseState } from '#domain/case/state.ts'
import { checkScheme } from '#domain/scheme/check.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import type { Scheme } from '#domain/scheme/scheme.ts'
import { compileRules } from '#domain/scheme/verdict.ts'
import { effectOf } from '#domain/simulation/past-case.ts'
import { reportOf } from '#domain/simulation/report.ts'
import { simulate } from '#domain/simulation/simulate.ts'

import { lockOf } from './fingerprint.ts'
import type { DeskTask } from './scheme-desk.ts'

function done(task: DeskTask): unknown {
  switch (task.task) {
    case 'check':
      return checkScheme(task.text, { editions: task.published, lockOf })
    case 'simulate': {
      const running = runningOf(task.text, task.edition)
      return reportOf(running, simulate(running, task.people, 1))
    }
    case 'effects': {
      const tried = runningOf(task.text, task.edition)
      return task.states.flatMap((state) => {
        const before = publishedOf(task.published, state)
        return (before && effectOf(state, before, tried)) ?? []
      })
    }
  }
}

let last: { readonly text: string; readonly scheme: Scheme; readonly running: Map<string, RunningEdition> } | undefined

/** An edition of a text that passed its check, ready to run. The same text is asked about several times in a row. */
function runningOf(text: string, name: string): RunningEdition {
  if (last?.text !== text) {
    const checked = checkScheme(text)
    if ('problems' in checked) throw new Error('a text with problems cannot be run')
    last = { text, scheme: checked.scheme, running: new Map() }
  }
  const known = last.running.get(name)
  if (known) return known
  const { scheme } = last
  const edition = scheme.editions.find((each) => each.edition === name)
  if (!edition) throw new Error('the text has no such edition')
  const running = { scheme, edition, rules: compileRules(scheme, edition) }
  last.running.set(name, running)
  return running
}

let published: { readonly key: string; readonly running: RunningEdition } | undefined

/** The published edition of a case: mostly that of the case before it. */
function publishedOf(schemes: readonly Scheme[], state: CaseState): RunningEdition | undefined {
  const key = `${state.scheme} ${state.edition}`
  if (published?.key === key) return published.running
  const scheme = schemes.find((each) => each.scheme === state.scheme && each.editions[0]?.edition === state.edition)
  const edition = scheme?.editions[0]
  if (!scheme || !edition) return undefined
  published = { key, running: { scheme, edition, rules: compileRules(scheme, edition) } }
  return published.running
}

// A thread has no origin to name.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.on('message', (task: DeskTask) => parentPort?.postMessage(done(task)))
