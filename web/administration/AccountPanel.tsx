import { useState, type FormEvent, type ReactNode } from 'react'

import type { AccountAnswer } from '#contract/answers.ts'

import { Panel } from '../case/Panel.tsx'
import { useText } from '../i18n.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { shortestPassword } from './password.ts'
import { PasswordInput } from './PasswordInput.tsx'
import { Seats } from './Seats.tsx'
import { wholePairs, type Pair } from './SeatsInput.tsx'
import { errorUnder, useChange } from './view.ts'

type PartProps = { readonly account: AccountAnswer }

/** One account: its seats, a new password, and whether it is open. Each part is saved by itself. */
export function AccountPanel({ account, onClose }: PartProps & { readonly onClose: () => void }) {
  const session = useSession()
  return (
    <Panel title={account.name} help={account.email} onClose={onClose}>
      <div className="grid gap-10">
        <SeatsPart account={account} />
        <PasswordPart account={account} />
        {session?.user.id !== account.account && <OpenPart account={account} />}
      </div>
    </Panel>
  )
}

function Part({ children, onSubmit }: { children: ReactNode; onSubmit: () => Promise<void> }) {
  return (
    <form
      noValidate
      className="grid gap-4 border-t border-line pt-6 first:border-t-0 first:pt-0"
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void onSubmit()
      }}
    >
      {children}
    </form>
  )
}

function SeatsPart({ account }: PartProps) {
  const text = useText()
  const { change, busy, problem } = useChange()
  const [seats, setSeats] = useState<readonly Pair[]>(() =>
    account.seats.map(({ role, office }, id) => ({ id, one: role, other: office })),
  )
  const [tried, setTried] = useState(false)
  const [saved, setSaved] = useState(false)
  const whole = wholePairs(seats)
  const isWhole = whole.length > 0 && whole.length === seats.length
  const submit = async (): Promise<void> => {
    setTried(true)
    if (!isWhole || busy) return
    const body = { seats: whole.map(([role, office]) => ({ role, office })) }
    setSaved(await change('PUT', `/api/accounts/${account.account}/seats`, body))
  }
  return (
    <Part onSubmit={submit}>
      <Seats
        seats={seats}
        onChange={(changed) => {
          setSeats(changed)
          setSaved(false)
        }}
        error={tried && !isWhole ? text('administration.seats-missing') : errorUnder(text, problem, 'seats')}
      />
      {problem && problem.field !== 'seats' && <ProblemNotice problem={problem} small />}
      <Save busy={busy} saved={saved} label={text('administration.seats-save')} />
    </Part>
  )
}

function PasswordPart({ account }: PartProps) {
  const text = useText()
  const { change, busy, problem } = useChange()
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [saved, setSaved] = useState(false)
  const submit = async (): Promise<void> => {
    setTried(true)
    if (password.length < shortestPassword || busy) return
    setSaved(await change('PUT', `/api/accounts/${account.account}/password`, { password }))
  }
  return (
    <Part onSubmit={submit}>
      <PasswordInput
        value={password}
        onChange={(value) => {
          setPassword(value)
          setSaved(false)
        }}
        tried={tried}
        error={errorUnder(text, problem, 'password')}
      />
      <p className="text-small text-ink-soft">{text('administration.password-ends')}</p>
      {problem && problem.field !== 'password' && <ProblemNotice problem={problem} small />}
      <Save busy={busy} saved={saved} label={text('administration.password-give')} />
    </Part>
  )
}

function OpenPart({ account }: PartProps) {
  const text = useText()
  const { change, busy, problem } = useChange()
  const submit = async (): Promise<void> => {
    if (!busy) await change('PUT', `/api/accounts/${account.account}/active`, { active: !account.active })
  }
  return (
    <Part onSubmit={submit}>
      <p>{text(account.active ? 'administration.close-help' : 'administration.reopen-help')}</p>
      {problem && <ProblemNotice problem={problem} small />}
      <div>
        <Button type="submit" busy={busy}>
          {text(account.active ? 'administration.close' : 'administration.reopen')}
        </Button>
      </div>
    </Part>
  )
}

function Save({ busy, saved, label }: { busy: boolean; saved: boolean; label: string }) {
  const text = useText()
  return (
    <div className="grid gap-3">
      {saved && (
        <Notice kind="settled" live>
          {text('administration.saved')}
        </Notice>
      )}
      <div>
        <Button type="submit" busy={busy}>
          {label}
        </Button>
      </div>
    </div>
  )
}
