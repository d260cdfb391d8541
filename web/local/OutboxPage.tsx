import { createLazyRoute, Link } from '@tanstack/react-router'
import { useState } from 'react'

import { useText } from '../i18n.ts'
import { refusalText } from '../refusal.ts'
import { useSession } from '../session.ts'
import { Button, buttonClass } from '../ui/Button.tsx'
import { Moment } from '../ui/Day.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Notice } from '../ui/Notice.tsx'
import { SyncMark } from '../ui/SyncMark.tsx'
import { isOfSeat, type OutboxEntry } from './entry.ts'
import { discard, useOutbox } from './outbox.ts'
import { inOrder, isWaiting } from './queue.ts'

export const outboxPage = createLazyRoute('/signed-in/outbox')({ component: OutboxPage })

const signs = { here: 'this-device', sending: 'sending', arrived: 'arrived', 'needs-you': 'needs-you' } as const

/** Everything of this person that has not arrived: what needs them first, then what is on its way. */
function OutboxPage() {
  const text = useText()
  const { entries, lasting } = useOutbox()
  const all = inOrder(entries)
  const groups = [
    { title: text('outbox.needs-you'), entries: all.filter(({ state }) => state === 'needs-you') },
    { title: text('outbox.waiting'), entries: all.filter(isWaiting) },
    { title: text('outbox.arrived'), entries: all.filter(({ state }) => state === 'arrived').toReversed() },
  ].filter((group) => group.entries.length > 0)
  return (
    <>
      <h1 className="text-head">{text('outbox.title')}</h1>
      <p className="mt-2 max-w-prose text-ink-soft">{text('outbox.help')}</p>
      {!lasting && (
        <div className="mt-4">
          <Notice kind="late">{text('outbox.not-lasting')}</Notice>
        </div>
      )}
      {groups.length === 0 && <EmptyState title={text('outbox.empty')}>{text('outbox.empty-help')}</EmptyState>}
      {groups.map((group) => (
        <section key={group.title} aria-label={group.title} className="mt-8">
          <h2 className="text-lead">{group.title}</h2>
          <ul className="mt-2">
            {group.entries.map((entry) => (
              <li key={entry.id} className="border-t border-line py-4">
                <Entry entry={entry} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Entry({ entry }: { entry: OutboxEntry }) {
  const text = useText()
  return (
    <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-strong">{text.maybe(`command.${entry.name}.title`) ?? entry.name}</p>
        <p>
          <a href={entry.kind === 'case' ? `/cases/${entry.stream}` : `/sittings/${entry.stream}`}>
            <bdi>{entry.about}</bdi>
          </a>
        </p>
        <p className="text-small text-ink-soft">
          <Moment value={entry.happenedAt} />
        </p>
        <Waits entry={entry} />
        {entry.refusal && <p className="mt-1 text-clay-deep">{refusalText(text, entry.refusal)}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <SyncMark state={signs[entry.state]} />
        {entry.state === 'needs-you' && <Settle entry={entry} />}
      </div>
    </div>
  )
}

/** Why it does not move: another seat, or a server that does not answer. */
function Waits({ entry }: { entry: OutboxEntry }) {
  const text = useText()
  const session = useSession()
  if (!session || entry.state !== 'here') return null
  const { role, office } = session.seat
  const isHere = isOfSeat(entry, { user: session.user.id, role, office: office.id })
  const seat = session.seats.find((each) => each.role === entry.role && each.office.id === entry.office)
  const words = isHere
    ? entry.attempts > 0 && text('outbox.trying')
    : text('outbox.other-seat', { role: text(`role.${entry.role}`), office: seat?.office.name ?? entry.office })
  return words ? <p className="mt-1 text-small text-ink-soft">{words}</p> : null
}

function Settle({ entry }: { entry: OutboxEntry }) {
  const text = useText()
  const [asking, setAsking] = useState(false)
  return (
    <>
      {entry.kind === 'case' && <CorrectLink entry={entry} />}
      <Button kind="plain" onPress={() => setAsking(true)}>
        {text('outbox.discard')}
      </Button>
      <Dialog
        title={text('outbox.discard-ask')}
        open={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onPress={() => void discard(entry)}>{text('outbox.discard')}</Button>
            <Button kind="plain" onPress={() => setAsking(false)}>
              {text('ui.close')}
            </Button>
          </>
        }
      >
        {text('outbox.discard-help')}
      </Dialog>
    </>
  )
}

/** Leads to the form with everything that was typed in it. */
function CorrectLink({ entry }: { entry: OutboxEntry }) {
  const text = useText()
  const opens = entry.name === 'register-case'
  return (
    <Link
      to={opens ? '/cases/new' : '/cases/$case'}
      params={{ case: entry.stream }}
      search={opens ? { again: entry.id } : { act: entry.name, again: entry.id }}
      className={buttonClass('quiet')}
    >
      {text('outbox.correct')}
    </Link>
  )
}
