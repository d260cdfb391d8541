import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'

import { call, reading, type Problem } from '../api.ts'
import { useText } from '../i18n.ts'
import { refusalText } from '../refusal.ts'
import { Button, buttonClass } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { TextField } from '../ui/TextField.tsx'

type Offered = { readonly secret: string; readonly address: string }

const stateQuery = reading<{ secondFactor: boolean }>('/api/second-factor')

/** A code besides the password: set up by showing the key and confirming one code, taken away by another code. */
export function SecondFactor() {
  const text = useText()
  const queries = useQueryClient()
  const state = useQuery(stateQuery).data?.secondFactor
  const [offered, setOffered] = useState<Offered | undefined>()
  const [removing, setRemoving] = useState(false)
  const [problem, setProblem] = useState<Problem | undefined>()
  const [said, setSaid] = useState<'set' | 'removed' | undefined>()
  const begin = async (): Promise<void> => {
    const answer = await call<Offered>('POST', '/api/second-factor')
    setProblem(answer.ok ? undefined : answer.problem)
    if (answer.ok) setOffered(answer.value)
  }
  const settled = async (what: 'set' | 'removed'): Promise<void> => {
    setOffered(undefined)
    setRemoving(false)
    setSaid(what)
    await queries.invalidateQueries({ queryKey: stateQuery.queryKey })
  }
  return (
    <div className="grid gap-5">
      <p className="max-w-prose text-ink-soft">
        {text(state ? 'account.second-factor-on' : 'account.second-factor-help')}
      </p>
      {said && (
        <Notice kind="settled" live>
          {text(`account.${said}`)}
        </Notice>
      )}
      {problem && <ProblemNotice problem={problem} small />}
      {state === false && !offered && (
        <div>
          <Button onPress={() => void begin()}>{text('account.set-up')}</Button>
        </div>
      )}
      {offered && <SetUp offered={offered} onSet={() => settled('set')} />}
      {state && !removing && (
        <div>
          <Button onPress={() => setRemoving(true)}>{text('account.remove')}</Button>
        </div>
      )}
      {state && removing && (
        <CodeForm
          help={text('account.remove-help')}
          label={text('account.remove')}
          onSend={(code) => call('DELETE', '/api/second-factor', { code })}
          onDone={() => settled('removed')}
        />
      )}
    </div>
  )
}

function SetUp({ offered, onSet }: { offered: Offered; onSet: () => Promise<void> }) {
  const text = useText()
  return (
    <div className="grid gap-5 rounded bg-sand-soft px-5 py-5">
      <p>{text('account.step-add')}</p>
      <div>
        <a href={offered.address} className={buttonClass('quiet')}>
          {text('account.open-app')}
        </a>
      </div>
      <div>
        <p className="text-small text-ink-soft">{text('account.secret')}</p>
        <p>
          <bdi dir="ltr" className="font-strong tracking-wider select-all [overflow-wrap:anywhere]">
            {offered.secret.match(/.{1,4}/g)?.join(' ')}
          </bdi>
        </p>
      </div>
      <CodeForm
        label={text('account.confirm')}
        onSend={(code) => call('PUT', '/api/second-factor', { secret: offered.secret, code })}
        onDone={onSet}
      />
    </div>
  )
}

type CodeFormProps = {
  readonly label: string
  readonly help?: string
  readonly onSend: (code: string) => ReturnType<typeof call>
  readonly onDone: () => Promise<void>
}

function CodeForm({ label, help, onSend, onDone }: CodeFormProps) {
  const text = useText()
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | undefined>()
  const isCode = /^\d{6}$/.test(code)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (!isCode || busy) return
    setBusy(true)
    const answer = await onSend(code)
    setBusy(false)
    if (answer.ok) return onDone()
    setProblem(answer.problem)
  }
  const wrong = problem?.field === 'code' ? refusalText(text, problem) : undefined
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-4">
      <TextField
        label={text('account.code')}
        help={help}
        inputMode="numeric"
        autoComplete="one-time-code"
        direction="ltr"
        width="short"
        maxLength={6}
        value={code}
        onChange={(value) => {
          setCode(value)
          setProblem(undefined)
        }}
        error={tried && !isCode ? text('account.code-missing') : wrong}
      />
      {problem && problem.field !== 'code' && <ProblemNotice problem={problem} small />}
      <div>
        <Button kind="main" type="submit" busy={busy}>
          {label}
        </Button>
      </div>
    </form>
  )
}
