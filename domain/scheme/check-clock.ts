import { mustBe } from './check-references.ts'
import type { Path, Report } from './problem.ts'
import type { Edition, Step } from './scheme.ts'

const marks = ['departure', 'arrival', 'first-payment', 'operator-named']

/** A deadline counts from something that happens, and what it does by itself can be done at this step. */
export function checkClock(edition: Edition, step: Step, path: Path, report: Report): void {
  const { deadline } = step
  if (!deadline) return
  const steps = edition.journey.flatMap((stage) => stage.steps.map((each) => each.step))
  mustBe('step', deadline.after, new Set([...steps, ...marks]), [...path, 'after'], report)
  const { then } = deadline
  if (!then) return
  const at = [...path, 'then']
  const closures = edition.closures.map(({ name }) => name)
  if (then.act === 'close-case') {
    if (then.closure === undefined)
      report({ path: at, code: 'closure-missing', facts: { step: step.step, known: closures } })
    else mustBe('closure', then.closure, new Set(closures), [...at, 'closure'], report)
  } else {
    if (step.kind !== 'designation')
      report({ path: [...at, 'act'], code: 'no-designation-here', facts: { step: step.step } })
    if (then.closure !== undefined)
      report({ path: [...at, 'closure'], code: 'closure-not-here', facts: { step: step.step }, atKey: true })
  }
}
