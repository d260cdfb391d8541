import { useState, type FormEvent } from 'react'

import { call, type Problem } from '../api.ts'
import { useText } from '../i18n.ts'
import { refusalText } from '../refusal.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { TextField } from '../ui/TextField.tsx'

const shortest = 12

/** A new password: the present one is asked for, and every other device is signed out. */
export function Password() {
  const text = useText()
  const [current, setCurrent] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | undefined>()
  const [done, setDone] = useState(false)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    setDone(false)
    if (current === '' || password.length < shortest || busy) return
    setBusy(true)
    const answer = await call('PUT', '/api/session/password', { current, password })
    setBusy(false)
    setProblem(answer.ok ? undefined : answer.problem)
    if (!answer.ok) return
    setCurrent('')
    setPassword('')
    setTried(false)
    setDone(true)
  }
  const errorOf = (field: string): string | undefined =>
    problem?.field === field ? refusalText(text, problem) : undefined
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-5">
      <p className="max-w-prose text-ink-soft">{text('account.password-help')}</p>
      <TextField
        label={text('account.password-current')}
        type="password"
        autoComplete="current-password"
        direction="ltr"
        maxLength={1000}
        value={current}
        onChange={(value) => {
          setCurrent(value)
          setProblem(undefined)
        }}
        error={tried && current === '' ? text('form.missing') : errorOf('current')}
      />
      <TextField
        label={text('account.password-new')}
        help={text('account.password-length', { count: shortest })}
        type="password"
        autoComplete="new-password"
        direction="ltr"
        maxLength={200}
        value={password}
        onChange={setPassword}
        error={
          tried && password.length < shortest
            ? text('account.password-short', { count: shortest })
            : errorOf('password')
        }
      />
      {problem && problem.field === undefined && <ProblemNotice problem={problem} small />}
      {done && (
        <Notice kind="settled" live>
          {text('account.password-changed')}
        </Notice>
      )}
      <div>
        <Button type="submit" busy={busy}>
          {text('account.password-change')}
        </Button>
      </div>
    </form>
  )
}
