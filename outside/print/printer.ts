/** Letters as PDF, set in one worker thread that is started with the first letter. */
import { Worker } from 'node:worker_threads'
import type { Language, PrintData, PrintedLetter, Printer, PrintKind } from '#app/ports.ts'
import { languages, letterKinds } from '#app/ports.ts'
import type { Outcome } from '#domain/outcome.ts'
import { accept, refuse } from '#domain/outcome.ts'
import { sittingPapers } from '#domain/sitting/papers.ts'
import { compose } from './compose.ts'
import type { PrintAnswer, PrintRequest } from './worker.ts'

const kinds: readonly PrintKind[] = [...letterKinds, ...sittingPapers, 'signature-certificate', 'business-plan']

type Waiting = { readonly answer: (outcome: Outcome<PrintedLetter>) => void; readonly timer: NodeJS.Timeout }

/**
 * `templates` is the folder of the letter files and their texts. A letter that takes longer than `patience`
 * milliseconds ends the thread and is refused with `print-failed`; so are the letters waiting behind it, and the next
 * letter starts a new thread.
 */
export function openPrinter(options: { readonly templates: string; readonly patience?: number }): Printer {
  const templates = options.templates.replace(/\/+$/, '')
  const patience = options.patience ?? 30_000
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let lastNumber = 0

  function started(): Worker {
    if (worker) return worker
    const thread = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { templates } })
    thread.on('message', settle)
    thread.on('error', (error) => abandon(thread, error.message))
    thread.on('exit', () => abandon(thread, 'the printing thread ended'))
    // Waiting letters keep the process alive by their timers; an idle printer must not.
    thread.unref()
    worker = thread
    return thread
  }

  function settle(answer: PrintAnswer): void {
    const entry = waiting.get(answer.number)
    if (!entry) return
    waiting.delete(answer.number)
    clearTimeout(entry.timer)
    entry.answer('printed' in answer ? accept(answer.printed) : refuse('print-failed', { problem: answer.problem }))
  }

  function abandon(thread: Worker, problem: string): void {
    if (worker !== thread) return
    worker = undefined
    for (const number of waiting.keys()) settle({ number, problem })
    void thread.terminate()
  }

  function print(request: Omit<PrintRequest, 'number'>): Promise<Outcome<PrintedLetter>> {
    const thread = started()
    lastNumber += 1
    const number = lastNumber
    return new Promise((answer) => {
      const timer = setTimeout(() => abandon(thread, 'the letter took too long'), patience)
      waiting.set(number, { answer, timer })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      thread.postMessage({ number, ...request })
    })
  }

  return {
    async letter<K extends PrintKind>(kind: K, data: PrintData[K], language: Language) {
      if (!kinds.includes(kind) || !languages.includes(language)) {
        return refuse('letter-not-known', { letter: kind, language })
      }
      return print({ template: kind, language, letter: JSON.stringify(compose(kind, data, language)) })
    },
    async close() {
      const thread = worker
      if (!thread) return
      abandon(thread, 'the printer was closed')
      await thread.terminate()
    },
  }
}
