import { mustBe, checkTwice } from './check-references.ts'
import type { Path, Report } from './problem.ts'
import type { Edition } from './scheme.ts'

/** What a scheme asks of its operators names kinds of expertise and steps that are there, each thing once. */
export function checkOperators({ operators, journey }: Edition, path: Path, report: Report): void {
  if (!operators) return
  const { expertise, criteria = [], specification } = operators
  const at = [...path, 'operators']
  const words = expertise.map((each) => each.expertise)
  checkTwice(
    [...words, ...criteria.map(({ criterion }) => criterion)],
    (index) =>
      index < words.length
        ? [...at, 'expertise', index, 'expertise']
        : [...at, 'criteria', index - words.length, 'criterion'],
    report,
  )
  if (!specification) return
  const under = [...at, 'specification']
  const { proof, services } = specification
  if (proof !== 'unknown')
    proof.forEach((word, index) => mustBe('expertise', word, new Set(words), [...under, 'proof', index], report))
  const steps = new Set(journey.flatMap((stage) => stage.steps.map(({ step }) => step)))
  services.forEach(({ done }, index) => {
    if (done !== undefined) mustBe('step', done, steps, [...under, 'services', index, 'done'], report)
  })
  checkTwice(
    services.map(({ service }) => service),
    (index) => [...under, 'services', index, 'service'],
    report,
  )
}
