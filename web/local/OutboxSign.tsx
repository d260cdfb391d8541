import { useText } from '../i18n.ts'
import { Notice } from '../ui/Notice.tsx'
import { useOutbox } from './outbox.ts'

/** On every page but its own: something that was sent was not accepted, and waits for its author. */
export function OutboxSign({ path, onGo }: { path: string; onGo: (path: string) => void }) {
  const text = useText()
  const { entries } = useOutbox()
  // The page of a case shows what of that case needs its author.
  const needing = entries.filter(({ state, stream }) => state === 'needs-you' && !path.includes(stream))
  if (needing.length === 0 || path === '/outbox') return null
  return (
    <div className="mb-6" data-print="no">
      <Notice
        kind="late"
        live
        action={
          <a
            href="/outbox"
            className="touch inline-flex items-center px-2"
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey || event.shiftKey) return
              event.preventDefault()
              onGo('/outbox')
            }}
          >
            {text('shell.outbox')}
          </a>
        }
      >
        {text('shell.outbox-needs', { count: needing.length })}
      </Notice>
    </div>
  )
}
