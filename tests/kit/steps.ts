// The steps of `npm test` and `npm run check`, how each is run, and how their results are added up.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod/mini'
import { webIsBuilt } from '../../bootstrap.mjs'

export type Tally = { readonly passed: number; readonly failed: number }
export type StepName = keyof typeof STEPS
type Step = { readonly title: string; run(): Promise<Tally> }

const projectFolder = path.join(import.meta.dirname, '..', '..')
const modules = path.join(projectFolder, 'node_modules')

const STEPS = {
  types: { title: 'Types', run: () => check([path.join('typescript', 'bin', 'tsc'), '--noEmit', '-p', '.']) },
  lint: { title: 'Lint', run: () => check([path.join('oxlint', 'bin', 'oxlint'), '--quiet']) },
  unit: { title: 'Arrows, unit and property tests', run: () => suite('unit') },
  database: { title: 'Tests with PostgreSQL', run: () => suite('database') },
  screens: { title: 'Screens', run: buildScreens },
  browser: { title: 'Tests in a browser', run: () => suite('browser') },
} as const satisfies Record<string, Step>

/** What Vitest's JSON reporter writes, as far as it is read here. */
const Report = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(
    z.object({ name: z.string(), status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
})

export const allSteps = Object.keys(STEPS) as StepName[]

/** Runs the steps one after the other, all of them even when one fails, and prints the closing line. */
export async function runSteps(names: readonly StepName[]): Promise<Tally> {
  const results: Tally[] = []
  for (const name of names) {
    const begun = performance.now()
    say(`\n== ${STEPS[name].title}`)
    const result = await STEPS[name].run()
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    say(`== ${STEPS[name].title}: ${closingLine(result)} (${seconds} s)`)
    results.push(result)
  }
  const total = addUp(results)
  say(`\n${closingLine(total)}`)
  return total
}

/** The exact form in which others read the result. */
export function closingLine({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`
}

export function addUp(results: readonly Tally[]): Tally {
  return {
    passed: results.reduce((sum, result) => sum + result.passed, 0),
    failed: results.reduce((sum, result) => sum + result.failed, 0),
  }
}

/**
 * Counts the tests of a report. A file that could not even be loaded counts as one failure, a skipped test too: what
 * was not tried has not passed. When the run ended badly and no test says why, that is one failure.
 */
export function countTests(report: unknown, exitCode: number): Tally {
  const read = Report.safeParse(report)
  if (!read.success) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = read.data
  const notLoaded = testResults.filter((file) => file.status === 'failed' && !hasFailedTest(file.assertionResults))
  const failed = numFailedTests + numPendingTests + numTodoTests + notLoaded.length
  return { passed: numPassedTests, failed: exitCode !== 0 && failed === 0 ? 1 : failed }
}

function hasFailedTest(tests: readonly { status: string }[]): boolean {
  return tests.some((test) => test.status === 'failed')
}

/** A tool that says by its exit code whether all is well: one check. */
async function check(words: readonly string[]): Promise<Tally> {
  const [script = '', ...rest] = words
  const code = await runNode([path.join(modules, script), ...rest])
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function suite(project: string): Promise<Tally> {
  const folder = mkdtempSync(path.join(tmpdir(), 'homeward-report-'))
  const file = path.join(folder, 'report.json')
  const vitest = path.join(modules, 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const code = await runNode([vitest, 'run', '--project', project, ...reporters])
  const report: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
  rmSync(folder, { recursive: true, force: true })
  return countTests(report, code)
}

async function buildScreens(): Promise<Tally> {
  if (webIsBuilt(projectFolder)) {
    say('The screens are those of the present sources.')
    return { passed: 1, failed: 0 }
  }
  const code = await runNode([path.join(projectFolder, 'bootstrap.mjs'), 'build', '--logLevel', 'warn'])
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function runNode(words: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, { cwd: projectFolder, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', (problem) => {
      say(problem.message)
      resolve(1)
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}
