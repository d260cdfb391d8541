import { mustBe } from './check-references.ts'
import { partsOf } from './elsewhere.ts'
import { allSteps } from './journey.ts'
import type { Path, Report } from './problem.ts'
import type { Edition, Fact, Scheme } from './scheme.ts'

/** What other cases answer is a yes or a no, and what is named of the own scheme is there in one of its editions. */
export function checkElsewhere(scheme: Scheme, report: Report): void {
  scheme.editions.forEach(({ facts }, index) =>
    facts.forEach((fact, place) => checkFact(fact, scheme, ['editions', index, 'facts', place], report)),
  )
}

function checkFact({ fact, type, elsewhere }: Fact, own: Scheme, path: Path, report: Report): void {
  if (elsewhere === undefined) return
  if (type !== 'yes-no') report({ path: [...path, 'type'], code: 'elsewhere-not-yes-no', facts: { fact, type } })
  for (const kind of kinds)
    elsewhere[kind]?.forEach((name, index) => {
      const { scheme, part } = partsOf(name)
      const at = [...path, 'elsewhere', kind, index]
      if (scheme === own.scheme && part !== undefined) mustBe(wordOf[kind], part, partsIn(own, kind), at, report)
    })
}

const kinds = ['aidedBy', 'completedStep'] as const
type Kind = (typeof kinds)[number]
const wordOf: Readonly<Record<Kind, string>> = { aidedBy: 'aid', completedStep: 'step' }

function partsIn({ editions }: Scheme, kind: Kind): ReadonlySet<string> {
  const parts = (edition: Edition) =>
    kind === 'aidedBy' ? edition.aids.map(({ aid }) => aid) : allSteps(edition).map(({ step }) => step.step)
  return new Set(editions.flatMap(parts))
}

/** Names of other schemes, or of their aids and steps, that nobody knows by now: no fault, but worth a second look. */
export function unknownElsewhere(
  scheme: Scheme,
  find: (scheme: string) => Scheme | undefined,
): readonly { readonly fact: string; readonly name: string }[] {
  const facts = scheme.editions.flatMap((edition) => edition.facts)
  const named = facts.flatMap(({ fact, elsewhere }) =>
    kinds.flatMap((kind) => (elsewhere?.[kind] ?? []).map((name) => ({ fact, kind, name }))),
  )
  return named
    .filter(({ kind, name }) => {
      const { scheme: of, part } = partsOf(name)
      if (of === scheme.scheme) return false
      const other = find(of)
      return other === undefined || (part !== undefined && !partsIn(other, kind).has(part))
    })
    .map(({ fact, name }) => ({ fact, name }))
}
