import { Users } from 'lucide-react'

import { isolated } from '../message.ts'
import { Day } from '../ui/Day.tsx'
import { mayDo, memberName, quorumOf, type SittingView } from './view.ts'

/** Who is there, and whether that is enough. It stays in sight, and changes while one looks. */
export function Presence({ view }: { view: SittingView }) {
  const { file, words, search, show } = view
  const { text } = words
  const { sitting } = file.answer
  const { needed, present, members, holds } = quorumOf(file)
  const isMeeting = sitting.procedure === 'meeting'
  const isOpen = sitting.status === 'open'
  const hasMet = isMeeting && (isOpen || sitting.status === 'closed')
  const mayChange = isMeeting && mayDo('change-presence', view.attempts)
  const line = (
    <>
      {hasMet ? text('sittings.present', { present, members }) : text('sittings.members', { count: members })}
      {' · '}
      {needed === undefined ? (
        <span className="text-clay-deep">{text('sittings.quorum-unknown')}</span>
      ) : isOpen && isMeeting ? (
        <span className={holds ? 'text-leaf-deep' : 'text-clay-deep'}>
          {text(holds ? 'sittings.quorum-holds' : 'sittings.quorum-lacks', { needed })}
        </span>
      ) : (
        text('sittings.quorum', { needed })
      )}
    </>
  )
  return (
    <div
      className="sticky top-0 z-10 -mx-2 mt-2 flex gap-3 border-b border-line bg-ground px-2 py-2"
      aria-live="polite"
    >
      <Users className="mt-0.5 size-5 shrink-0 stroke-[1.5] text-ink-soft" aria-hidden="true" />
      <div className="min-w-0 flex-1">
        {mayChange ? (
          <button
            type="button"
            onClick={() => show({ ...search, act: 'change-presence' })}
            className="text-start underline decoration-edge underline-offset-4 hover:decoration-river"
            title={text.maybe('command.change-presence.title')}
          >
            {line}
          </button>
        ) : (
          <p>{line}</p>
        )}
        {sitting.answerBy !== null && (
          <p>
            {text('sittings.answer-by')} <Day value={sitting.answerBy} />
          </p>
        )}
        <p className="truncate text-small text-ink-soft">{namesOf(view, hasMet)}</p>
      </div>
    </div>
  )
}

/** Those who are there, or who sit; whoever takes part at a distance says so. */
function namesOf({ file, words }: SittingView, hasMet: boolean): string {
  const { present, members, remote } = file.answer.sitting
  const { text } = words
  const names = (hasMet ? present : members).map((member) => {
    const name = isolated(memberName(file, words, member))
    return hasMet && remote.includes(member) ? text('sittings.remotely', { name }) : name
  })
  return new Intl.ListFormat(text.locale, { type: 'conjunction' }).format(names)
}
