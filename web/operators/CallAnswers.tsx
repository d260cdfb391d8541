import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import type { AccreditationStatus } from '#domain/operator/sheet.ts'
import type { CallAnswers as Answers, CallApplication } from '#contract/operator-answers.ts'
import type { ApplicationOutcome } from '#domain/operator-call/application.ts'

import { call as send, useReading, type Problem } from '../api.ts'
import type { ListWords } from '../cases/list-words.ts'
import { formatDay } from '../locale.ts'
import { Button } from '../ui/Button.tsx'
import { Moment } from '../ui/Day.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { isOurs } from './act.ts'
import { StateMark } from './signs.tsx'

type Props = { readonly call: string; readonly words: ListWords }

/** Who answered a call: organisations with an account by their sheet, the others by what they wrote. */
export function CallAnswers({ call, words }: Props) {
  const { text } = words
  const { data, problem, again } = useReading<Answers>(`/api/operator-calls/${call}/answers`)
  if (data === undefined) return problem ? <ProblemNotice problem={problem} again={again} small /> : <Waiting />
  return (
    <div className="mt-4 grid gap-4 border-s-2 border-line ps-5">
      <h4 className="font-strong">{text('operators.answers')}</h4>
      {data.standings.length + data.applications.length === 0 && (
        <p className="text-ink-soft">{text('operators.answered', { count: 0 })}</p>
      )}
      {data.standings.map(({ accreditation, office, status }) => (
        <p key={accreditation} className="flex flex-wrap items-center gap-x-6">
          <Link to="/operators/$accreditation" params={{ accreditation }} className="font-strong">
            <bdi>{words.office(office)}</bdi>
          </Link>
          <StateMark state={status as AccreditationStatus} until={null} />
        </p>
      ))}
      {data.applications.map((application) => (
        <Application key={application.application} application={application} words={words} />
      ))}
    </div>
  )
}

function Application({ application, words }: { application: CallApplication; words: ListWords }) {
  const { text } = words
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | undefined>()
  const { outcome, eraseOn, email, phone } = application
  const settle = async (next: ApplicationOutcome): Promise<void> => {
    setBusy(true)
    const answer = await send('PUT', `/api/call-applications/${application.application}`, { outcome: next })
    setProblem(answer.ok ? undefined : answer.problem)
    await queries.invalidateQueries({ predicate: ({ queryKey }) => isOurs(String(queryKey[0])) })
    setBusy(false)
  }
  const lots = application.lots.map((lot) => text(`operators.lot-${lot}`)).join(' · ')
  return (
    <article className="max-w-prose">
      <p className="font-strong">
        <bdi>{application.organisation}</bdi>
      </p>
      <p className="text-small text-ink-soft">
        {text(`operators.type-${application.type}`)} · {lots} · <bdi>{application.place}</bdi> ·{' '}
        <Moment value={application.askedAt} />
      </p>
      <p dir="auto" className="mt-1 whitespace-pre-line">
        {application.text}
      </p>
      <p className="mt-1 text-small">
        <bdi>{application.contact}</bdi> ·{' '}
        <a href={`mailto:${email}`} dir="ltr">
          {email}
        </a>
        {phone !== null && (
          <>
            {' · '}
            <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`} dir="ltr">
              {phone}
            </a>
          </>
        )}
      </p>
      {outcome !== null && <p className="mt-1 text-small">{text(`operators.${outcome}`)}</p>}
      <p className="text-small text-ink-soft">
        {text('operators.erased-on', { date: formatDay(eraseOn, text.locale) })}
      </p>
      <div className="mt-1 -ms-2 flex flex-wrap gap-2" data-print="no">
        {outcome === null ? (
          <>
            <Button kind="plain" busy={busy} onPress={() => void settle('invited')}>
              {text('operators.invite')}
            </Button>
            <Button kind="plain" busy={busy} onPress={() => void settle('declined')}>
              {text('operators.decline')}
            </Button>
          </>
        ) : (
          <Button kind="plain" busy={busy} onPress={() => void settle('waiting')}>
            {text('operators.put-back')}
          </Button>
        )}
      </div>
      {problem && <ProblemNotice problem={problem} small />}
    </article>
  )
}
