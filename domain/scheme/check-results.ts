import { checkTwice, mustBe } from './check-references.ts'
import { allSteps } from './journey.ts'
import type { Path, Report } from './problem.ts'
import type { Edition } from './scheme.ts'

/** What a result names is there, and each result once. */
export function checkResults(edition: Edition, path: Path, report: Report): void {
  const results = edition.results ?? []
  const aids = new Set(edition.aids.map(({ aid }) => aid))
  const steps = new Set(allSteps(edition).map(({ step }) => step.step))
  checkTwice(
    results.map(({ result }) => result),
    (index) => [...path, index, 'result'],
    report,
  )
  results.forEach(({ where, counts }, index) => {
    const at = [...path, index, 'where']
    if (where?.aid !== undefined) mustBe('aid', where.aid, aids, [...at, 'aid'], report)
    if (where?.done !== undefined) mustBe('step', where.done, steps, [...at, 'done'], report)
    if (counts === 'sittings' && where) report({ path: at, code: 'sittings-have-no-where', facts: {} })
  })
}
