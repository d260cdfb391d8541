import { Lock } from 'lucide-react'
import { useState } from 'react'

import type { FactAnswers } from '#domain/field.ts'

import { FactValue } from './EventParts.tsx'
import type { CaseView } from './view.ts'

/** What is known of a person by the scheme's own questions. Sensitive answers stay closed until somebody asks for them. */
export function Answers({ facts, view }: { facts: FactAnswers; view: CaseView }) {
  const { words, circumstances } = view
  const { text } = words
  const { edition, scheme } = circumstances.running
  const [open, setOpen] = useState(false)
  const hasClosed = edition.facts.some(({ fact, sensitive }) => sensitive && facts[fact] !== undefined)
  return (
    <div className="grid gap-4">
      <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
        {edition.facts.map((fact) => (
          <div key={fact.fact} className="min-w-0">
            <dt className="text-small text-ink-soft">{words.titled(fact.ask)}</dt>
            <dd>
              {fact.sensitive && facts[fact.fact] !== undefined && !open ? (
                <span className="inline-flex items-center gap-2 text-ink-soft">
                  <Lock className="size-4 stroke-[1.5]" aria-hidden="true" />
                  {text('case.closed-answer')}
                </span>
              ) : (
                <FactValue fact={fact} answer={facts[fact.fact]} words={words} currency={scheme.currency} />
              )}
              {circumstances.running.elsewhere?.[fact.fact] !== undefined && (
                <p className="text-small text-ink-soft">{text('case.answered-elsewhere')}</p>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {hasClosed && (
        <div data-print="no">
          <button
            type="button"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
            className="touch text-river underline underline-offset-4"
          >
            {text(open ? 'case.close-answers' : 'case.open-answers')}
          </button>
        </div>
      )}
    </div>
  )
}
