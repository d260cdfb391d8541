import { Eye, EyeOff } from 'lucide-react'
import { useRef, useState, type FormEvent } from 'react'

import type { Problem } from '../api.ts'
import { useText } from '../i18n.ts'
import { refusalText } from '../refusal.ts'
import type { Credentials } from '../session.ts'
import { Button } from '../ui/Button.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { TextField } from '../ui/TextField.tsx'

type SignInFormProps = {
  readonly onEnter: (credentials: Credentials) => Promise<Problem | undefined>
  /** A problem met before the form was shown. */
  readonly first?: Problem | undefined
}

/** Address and password, then the six digits when the account asks for them. */
export function SignInForm({ onEnter, first }: SignInFormProps) {
  const text = useText()
  const form = useRef<HTMLFormElement>(null)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [code, setCode] = useState<string | undefined>()
  const [busy, setBusy] = useState(false)
  const [tried, setTried] = useState(false)
  const [problem, setProblem] = useState<Problem | undefined>(first)

  const missing = {
    email: tried && email.trim() === '' ? text('sign-in.email-missing') : undefined,
    password: tried && password === '' ? text('sign-in.password-missing') : undefined,
    code: tried && code !== undefined && !/^\d{6}$/.test(code) ? text('sign-in.code-missing') : undefined,
  }
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    const whole = email.trim() !== '' && password !== '' && (code === undefined || /^\d{6}$/.test(code))
    if (!whole || busy) return form.current?.querySelector<HTMLInputElement>('input:invalid, input[value=""]')?.focus()
    setBusy(true)
    const met = await onEnter({ email: email.trim(), password, ...(code === undefined ? {} : { code }) })
    setBusy(false)
    if (met?.code === 'code-needed') {
      setTried(false)
      setProblem(undefined)
      return setCode('')
    }
    setProblem(met)
  }
  const wrongCode = problem?.code === 'wrong-code' ? refusalText(text, problem) : undefined
  return (
    <form ref={form} noValidate onSubmit={(event) => void submit(event)} className="grid gap-6">
      <h1 className="text-head">{text(code === undefined ? 'sign-in.title' : 'sign-in.code-title')}</h1>
      {problem && problem.code !== 'wrong-code' && <ProblemNotice problem={problem} small />}
      {code === undefined ? (
        <>
          <TextField
            label={text('sign-in.email')}
            type="email"
            inputMode="email"
            autoComplete="username"
            direction="ltr"
            value={email}
            onChange={setEmail}
            error={missing.email}
          />
          <PasswordField value={password} onChange={setPassword} error={missing.password} />
        </>
      ) : (
        <TextField
          label={text('sign-in.code')}
          help={text('sign-in.code-help')}
          inputMode="numeric"
          autoComplete="one-time-code"
          direction="ltr"
          width="short"
          maxLength={6}
          autoFocus
          value={code}
          onChange={setCode}
          error={missing.code ?? wrongCode}
        />
      )}
      <div className="flex flex-wrap gap-3">
        <Button kind="main" type="submit" busy={busy}>
          {text('sign-in.enter')}
        </Button>
        {code !== undefined && (
          <Button
            kind="plain"
            onPress={() => {
              setCode(undefined)
              setProblem(undefined)
            }}
          >
            {text('sign-in.code-back')}
          </Button>
        )}
      </div>
    </form>
  )
}

type PasswordFieldProps = {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
}

/** On a phone one types blind: the password can be looked at. */
function PasswordField({ value, onChange, error }: PasswordFieldProps) {
  const text = useText()
  const [seen, setSeen] = useState(false)
  const Icon = seen ? EyeOff : Eye
  return (
    <TextField
      label={text('sign-in.password')}
      type={seen ? 'text' : 'password'}
      autoComplete="current-password"
      direction="ltr"
      value={value}
      onChange={onChange}
      error={error}
      after={
        <button
          type="button"
          aria-pressed={seen}
          onClick={() => setSeen(!seen)}
          className="touch flex shrink-0 items-center gap-2 rounded px-2 text-river hover:text-river-deep"
        >
          <Icon className="size-5 stroke-[1.5]" aria-hidden="true" />
          {text(seen ? 'sign-in.hide' : 'sign-in.show')}
        </button>
      }
    />
  )
}
