import { eventText } from '../readable.ts'
import { Moment } from '../ui/Day.tsx'
import { Part } from './Part.tsx'
import type { StandingView } from './view.ts'

/** Who did what, the latest first, with what they said. */
export function Story({ view }: { view: StandingView }) {
  const { words, answer, ground, said } = view
  const { text } = words
  const names = { running: ground.running, office: (id: string) => ground.officeNames[id] }
  return (
    <Part title={text('operators.history')} view={view}>
      <ol className="grid max-w-prose gap-3">
        {answer.story.map(({ version, type, data, who, role, at }) => {
          const author = who ?? text.maybe(`role.${role}`) ?? role
          const reason = said(wordsIn(data))
          return (
            <li key={version} className="border-s-2 border-line ps-3">
              <p>{eventText(text, { type, data, who: author }, names)}</p>
              {reason !== undefined && (
                <p dir="auto" className="whitespace-pre-line text-ink-soft">
                  {reason}
                </p>
              )}
              <p className="text-small text-ink-soft">
                <Moment value={at} />
              </p>
            </li>
          )
        })}
      </ol>
    </Part>
  )
}

function wordsIn(data: unknown): string | undefined {
  const { reason, text } = (data ?? {}) as { readonly reason?: unknown; readonly text?: unknown }
  const reference = reason ?? text
  return typeof reference === 'string' ? reference : undefined
}
