import { useState, type FormEvent } from 'react'

import { Panel } from '../case/Panel.tsx'
import { useText } from '../i18n.ts'
import { isLanguage, languageNames, languages, type Language } from '../locale.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { shortestPassword } from './password.ts'
import { PasswordInput } from './PasswordInput.tsx'
import { emptyPair, wholePairs, type Pair } from './SeatsInput.tsx'
import { Seats } from './Seats.tsx'
import { errorUnder, useChange } from './view.ts'

const addressPattern = /^[^@\s]+@[^@\s]+$/

/** Somebody new: who they are, in which seats they sit, and a first password to hand over. */
export function NewAccount({ onClose }: { onClose: () => void }) {
  const text = useText()
  const { change, busy, problem, forget } = useChange()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [language, setLanguage] = useState<Language>(text.language)
  const [password, setPassword] = useState('')
  const [seats, setSeats] = useState<readonly Pair[]>(() => [emptyPair([])])
  const [tried, setTried] = useState(false)
  const [done, setDone] = useState(false)
  const whole = wholePairs(seats)
  const isWhole =
    name.trim() !== '' &&
    addressPattern.test(email.trim()) &&
    password.length >= shortestPassword &&
    whole.length > 0 &&
    whole.length === seats.length
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (!isWhole || busy) return
    const body = {
      email: email.trim(),
      name: name.trim(),
      language,
      password,
      seats: whole.map(([role, office]) => ({ role, office })),
    }
    if (await change('POST', '/api/accounts', body)) setDone(true)
  }
  if (done) {
    return (
      <Panel title={text('administration.account-new')} onClose={onClose}>
        <Notice kind="settled" live title={text('administration.account-made', { name })}>
          {text('administration.hand-over')}
        </Notice>
        <dl className="mt-5 grid gap-3">
          <Handed name={text('administration.email')} value={email.trim()} />
          <Handed name={text('administration.password')} value={password} />
        </dl>
        <div className="mt-6">
          <Button kind="main" onPress={onClose}>
            {text('ui.close')}
          </Button>
        </div>
      </Panel>
    )
  }
  const isUnderField = ['email', 'name', 'password', 'seats'].includes(problem?.field ?? '')
  return (
    <Panel title={text('administration.account-new')} onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-8">
        <TextField
          label={text('administration.name')}
          name="name"
          maxLength={200}
          value={name}
          onChange={setName}
          error={tried && name.trim() === '' ? text('form.missing') : errorUnder(text, problem, 'name')}
        />
        <TextField
          label={text('administration.email')}
          name="email"
          type="email"
          inputMode="email"
          direction="ltr"
          maxLength={254}
          value={email}
          onChange={(value) => {
            setEmail(value)
            forget()
          }}
          error={
            tried && !addressPattern.test(email.trim())
              ? text('administration.email-wrong')
              : errorUnder(text, problem, 'email')
          }
        />
        <Choice
          label={text('administration.language')}
          inline
          options={languages.map((id) => ({ id, title: languageNames[id] }))}
          value={language}
          onChange={(value) => isLanguage(value) && setLanguage(value)}
        />
        <Seats
          seats={seats}
          onChange={setSeats}
          error={
            tried && (whole.length === 0 || whole.length < seats.length)
              ? text('administration.seats-missing')
              : errorUnder(text, problem, 'seats')
          }
        />
        <PasswordInput
          value={password}
          onChange={setPassword}
          tried={tried}
          error={errorUnder(text, problem, 'password')}
        />
        {problem && !isUnderField && <ProblemNotice problem={problem} small />}
        <div>
          <Button kind="main" type="submit" busy={busy}>
            {text('administration.account-make')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

function Handed({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt className="text-small text-ink-soft">{name}</dt>
      <dd>
        <bdi dir="ltr" className="font-strong [overflow-wrap:anywhere]">
          {value}
        </bdi>
      </dd>
    </div>
  )
}
