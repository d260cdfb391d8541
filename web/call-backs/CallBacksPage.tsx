import { useQueryClient } from '@tanstack/react-query'
import { createLazyRoute, Link } from '@tanstack/react-router'
import { useState } from 'react'

import type { CallBackAnswer } from '#contract/questionnaire-answers.ts'
import type { CallBackOutcome } from '#domain/call-back.ts'
import { registerCase } from '#domain/case/commands/register-case.ts'

import { call, useReading, type Problem } from '../api.ts'
import { useListWords, type ListWords } from '../cases/list-words.ts'
import { formatDay, formatMoment, isLanguage, languageNames } from '../locale.ts'
import { usePages } from '../pages.ts'
import { useSession } from '../session.ts'
import { Button, buttonClass } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'

export const callBacksPage = createLazyRoute('/signed-in/call-backs')({ component: CallBacksPage })

const path = '/api/call-backs'
const outcomes = ['reached', 'not-reached', 'no-longer-wanted'] as const

/** Who asked on the public questionnaire to be called, longest first, and what was settled lately. */
function CallBacksPage() {
  const words = useListWords()
  const { text } = words
  const { rows, problem, reading, more, again } = usePages<CallBackAnswer>(path)
  const settled = useReading<{ settled: readonly CallBackAnswer[] }>(path)
  const [refused, setRefused] = useState<Problem | undefined>()
  const queries = useQueryClient()
  const settle = async (id: string, outcome: CallBackOutcome): Promise<void> => {
    const answer = await call('PUT', `${path}/${id}`, { outcome })
    setRefused(answer.ok ? undefined : answer.problem)
    await Promise.all([path, '/api/home'].map((key) => queries.invalidateQueries({ queryKey: [key] })))
  }
  return (
    <>
      <h1 className="text-head">{text('call-backs.title')}</h1>
      <p className="mt-2 max-w-prose text-ink-soft">{text('call-backs.help')}</p>
      {refused && <ProblemNotice problem={refused} small />}
      {rows === undefined && (problem ? <ProblemNotice problem={problem} again={again} /> : <Waiting />)}
      {rows?.length === 0 && <EmptyState title={text('call-backs.none')}>{text('call-backs.none-help')}</EmptyState>}
      <ul className="mt-6">
        {rows?.map((row) => (
          <Row key={row.callBack} row={row} words={words} onSettle={settle} />
        ))}
      </ul>
      {more && (
        <Button onPress={more} busy={reading}>
          {text('ui.more')}
        </Button>
      )}
      <Settled rows={settled.data?.settled ?? []} words={words} onSettle={settle} />
    </>
  )
}

type Settle = (id: string, outcome: CallBackOutcome) => Promise<void>
type RowProps = { readonly row: CallBackAnswer; readonly words: ListWords; readonly onSettle: Settle }

function Row({ row, words, onSettle }: RowProps) {
  const { text } = words
  const role = useSession()?.seat.role
  const opensFiles = role !== undefined && registerCase.roles.includes(role)
  return (
    <li className="grid gap-3 border-b border-line py-5">
      <div className="grid gap-x-8 gap-y-1 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <h2 className="text-lead [overflow-wrap:anywhere] sm:col-span-2">
          <bdi>{row.name}</bdi>
        </h2>
        <div className="grid content-start gap-1">
          {row.phone !== null && (
            <a href={`tel:${row.phone}`} className="touch inline-flex items-center">
              <bdi dir="ltr">{row.phone}</bdi>
            </a>
          )}
          {row.email !== null && (
            <a href={`mailto:${row.email}`} className="touch inline-flex items-center [overflow-wrap:anywhere]">
              <bdi dir="ltr">{row.email}</bdi>
            </a>
          )}
          <p>{text.maybe(`call-backs.time-${row.bestTime}`)}</p>
        </div>
        <div className="text-ink-soft">
          <p>{isLanguage(row.language) && text('call-backs.speaks', { language: languageNames[row.language] })}</p>
          {row.schemes.map((scheme) => (
            <p key={scheme}>{words.scheme(scheme)}</p>
          ))}
          <p className="text-small">{text('call-backs.asked', { date: formatMoment(row.askedAt, text.locale) })}</p>
          <p className="text-small">{text('call-backs.erased', { date: formatDay(row.eraseOn, text.locale) })}</p>
        </div>
      </div>
      <div role="group" aria-label={text('call-backs.settle')} className="flex flex-wrap gap-2">
        {opensFiles && (
          <Link to="/cases/new" search={{ callBack: row.callBack }} className={buttonClass('quiet')}>
            {text('call-backs.open-file')}
          </Link>
        )}
        {outcomes.map((outcome) => (
          <Button key={outcome} onPress={() => void onSettle(row.callBack, outcome)}>
            {text(`call-backs.outcome-${outcome}`)}
          </Button>
        ))}
      </div>
    </li>
  )
}

type SettledProps = { readonly rows: readonly CallBackAnswer[]; readonly words: ListWords; readonly onSettle: Settle }

/** Until they are erased, so that a wrong touch can be undone. */
function Settled({ rows, words: { text }, onSettle }: SettledProps) {
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="settled" className="mt-10">
      <h2 id="settled" className="border-b border-edge pb-1.5 text-lead">
        {text('call-backs.settled')}
      </h2>
      <ul>
        {rows.map(({ callBack, name, outcome, eraseOn }) => (
          <li key={callBack} className="flex flex-wrap items-center justify-between gap-x-6 border-b border-line py-2">
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <bdi>{name}</bdi>
              <span className="block text-small text-ink-soft">
                {outcome !== null && text(`call-backs.outcome-${outcome}`)} ·{' '}
                {text('call-backs.erased', { date: formatDay(eraseOn, text.locale) })}
              </span>
            </span>
            <Button kind="plain" onPress={() => void onSettle(callBack, 'waiting')}>
              {text('call-backs.put-back')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
