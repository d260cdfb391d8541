import { Moment } from '../ui/Day.tsx'
import { memberName, type SittingView } from './view.ts'

/** Once closed: what the minutes say, and who has signed them. */
export function Minutes({ view }: { view: SittingView }) {
  const { file, words } = view
  const { text } = words
  const { sitting, texts } = file.answer
  if (sitting.minutes === null) return null
  return (
    <section aria-labelledby="minutes" className="mt-6 border-t border-line pt-5">
      <h2 id="minutes" className="text-lead">
        {text('sittings.minutes')}
      </h2>
      <p dir="auto" className="mt-2 max-w-prose whitespace-pre-line">
        {texts[sitting.minutes] ?? text('case.erased')}
      </p>
      <p className="mt-3 text-small text-ink-soft">
        {sitting.signatures.length === 0 ? text('sittings.unsigned') : text('sittings.signed')}
      </p>
      <ul className="text-small">
        {sitting.signatures.map(({ member, at }) => (
          <li key={member}>
            <bdi>{memberName(file, words, member)}</bdi>, <Moment value={at} />
          </li>
        ))}
      </ul>
    </section>
  )
}
