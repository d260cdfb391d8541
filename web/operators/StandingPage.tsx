import { createLazyRoute, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'

import type { CallAnswer, OwnStanding } from '#contract/operator-answers.ts'
import { accreditationCommands } from '#domain/operator/commands/index.ts'
import { isOpen } from '#domain/operator-call/call.ts'

import { useReading } from '../api.ts'
import { Panel } from '../case/Panel.tsx'
import { useListWords, type ListWords } from '../cases/list-words.ts'
import { Form } from '../form/Form.tsx'
import { useToday } from '../local/clock.ts'
import { formatDay } from '../locale.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { useOperatorAct } from './act.ts'
import type { OwnStandings } from './ActPanel.tsx'
import type { CallsAnswer } from './Calls.tsx'
import { useCurrentGround } from './schemes.ts'
import { StateMark } from './signs.tsx'
import { useStandingSources } from './sources.ts'

export const standingPage = createLazyRoute('/signed-in/standing')({ component: StandingPage })

/** Where one's own organisation stands, scheme by scheme, and the calls that it can answer. */
function StandingPage() {
  const words = useListWords()
  const { text } = words
  const today = useToday()
  const { call: answered } = standingPage.useSearch()
  const own = useReading<OwnStandings>('/api/own-standings')
  const calls = useReading<CallsAnswer>('/api/operator-calls')
  const problem = own.problem ?? calls.problem
  if (!own.data || !calls.data) return problem ? <ProblemNotice problem={problem} again={own.again} /> : <Waiting />
  const open = calls.data.rows.filter(({ call }) => isOpen(call, today))
  const answering = open.find(({ call }) => call.call === answered)
  const known = new Set(own.data.rows.map(({ scheme }) => scheme))
  return (
    <>
      <h1 className="text-head">{text('operators.standing-title')}</h1>
      <p className="mt-1 max-w-prose text-ink-soft">{text('operators.standing-help')}</p>
      {own.data.rows.length === 0 ? (
        <EmptyState title={text('operators.standing-none')}>{text('operators.standing-none-help')}</EmptyState>
      ) : (
        <ul className="mt-6">
          {own.data.rows.map((row) => (
            <Standing key={row.accreditation} row={row} words={words} />
          ))}
        </ul>
      )}
      {open.length > 0 && (
        <section className="mt-10" aria-label={text('operators.open-calls')}>
          <h2 className="border-b border-edge pb-1.5 text-lead">{text('operators.open-calls')}</h2>
          <ul>
            {open.map((row) => (
              <OpenCall key={row.call.call} row={row} words={words} isKnown={known.has(row.call.scheme)} />
            ))}
          </ul>
        </section>
      )}
      {answering && !known.has(answering.call.scheme) && <Answering row={answering} words={words} />}
    </>
  )
}

function Standing({ row, words }: { row: OwnStanding; words: ListWords }) {
  const { text } = words
  const { contractUntil } = row
  return (
    <li className="relative flex flex-wrap items-start justify-between gap-x-8 gap-y-2 border-b border-line py-4 hover:bg-sand-soft">
      <Link
        to="/operators/$accreditation"
        params={{ accreditation: row.accreditation }}
        className="font-strong text-ink no-underline after:absolute after:inset-0 hover:text-river-deep"
      >
        <bdi>{words.scheme(row.scheme)}</bdi>
      </Link>
      <div className="flex flex-wrap gap-x-8 gap-y-1">
        <StateMark state={row.status} until={row.until} />
        <p>
          {text(contractUntil === null ? 'operators.contract-none' : 'operators.contract')}
          {contractUntil !== null && (
            <span className="block text-small text-ink-soft">
              {text('operators.until')} <bdi className="whitespace-nowrap">{formatDay(contractUntil, text.locale)}</bdi>
            </span>
          )}
        </p>
      </div>
    </li>
  )
}

function OpenCall({ row, words, isKnown }: { row: CallAnswer; words: ListWords; isKnown: boolean }) {
  const { text } = words
  const navigate = useNavigate()
  const { call } = row
  return (
    <li className="border-b border-line py-4">
      <h3 className="font-strong">
        <bdi>{row.title}</bdi>
      </h3>
      <p className="text-small text-ink-soft">
        <bdi>{words.scheme(call.scheme)}</bdi> ·{' '}
        {text('operators.call-open', { date: formatDay(call.until, text.locale) })}
      </p>
      <p dir="auto" className="mt-2 max-w-prose whitespace-pre-line">
        {row.text}
      </p>
      <div className="mt-3">
        {isKnown ? (
          <p className="text-ink-soft">{text('operators.already-known')}</p>
        ) : (
          <Button kind="main" onPress={() => void navigate({ to: '/standing', search: { call: call.call } })}>
            {text('operators.answer-call')}
          </Button>
        )}
      </div>
    </li>
  )
}

/** The application of one's own organisation. */
function Answering({ row, words }: { row: CallAnswer; words: ListWords }) {
  const { text } = words
  const { call } = row
  const navigate = useNavigate()
  const [stream] = useState(() => uuidv7())
  const ground = useCurrentGround(call.scheme)
  const sources = useStandingSources(ground?.running, stream)
  const { act } = useOperatorAct(ground?.running)
  const {
    scheme: _scheme,
    office: _office,
    call: _call,
    ...fields
  } = accreditationCommands['submit-application']!.fields
  const close = (): void => void navigate({ to: '/standing', search: {}, replace: true })
  return (
    <Panel title={row.title} help={text.maybe('command.submit-application.help')} onClose={close}>
      {ground === undefined ? (
        <Waiting />
      ) : (
        <Form
          form={`submit-application:${call.call}`}
          command="submit-application"
          fields={fields}
          sources={sources}
          initial={{ lots: call.lots }}
          onSend={(input) => act('submit-application', stream, { ...input, scheme: call.scheme, call: call.call })}
          onDone={() => void navigate({ to: '/operators/$accreditation', params: { accreditation: stream } })}
          onCancel={close}
        />
      )}
    </Panel>
  )
}
