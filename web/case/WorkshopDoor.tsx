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
        <WorkshopLink view={view} />
      </p>
    </Section>
  )
}

/** Opens the workshop, in the words of where one stands: nothing yet, a saved version, or only to be read. */
export function WorkshopLink({ view }: { view: CaseView }) {
  const { text } = view.words
  const mayWork = allowed('save-project', view.attempts)
  const isBegun = view.file.answer.case.projects !== undefined
  return (
    <Link to="/cases/$case/workshop" params={{ case: view.file.id }} className={buttonClass('quiet')}>
      {text(!mayWork ? 'case.workshop-read' : isBegun ? 'case.workshop-again' : 'case.workshop-open')}
    </Link>
  )
}
