import { Plus, X } from 'lucide-react'

import { legalStates, type LegalState, type LegalStep } from '#domain/project/project.ts'

import { useText } from '../i18n.ts'
import { Button } from '../ui/Button.tsx'
import { useBench } from './bench.ts'
import { FigureCell, SelectCell, WordCell } from './Cells.tsx'
import { TextOf } from './Texts.tsx'

/** Permits and legal steps: how far each is, and what it costs. Nobody has to know all at once. */
export function StepPermits() {
  const text = useText()
  const { project, change } = useBench()
  const { legal, currency } = project
  const set = (at: number, part: Partial<LegalStep>, mark?: string): void =>
    change(
      (now) => ({ ...now, legal: now.legal.map((step, index) => (index === at ? { ...step, ...part } : step)) }),
      mark === undefined ? undefined : `legal.${at}.${mark}`,
    )
  return (
    <div className="grid gap-8">
      <fieldset className="workshop-lines min-w-0">
        <legend className="sr-only">{text('workshop.legal')}</legend>
        <p className="max-w-prose text-ink-soft">{text('workshop.legal-help')}</p>
        <ol className="mt-2">
          {legal.map((step, at) => (
            <li key={step.step} className="border-b border-line py-3">
              <div role="group" aria-label={step.title} className="flex flex-wrap items-end gap-x-3 gap-y-2">
                <WordCell
                  label={text('workshop.legal-title')}
                  field={`legal.${at}.title`}
                  width="min-w-48 flex-1 basis-48"
                  value={step.title}
                  onChange={(title) => set(at, { title }, 'title')}
                />
                <SelectCell
                  label={text('workshop.legal-state')}
                  field={`legal.${at}.state`}
                  width="w-48"
                  value={step.state}
                  options={legalStates.map((id) => ({ id, title: text(`workshop.legal-${id}`) }))}
                  onChange={(state) => set(at, { state: state as LegalState })}
                />
                <FigureCell
                  label={text(step.cost === null ? 'workshop.legal-cost-unknown' : 'workshop.legal-cost')}
                  field={`legal.${at}.cost`}
                  width="w-32"
                  kind="price"
                  currency={currency}
                  value={step.cost ?? 0}
                  onChange={(cost) => typeof cost === 'number' && set(at, { cost: cost === 0 ? null : cost }, 'cost')}
                />
                <button
                  type="button"
                  aria-label={text('workshop.remove', { title: step.title })}
                  onClick={() => change((now) => ({ ...now, legal: now.legal.filter((_, index) => index !== at) }))}
                  className="grid size-11 shrink-0 place-items-center rounded text-ink-soft hover:bg-sand-soft pointer-fine:size-9"
                  data-print="no"
                >
                  <X className="size-5 stroke-[1.5]" aria-hidden="true" />
                </button>
              </div>
            </li>
          ))}
        </ol>
        <div className="mt-3">
          <Button
            icon={<Plus aria-hidden="true" />}
            onPress={() => change((now) => ({ ...now, legal: [...now.legal, nextStep(now.legal)] }))}
          >
            {text('workshop.legal-add')}
          </Button>
        </div>
      </fieldset>
      <TextOf name="legal" />
    </div>
  )
}

function nextStep(legal: readonly LegalStep[]): LegalStep {
  const taken = new Set(legal.map(({ step }) => step))
  let number = legal.length + 1
  while (taken.has(`own-${number}`)) number += 1
  return { step: `own-${number}`, title: '', state: 'unknown', cost: null }
}
