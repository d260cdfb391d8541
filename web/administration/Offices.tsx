import { Building2 } from 'lucide-react'

import type { OfficeInAdministration } from '#contract/answers.ts'

import { useListWords, type ListWords } from '../cases/list-words.ts'
import { Button } from '../ui/Button.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { NewOffice } from './NewOffice.tsx'
import { OfficePanel } from './OfficePanel.tsx'
import { useAllOffices, type AdministrationView } from './view.ts'

/** The offices that share the work, and the part each plays in which scheme. */
export function Offices({ view }: { view: AdministrationView }) {
  const words = useListWords()
  const { text } = words
  const { rows, problem, again } = useAllOffices()
  if (rows === undefined) return problem ? <ProblemNotice problem={problem} again={again} /> : <Waiting />
  const opened = rows.find(({ office }) => office === view.open)
  const close = (): void => view.show(undefined)
  return (
    <>
      {view.mayChange && (
        <Button kind="main" icon={<Building2 aria-hidden="true" />} onPress={() => view.show('new')}>
          {text('administration.office-new')}
        </Button>
      )}
      <ul className="mt-5 border-t border-line">
        {rows.map((row) => (
          <Row key={row.office} row={row} words={words} view={view} />
        ))}
      </ul>
      {view.mayChange && view.open === 'new' && <NewOffice words={words} onClose={close} />}
      {view.mayChange && opened && <OfficePanel key={opened.office} office={opened} words={words} onClose={close} />}
    </>
  )
}

type RowProps = {
  readonly row: OfficeInAdministration
  readonly words: ListWords
  readonly view: AdministrationView
}

function Row({ row, words, view }: RowProps) {
  const { text } = words
  const country = new Intl.DisplayNames(text.locale, { type: 'region' }).of(row.country) ?? row.country
  const parts = Map.groupBy(row.parts, ({ scheme }) => scheme)
  return (
    <li className="relative grid gap-x-6 gap-y-1 border-b border-line py-3 hover:bg-sand-soft focus-within:bg-sand-soft sm:grid-cols-[minmax(0,1.1fr)_minmax(0,1.4fr)_auto] sm:items-baseline">
      <p className="min-w-0">
        {view.mayChange ? (
          <button
            type="button"
            onClick={() => view.show(row.office)}
            className="text-start font-strong after:absolute after:inset-0 hover:text-river-deep"
          >
            <bdi>{row.name}</bdi>
          </button>
        ) : (
          <bdi className="font-strong">{row.name}</bdi>
        )}
        <span className="block text-small text-ink-soft">
          {text.maybe(`administration.kind-${row.kind}`) ?? row.kind} · <bdi>{row.place ?? country}</bdi>
        </span>
      </p>
      <ul className="min-w-0">
        {[...parts].map(([scheme, roles]) => (
          <li key={scheme}>
            <bdi>{words.scheme(scheme)}</bdi>
            <span className="block text-small text-ink-soft">
              {new Intl.ListFormat(text.locale).format(roles.map(({ role }) => text.maybe(`role.${role}`) ?? role))}
            </span>
          </li>
        ))}
        {row.parts.length === 0 && <li className="text-ink-soft">{text('administration.no-part')}</li>}
      </ul>
      <p className="text-small text-ink-soft">{text('administration.people', { count: row.accounts })}</p>
    </li>
  )
}
