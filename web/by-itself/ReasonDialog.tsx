import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'

import { call, type Problem } from '../api.ts'
import { useText } from '../i18n.ts'
import { useToday } from '../local/clock.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { LongText } from '../ui/TextField.tsx'

/** What somebody is about to do to a deadline, and on which case. */
export type Asked = {
  readonly command: 'pause-deadline' | 'undo-deadline'
  readonly case: string
  /** The step whose deadline is paused. */
  readonly step?: string
  /** What it is about, in words. */
  readonly about: string
}

/** Both need a reason, and both count from today. What is typed stays until the server has said yes. */
export function ReasonDialog({ asked, onClose }: { readonly asked: Asked; readonly onClose: () => void }) {
  const text = useText()
  const session = useSession()
  const today = useToday()
  const queries = useQueryClient()
  const [command] = useState(uuidv7)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | undefined>()
  const isMissing = reason.trim() === ''
  const send = async (): Promise<void> => {
    setTried(true)
    if (isMissing || busy || !session) return
    setBusy(true)
    const input = { ...(asked.step === undefined ? {} : { step: asked.step }), on: today, reason }
    const seat = { role: session.seat.role, office: session.seat.office.id }
    const answer = await call('POST', `/api/commands/${asked.command}`, { command, stream: asked.case, input, seat })
    setBusy(false)
    setProblem(answer.ok ? undefined : answer.problem)
    if (!answer.ok) return
    await queries.invalidateQueries({ predicate: ({ queryKey }) => isTouched(String(queryKey[0]), asked.case) })
    onClose()
  }
  return (
    <Dialog
      open
      stays
      title={text(`command.${asked.command}.title`)}
      onClose={onClose}
      actions={
        <>
          <Button kind="main" busy={busy} onPress={() => void send()}>
            {text(`command.${asked.command}.title`)}
          </Button>
          <Button onPress={onClose}>{text('form.cancel')}</Button>
        </>
      }
    >
      <div className="grid gap-4">
        <p className="border-s-3 border-river ps-3">{asked.about}</p>
        <p className="text-ink-soft">{text.maybe(`command.${asked.command}.help`)}</p>
        <LongText
          label={text('by-itself.reason')}
          value={reason}
          onChange={setReason}
          maxLength={10_000}
          error={tried && isMissing ? text('by-itself.reason-missing') : undefined}
        />
        {problem && <ProblemNotice problem={problem} small />}
      </div>
    </Dialog>
  )
}

function isTouched(path: string, id: string): boolean {
  return path.startsWith('/api/by-itself') || path === '/api/home' || path.startsWith(`/api/cases/${id}`)
}
