import { useState, type FormEvent } from 'react'
import { uuidv7 } from 'uuidv7'

import { longestText } from '#domain/field.ts'

import { useText } from '../i18n.ts'
import type { SchemeRow } from '../local/case-file.ts'
import { formatDay } from '../locale.ts'
import { refusalText } from '../refusal.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { LongText } from '../ui/TextField.tsx'
import { useMoveAct } from './moves.ts'

type NewMoveProps = { readonly scheme: string; readonly editions: readonly SchemeRow[] }

/** Asks what a move would change: to which edition, and why. Nothing is moved by it. */
export function NewMove({ scheme, editions }: NewMoveProps) {
  const text = useText()
  const { act, busy, problem } = useMoveAct(scheme)
  const [edition, setEdition] = useState(editions.find(({ current }) => current)?.edition)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [move] = useState(uuidv7)
  const isMissing = reason.trim() === ''
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (isMissing || edition === undefined || busy) return
    await act('/api/edition-moves', { move, scheme, edition, reason: reason.trim() })
  }
  const options = editions.map((row) => ({
    id: row.edition,
    title: row.current ? text('schemes.edition-current', { edition: row.edition }) : row.edition,
    help: text('move.since', { date: formatDay(row.from, text.locale) }),
  }))
  const underEdition = problem?.field === 'edition' ? refusalText(text, problem) : undefined
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid max-w-prose gap-6">
      <Choice
        label={text('move.edition')}
        options={options}
        value={edition}
        onChange={setEdition}
        error={underEdition}
      />
      <LongText
        label={text('move.reason')}
        help={text('move.reason-help')}
        value={reason}
        onChange={setReason}
        rows={2}
        maxLength={longestText}
        error={tried && isMissing ? text('form.missing') : undefined}
      />
      {problem && underEdition === undefined && <ProblemNotice problem={problem} small />}
      <div>
        <Button type="submit" kind="quiet" busy={busy}>
          {text('move.ask')}
        </Button>
      </div>
    </form>
  )
}
