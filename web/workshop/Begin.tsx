import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'

import { projectFrom } from '#domain/project/activity.ts'
import { newProject, type Project } from '#domain/project/project.ts'

import { useText } from '../i18n.ts'
import { nameIn, useAttempt } from '../local/act.ts'
import { bare } from '../ui/letters.ts'
import { Notice } from '../ui/Notice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { TextField } from '../ui/TextField.tsx'
import type { Activity } from './activities.ts'
import { monthsFrom } from './months.ts'
import { usePriceBook } from './price-book.ts'
import { useShop } from './shop.ts'

/** The first page of a project: a template of a trade, that of the idea first, or an empty sheet. */
export function Begin({ onBegin }: { onBegin: (project: Project) => void }) {
  const text = useText()
  const { file, activities, today, currency, circumstances } = useShop()
  const { rows, isRead } = usePriceBook()
  const [typed, setTyped] = useState('')
  const refusal = useAttempt('save-project', file)
  const state = file.answer.case
  const sector = state.idea?.activity
  const ordered = activities.toSorted((one, other) => score(other, sector) - score(one, sector))
  const shown = ordered.filter(({ title }) => bare(title).includes(bare(typed)))
  const start = {
    country: circumstances.running.scheme.country,
    region: state.region,
    currency,
    // Nothing begins today: the month after the next leaves time for the decision.
    firstMonth: monthsFrom(today.slice(0, 7), 3).at(-1) ?? today.slice(0, 7),
    language: text.language,
  }
  const name = nameIn(file.answer)
  return (
    <article>
      <Link
        to="/cases/$case"
        params={{ case: file.id }}
        search={{ tab: 'project' }}
        className="touch -ms-2 mb-1 inline-flex items-center gap-2 rounded px-2 text-ink-soft no-underline hover:text-ink"
      >
        <ArrowLeft className="size-5 stroke-[1.5] rtl:-scale-x-100" aria-hidden="true" />
        {text('workshop.back')}
      </Link>
      <p className="text-ink-soft">
        {text('workshop.title')} · <bdi>{name === '' ? text('case.person-unnamed') : name}</bdi>
      </p>
      <h1 className="text-head">{text('workshop.begin-title')}</h1>
      <p className="mt-2 max-w-prose text-ink-soft">{text('workshop.begin-help')}</p>
      {refusal && (
        <div className="mt-4">
          <Notice>{text('workshop.begin-not-yours')}</Notice>
        </div>
      )}
      <div className="mt-6 max-w-md">
        <TextField label={text('workshop.begin-find')} type="search" value={typed} onChange={setTyped} />
      </div>
      {!isRead && <Waiting />}
      <ul className="mt-4 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {shown.map((activity) => (
          <li key={activity.id} className="grid">
            <Choice
              title={activity.title}
              help={activity.file.summary[text.language]}
              mark={fits(activity, sector) ? text('workshop.begin-fits') : undefined}
              disabled={!isRead}
              onPress={() => onBegin(projectFrom(activity.file, start, rows))}
            />
          </li>
        ))}
        <li className="grid">
          <Choice
            title={text('workshop.begin-empty')}
            help={text('workshop.begin-empty-help')}
            onPress={() => onBegin({ ...newProject({ ...start, activity: 'other' }), language: text.language })}
          />
        </li>
      </ul>
      <p role="status" className="mt-3 text-ink-soft">
        {shown.length === 0 && typed !== '' && text('workshop.begin-none')}
      </p>
    </article>
  )
}

function fits({ file }: Activity, sector: string | undefined): boolean {
  return sector !== undefined && file.sector === sector
}

/** The idea names a sector: the template that bears its name is the first of those in it. */
function score(activity: Activity, sector: string | undefined): number {
  return Number(fits(activity, sector)) + Number(activity.id === sector)
}

type ChoiceProps = {
  readonly title: string
  readonly help: string
  readonly mark?: string | undefined
  readonly disabled?: boolean
  readonly onPress: () => void
}

function Choice({ title, help, mark, disabled, onPress }: ChoiceProps) {
  return (
    <button
      type="button"
      disabled={disabled}
      onClick={onPress}
      className="flex flex-col items-start rounded border border-edge bg-paper px-4 py-3 text-start hover:border-river hover:bg-river-wash"
    >
      <span className="block font-strong">{title}</span>
      {mark !== undefined && <span className="block text-small text-river">{mark}</span>}
      <span className="mt-0.5 block text-small text-ink-soft">{help}</span>
    </button>
  )
}
