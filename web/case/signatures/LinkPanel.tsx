import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'

import { call, type Problem } from '../../api.ts'
import { submit } from '../../local/act.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice, type Option } from '../../ui/Choice.tsx'
import { Day } from '../../ui/Day.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import type { CaseView } from '../view.ts'

type Way = 'e-mail' | 'sms' | 'by-hand'
type HandLink = { readonly path: string; readonly expiresOn: string }

/** Sends the person a link to sign, or makes one that is passed on by hand and shown once. */
export function LinkPanel({ view, of }: { view: CaseView; of: string | undefined }) {
  const { file, words, finish } = view
  const { text } = words
  const queries = useQueryClient()
  const [way, setWay] = useState<Way>(firstWay(view))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | undefined>()
  const [made, setMade] = useState<HandLink | undefined>()
  const request = of ?? ''

  const send = async (): Promise<void> => {
    setProblem(undefined)
    if (way !== 'by-hand') {
      const outcome = await submit(file, 'send-signing-link', { request, by: way })
      return outcome.refused ? setProblem(words.problem(outcome)) : finish()
    }
    setBusy(true)
    const answer = await call<HandLink>('POST', `/api/cases/${file.id}/signing-links`, { command: uuidv7(), request })
    setBusy(false)
    if (!answer.ok) return setProblem(answer.problem)
    setMade(answer.value)
    void queries.invalidateQueries({ queryKey: [`/api/cases/${file.id}`] })
  }
  if (made) return <Made link={made} view={view} />
  return (
    <form
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Choice label={text('signatures.link-how')} options={waysOf(view)} value={way} onChange={setWay} />
      {problem && <ProblemNotice problem={problem} small />}
      <div className="flex flex-wrap gap-3">
        <Button kind="main" type="submit" busy={busy}>
          {text(way === 'by-hand' ? 'signatures.link-make' : 'signatures.link-send')}
        </Button>
        <Button onPress={finish}>{text('form.cancel')}</Button>
      </div>
    </form>
  )
}

/** Told once: it is kept nowhere, so that nobody finds it later. */
function Made({ link, view }: { link: HandLink; view: CaseView }) {
  const { text } = view.words
  const [copied, setCopied] = useState(false)
  const address = `${location.origin}${link.path}`
  const copy = async (): Promise<void> => {
    await navigator.clipboard?.writeText(address).catch(() => undefined)
    setCopied(true)
  }
  return (
    <div className="grid gap-5">
      <p className="max-w-prose">{text('signatures.link-made')}</p>
      <input
        readOnly
        dir="ltr"
        aria-label={text('signatures.link')}
        value={address}
        onFocus={(event) => event.target.select()}
        className="w-full rounded border border-edge bg-paper px-3 py-2"
      />
      <p className="text-small text-ink-soft">
        {text('signatures.link-opens')} <Day value={link.expiresOn} />
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <Button kind="main" onPress={() => void copy()}>
          {text('signatures.copy')}
        </Button>
        <Button onPress={view.finish}>{text('ui.close')}</Button>
        <span role="status">{copied && text('signatures.copied')}</span>
      </div>
      <Notice>{text('signatures.link-hand-help')}</Notice>
    </div>
  )
}

/** Ways that would reach the person, with where they lead; without consent or address only the one by hand. */
function waysOf(view: CaseView): readonly Option<Way>[] {
  const { text } = view.words
  const { email, phone } = addressesOf(view)
  return [
    { id: 'e-mail', title: text('signatures.link-e-mail'), help: email ?? text('signatures.link-no-address') },
    { id: 'sms', title: text('signatures.link-sms'), help: phone ?? text('signatures.link-no-address') },
    { id: 'by-hand', title: text('signatures.link-by-hand'), help: text('signatures.link-by-hand-help') },
  ]
}

function firstWay(view: CaseView): Way {
  const { email, phone } = addressesOf(view)
  return phone !== null ? 'sms' : email !== null ? 'e-mail' : 'by-hand'
}

function addressesOf({ file }: CaseView): { readonly email: string | null; readonly phone: string | null } {
  const { case: state, people } = file.answer
  const person = people.find((each) => each.person === state.members[0]?.person)
  if (state.consents['messages']?.given !== true || !person) return { email: null, phone: null }
  return { email: person.email, phone: person.phone }
}
