// The thread of the scheme desk: one task at a time, each answered by one message.
import { parentPort } from 'node:worker_threads'

import { checkScheme } from '#domain/scheme/check.ts'
import type { Scheme } from '#domain/scheme/scheme.ts'
import { compileRules } from '#domain/scheme/verdict.ts'
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
  }
}

let last: { readonly text: string; readonly scheme: Scheme } | undefined

/** An edition of a text that passed its check, ready to run. The same text is asked about several times in a row. */
function runningOf(text: string, name: string) {
  if (last?.text !== text) {
    const checked = checkScheme(text)
    if ('problems' in checked) throw new Error('a text with problems cannot be run')
    last = { text, scheme: checked.scheme }
  }
  const { scheme } = last
  const edition = scheme.editions.find((each) => each.edition === name)
  if (!edition) throw new Error('the text has no such edition')
  return { scheme, edition, rules: compileRules(scheme, edition) }
}

// A thread has no origin to name.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.on('message', (task: DeskTask) => parentPort?.postMessage(done(task)))
