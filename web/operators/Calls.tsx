import { Megaphone } from 'lucide-react'
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'

import type { CallAnswer } from '#contract/operator-answers.ts'
import { callCommands } from '#domain/operator-call/commands/index.ts'

import { useReading } from '../api.ts'
import { Panel } from '../case/Panel.tsx'
import { Form } from '../form/Form.tsx'
import { useToday } from '../local/clock.ts'
import { formatDay } from '../locale.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { useOperatorAct } from './act.ts'
import { CallAnswers } from './CallAnswers.tsx'
import type { OperatorsView } from './OperatorsPage.tsx'

export type CallsAnswer = { readonly rows: readonly CallAnswer[] }

/** The calls of one scheme: what is asked, until when, and who answered. */
export function Calls({ view }: { view: OperatorsView }) {
  const { words, scheme, search, show } = view
  const { text } = words
  const session = useSession()
  const { data, problem, again } = useReading<CallsAnswer>('/api/operator-calls')
  if (data === undefined) return problem ? <ProblemNotice problem={problem} again={again} /> : <Waiting />
  const mayCall = session?.seat.role === 'programme-manager'
  const rows = data.rows.filter(({ call }) => call.scheme === scheme)
  const open = mayCall && (
    <Button
      kind="main"
      icon={<Megaphone aria-hidden="true" />}
      onPress={() => show({ scheme, side: 'calls', act: 'open-call' })}
    >
      {text('command.open-call.title')}
    </Button>
  )
  return (
    <>
      {rows.length === 0 ? (
        <EmptyState title={text('operators.calls-empty')} action={open}>
          {text('operators.calls-empty-help')}
        </EmptyState>
      ) : (
        <>
          {open}
          <ul className="mt-4">
            {rows.map((row) => (
              <Call key={row.call.call} row={row} view={view} />
            ))}
          </ul>
        </>
      )}
      {mayCall && search.act === 'open-call' && <Opening view={view} />}
      {mayCall && search.act === 'close-call' && search.call !== undefined && (
        <Closing view={view} call={search.call} />
      )}
    </>
  )
}

/** Whether a call can be answered, and since or until when. */
export function useCallState({ from, until, closedOn }: CallAnswer['call']): {
  isOpen: boolean
  key: CallKey
  on: string
} {
  const today = useToday()
  if (closedOn !== null || today > until) return { isOpen: false, key: 'call-over', on: closedOn ?? until }
  return from > today ? { isOpen: false, key: 'call-ahead', on: from } : { isOpen: true, key: 'call-open', on: until }
}
type CallKey = 'call-over' | 'call-ahead' | 'call-open'

function Call({ row, view }: { row: CallAnswer; view: OperatorsView }) {
  const { words, scheme, search, show } = view
  const { text } = words
  const { call, title, answered } = row
  const { isOpen, key, on } = useCallState(call)
  const isShown = search.call === call.call && search.act === undefined
  const lots = new Intl.ListFormat(text.locale, { type: 'conjunction' }).format(
    call.lots.map((lot) => text(`operators.lot-${lot}`)),
  )
  return (
    <li className="border-b border-line py-4">
      <h3 className="text-lead">
        <bdi>{title}</bdi>
      </h3>
      <p className="text-ink-soft">
        {text(`operators.${key}`, { date: formatDay(on, text.locale) })} · {lots}
      </p>
      <p dir="auto" className="mt-2 max-w-prose whitespace-pre-line">
        {row.text}
      </p>
      {answered !== null && (
        <div className="mt-3 flex flex-wrap items-center gap-3" data-print="no">
          <Button onPress={() => show({ scheme, side: 'calls', ...(isShown ? {} : { call: call.call }) })}>
            {text('operators.answered', { count: answered })}
          </Button>
          {isOpen && (
            <>
              <a href={`/call?call=${call.call}`}>{text('operators.public-page')}</a>
              <Button kind="plain" onPress={() => show({ scheme, side: 'calls', call: call.call, act: 'close-call' })}>
                {text('command.close-call.title')}
              </Button>
            </>
          )}
        </div>
      )}
      {isShown && <CallAnswers call={call.call} words={words} />}
    </li>
  )
}

function Opening({ view }: { view: OperatorsView }) {
  const { words, scheme, ground, show } = view
  const { text } = words
  const [stream] = useState(() => uuidv7())
  const today = useToday()
  const { act } = useOperatorAct(ground.running)
  const { scheme: _scheme, ...fields } = callCommands['open-call']!.fields
  const close = (): void => show({ scheme, side: 'calls' })
  return (
    <Panel title={text('command.open-call.title')} help={text.maybe('command.open-call.help')} onClose={close}>
      <Form
        form={`open-call:${scheme}`}
        command="open-call"
        fields={fields}
        initial={{ from: today, lots: ground.running.edition.operators?.lots ?? [] }}
        onSend={(input) => act('open-call', stream, { ...input, scheme })}
        onDone={close}
        onCancel={close}
      />
    </Panel>
  )
}

function Closing({ view, call }: { view: OperatorsView; call: string }) {
  const { words, scheme, ground, show } = view
  const { text } = words
  const { act } = useOperatorAct(ground.running)
  const close = (): void => show({ scheme, side: 'calls' })
  return (
    <Panel title={text('command.close-call.title')} help={text.maybe('command.close-call.help')} onClose={close}>
      <Form
        form={`close-call:${call}`}
        command="close-call"
        fields={callCommands['close-call']!.fields}
        onSend={(input) => act('close-call', call, input)}
        onDone={close}
        onCancel={close}
      />
    </Panel>
  )
}
