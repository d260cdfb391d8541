import { Link } from '@tanstack/react-router'

import { Amount } from '../ui/Amount.tsx'
import { buttonClass } from '../ui/Button.tsx'
import { Day } from '../ui/Day.tsx'
import { allowed } from './acts.ts'
import { Comma, Section } from './Section.tsx'
import type { CaseView } from './view.ts'

/** The way into the project workshop, and the last version that was saved there. */
export function WorkshopDoor({ view }: { view: CaseView }) {
  const { words, file, attempts } = view
  const { text } = words
  const last = file.answer.case.projects?.at(-1)
  const mayWork = allowed('save-project', attempts)
  if (last === undefined && !mayWork) return null
  return (
    <Section title={text('case.workshop')}>
      {last === undefined ? (
        <p className="max-w-prose text-ink-soft">{text('case.workshop-help')}</p>
      ) : (
        <p>
          {text('case.workshop-version', { number: last.number })}
          <Comma />
          <Day value={last.on} />
          <Comma />
          {text('case.requested-amount')}{' '}
          <Amount value={{ amount: last.figures.requested, currency: last.currency }} strong />
        </p>
      )}
      <p className="mt-3" data-print="no">
        <Link to="/cases/$case/workshop" params={{ case: file.id }} className={buttonClass('quiet')}>
          {text(!mayWork ? 'case.workshop-read' : last === undefined ? 'case.workshop-open' : 'case.workshop-again')}
        </Link>
      </p>
    </Section>
  )
}
