import { mustBe } from './check-references.ts'
import type { Path, Report } from './problem.ts'
import type { ByItself } from './clock.ts'
import type { Edition, Step } from './scheme.ts'

const marks = ['departure', 'arrival', 'first-payment', 'operator-named']

/** A deadline counts from something that happens, and what it does by itself can be done at this step. */
export function checkClock(edition: Edition, step: Step, path: Path, report: Report): void {
  const { deadline, answer } = step
  if (answer && step.kind !== 'designation')
    report({ path: [...path, 'answer'], code: 'no-designation-here', facts: { step: step.step } })
  if (answer?.then) checkByItself(edition, step, answer.then, [...path, 'answer', 'then'], report)
  if (!deadline) return
  const steps = edition.journey.flatMap((stage) => stage.steps.map((each) => each.step))
  mustBe('step', deadline.after, new Set([...steps, ...marks]), [...path, 'deadline', 'after'], report)
  if (deadline.then) checkByItself(edition, step, deadline.then, [...path, 'deadline', 'then'], report)
}

function checkByItself(edition: Edition, step: Step, then: ByItself, at: Path, report: Report): void {
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
