/**
 * The thread in which letters are set. Typesetting blocks, and its cache grows with every document, so both are kept
 * away from the server: the cache is trimmed regularly.
 */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PrintedLetter } from '#app/ports.ts'
import { letterFonts } from './fonts.ts'

export type PrintRequest = {
  readonly number: number
  readonly template: string
  readonly language: string
  /** JSON of the composed letter. */
  readonly letter: string
}

export type PrintAnswer = { readonly number: number } & (
  | { readonly printed: PrintedLetter }
  | { readonly problem: string }
)

const documentsBetweenTrims = 20
const generationsKept = 1

const { templates } = workerData as { templates: string }
const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs: letterFonts() }] })
const collectGarbage = garbageCollector()
let documents = 0

parentPort?.on('message', (request: PrintRequest) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(print(request))
  documents += 1
  if (documents % documentsBetweenTrims === 0) trim()
})

/**
 * A set document is megabytes outside JavaScript behind a handle of a few bytes, so the collector sees no reason to run
 * and memory grows by half a megabyte a letter (measured: 1 GB after 900). Asked for, it stays near 200 MB.
 */
function trim(): void {
  collectGarbage()
  compiler.evictCache(generationsKept)
}

function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as () => void
}

function print(request: PrintRequest): PrintAnswer {
  try {
    const outcome = compiler.compile({
      mainFilePath: `${templates}/${request.template}.typ`,
      inputs: { language: request.language, letter: request.letter },
    })
    const document = outcome.result
    if (!document) return { number: request.number, problem: problemOf(outcome.takeDiagnostics()?.shortDiagnostics) }
    const { bytes, standard } = exported(document)
    return { number: request.number, printed: { bytes, standard, pages: document.numOfPages } }
  } catch (error) {
    return { number: request.number, problem: error instanceof Error ? error.message : 'not printable' }
  }
}

/** An archive file demands a glyph for every character; a name in a script without one is still printed, as plain PDF. */
function exported(document: Parameters<typeof compiler.pdf>[0]): Pick<PrintedLetter, 'bytes' | 'standard'> {
  try {
    return { bytes: new Uint8Array(compiler.pdf(document, { pdfStandard: 'a-2a' })), standard: 'pdf-a-2a' }
  } catch {
    return { bytes: new Uint8Array(compiler.pdf(document)), standard: 'pdf' }
  }
}

function problemOf(diagnostics: readonly { message?: string }[] | undefined): string {
  return (diagnostics ?? []).map((one) => one.message ?? '').join('; ') || 'not printable'
}
