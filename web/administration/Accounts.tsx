import { UserPlus } from 'lucide-react'
import { useState } from 'react'

import type { AccountAnswer } from '#contract/answers.ts'

import { useText, type Text } from '../i18n.ts'
import { Button } from '../ui/Button.tsx'
import { join } from '../ui/classes.ts'
import { Moment } from '../ui/Day.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { sameLetters } from '../ui/letters.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { TextField } from '../ui/TextField.tsx'
import { AccountPanel } from './AccountPanel.tsx'
import { NewAccount } from './NewAccount.tsx'
import { useAccounts, type AdministrationView } from './view.ts'

/** Everybody who can sign in, with their seats. */
export function Accounts({ view }: { view: AdministrationView }) {
  const text = useText()
  const { rows, problem, again } = useAccounts()
  const [words, setWords] = useState('')
  if (rows === undefined) return problem ? <ProblemNotice problem={problem} again={again} /> : <Waiting />
  const found = rows.filter((row) => sameLetters(describe(row, text), words))
  const opened = rows.find(({ account }) => account === view.open)
  const close = (): void => view.show(undefined)
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div className="w-full max-w-sm">
          <TextField label={text('administration.find')} type="search" value={words} onChange={setWords} />
        </div>
        {view.mayChange && (
          <Button kind="main" icon={<UserPlus aria-hidden="true" />} onPress={() => view.show('new')}>
            {text('administration.account-new')}
          </Button>
        )}
      </div>
      {found.length === 0 ? (
        <EmptyState title={text('ui.nothing-found')} />
      ) : (
        <ul className="mt-5 border-t border-line">
          {found.map((row) => (
            <Row key={row.account} row={row} view={view} />
          ))}
        </ul>
      )}
      {view.mayChange && view.open === 'new' && <NewAccount onClose={close} />}
      {view.mayChange && opened && <AccountPanel key={opened.account} account={opened} onClose={close} />}
    </>
  )
}

/** Everything a row can be found by. */
function describe({ name, email, seats }: AccountAnswer, text: Text): string {
  return [name, email, ...seats.flatMap(({ role, officeName }) => [text.maybe(`role.${role}`), officeName])].join(' ')
}

function Row({ row, view }: { row: AccountAnswer; view: AdministrationView }) {
  const text = useText()
  return (
    <li
      className={join(
        'relative grid gap-x-6 gap-y-1 border-b border-line py-3 lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1.4fr)_minmax(0,0.9fr)] lg:items-baseline',
        view.mayChange && 'hover:bg-sand-soft focus-within:bg-sand-soft',
      )}
    >
      <p className="min-w-0">
        {view.mayChange ? (
          <button
            type="button"
            onClick={() => view.show(row.account)}
            className="text-start font-strong after:absolute after:inset-0 hover:text-river-deep"
          >
            <bdi>{row.name}</bdi>
          </button>
        ) : (
          <bdi className="font-strong">{row.name}</bdi>
        )}
        <span className="block truncate text-small text-ink-soft">
          <bdi>{row.email}</bdi>
        </span>
      </p>
      <ul className="min-w-0">
        {row.seats.map(({ role, office, officeName }) => (
          <li key={`${role} ${office}`}>
            {text.maybe(`role.${role}`) ?? role}
            <span className="text-ink-soft">
              {' · '}
              <bdi>{officeName}</bdi>
            </span>
          </li>
        ))}
        {row.seats.length === 0 && <li className="text-ink-soft">{text('administration.no-seat')}</li>}
      </ul>
      <p className="text-small text-ink-soft">
        {!row.active && <span className="block text-clay-deep">{text('administration.closed')}</span>}
        {row.secondFactor && <span className="block">{text('administration.second-factor')}</span>}
        {row.lastSeen === null ? (
          text('administration.never-seen')
        ) : (
          <>
            {text('administration.seen')} <Moment value={row.lastSeen} />
          </>
        )}
      </p>
    </li>
  )
}
