import type { BeneficiaryKind } from '#domain/scheme/beneficiary.ts'

import { useText, type Text } from '../../i18n.ts'
import { join } from '../../ui/classes.ts'
import { RoadMark } from '../../ui/RoadMark.tsx'

export const intakeParts = ['person', 'consents', 'facts', 'review'] as const
export type IntakePart = (typeof intakeParts)[number]

/** The title of a part, in words for whom the scheme helps. */
export function partTitle(text: Text, part: IntakePart, kind: BeneficiaryKind): string {
  if (part === 'consents' && kind !== 'person') return text('intake.part-consents-organisation')
  return text(`intake.part-${part === 'person' ? kind : part}`)
}

type IntakeStepsProps = {
  readonly now: IntakePart
  readonly kind: BeneficiaryKind
  readonly onGo: (part: IntakePart) => void
}

/** The parts of the intake as a short road: where one is, and the way back to what was answered. */
export function IntakeSteps({ now, kind, onGo }: IntakeStepsProps) {
  const text = useText()
  const at = intakeParts.indexOf(now)
  return (
    <nav aria-label={text('intake.steps')}>
      <p className="sm:hidden">{text('intake.step-of', { number: at + 1, of: intakeParts.length })}</p>
      <ol className="flex flex-wrap gap-x-6 gap-y-2 max-sm:hidden">
        {intakeParts.map((part, index) => (
          <li key={part}>
            <button
              type="button"
              onClick={() => onGo(part)}
              aria-current={part === now ? 'step' : undefined}
              className={join(
                'touch flex items-center gap-2 rounded pe-2',
                part === now ? 'font-strong' : 'text-ink-soft hover:text-ink',
              )}
            >
              <RoadMark state={index < at ? 'done' : index === at ? 'now' : 'ahead'} />
              {partTitle(text, part, kind)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
