import { useText } from '../i18n.ts'
import { formatMoment } from '../locale.ts'
import { eventText } from '../readable.ts'
import type { DraftView } from './draft-view.ts'

/** Who did what to the draft, the latest first. */
export function DraftStory({ view: { story, texts } }: { view: DraftView }) {
  const text = useText()
  return (
    <ol className="grid max-w-prose gap-3">
      {story.map(({ version, type, data, who, at }) => (
        <li key={version} className="border-s-2 border-line ps-3">
          <p>{eventText(text, { type, data, who: who ?? '' }, {})}</p>
          <Said text={texts[reasonIn(data)]} />
          <p className="text-small text-ink-soft">{formatMoment(at, text.locale)}</p>
        </li>
      ))}
    </ol>
  )
}

function Said({ text }: { text: string | undefined }) {
  return text === undefined ? null : (
    <p className="whitespace-pre-line text-ink-soft">
      <bdi>{text}</bdi>
    </p>
  )
}

function reasonIn(data: unknown): string {
  return typeof data === 'object' && data !== null && 'reason' in data ? String(data.reason) : ''
}
