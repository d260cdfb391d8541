import type { OutboxEntry } from '../local/entry.ts'
import { discard, useOutbox } from '../local/outbox.ts'
import { Button } from '../ui/Button.tsx'
import { Moment } from '../ui/Day.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SyncMark } from '../ui/SyncMark.tsx'
import { fieldOf } from './acts.ts'
import type { CaseView } from './view.ts'

const signs = { here: 'this-device', sending: 'sending', arrived: 'arrived', 'needs-you': 'needs-you' } as const

/** What of this case is still on this device: where it is, and what to do about a refusal. Nothing is lost here. */
export function OnTheWay({ view }: { view: CaseView }) {
  const { file, words } = view
  const { lasting } = useOutbox()
  const refused = file.entries.filter(({ state }) => state === 'needs-you')
  const moving = file.entries.filter(({ state }) => state !== 'needs-you')
  return (
    <div className="grid gap-4 empty:hidden" data-print="no">
      {refused.map((entry) => (
        <Refused key={entry.id} entry={entry} view={view} />
      ))}
      <div role="status" className="grid gap-1 empty:hidden">
        {moving.map((entry) => (
          <p key={entry.id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <SyncMark state={signs[entry.state]} />
            <span>{titleOf(entry, view)}</span>
            {entry.attempts > 0 && entry.state === 'here' && (
              <span className="text-small text-ink-soft">{words.text('outbox.trying')}</span>
            )}
          </p>
        ))}
        {!lasting && moving.some(({ state }) => state !== 'arrived') && (
          <p className="text-small text-clay-deep">{words.text('outbox.not-lasting')}</p>
        )}
      </div>
    </div>
  )
}

function Refused({ entry, view }: { entry: OutboxEntry; view: CaseView }) {
  const { words, begin } = view
  const { text } = words
  const problem = entry.refusal ?? { code: 'page-failed', status: 0 }
  const of = entry.input[fieldOf(entry.name) ?? '']
  return (
    <section aria-label={titleOf(entry, view)}>
      <ProblemNotice
        small
        problem={{ ...problem, ...words.problem({ code: problem.code, facts: problem.facts ?? {} }) }}
        safe={text('outbox.refused', { what: titleOf(entry, view) })}
      />
      <div className="mt-2 flex flex-wrap items-center gap-3 ps-4">
        <Button onPress={() => begin({ command: entry.name, of: typeof of === 'string' ? of : undefined }, entry.id)}>
          {text('outbox.correct')}
        </Button>
        <Button kind="plain" onPress={() => void discard(entry)}>
          {text('outbox.discard')}
        </Button>
        <span className="text-small text-ink-soft">
          <Moment value={entry.happenedAt} />
        </span>
      </div>
    </section>
  )
}

function titleOf(entry: OutboxEntry, { words }: CaseView): string {
  return words.text.maybe(`command.${entry.name}.title`) ?? entry.name
}
