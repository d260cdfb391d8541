import { changesBy } from '#domain/case/edition-change.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

import { changeText } from '../edition-change.ts'
import type { CaseView } from './view.ts'

/** What another edition would change on this case, before anybody decides it. */
export function EditionMove({ view, target }: { view: CaseView; target: RunningEdition }) {
  const { file, words, circumstances } = view
  const { running: from, calendar } = circumstances
  const changes = changesBy({ state: file.answer.case, from, to: target, calendar })
  if (changes.length === 0) return <p>{words.text('move.nothing')}</p>
  return (
    <section aria-label={words.text('move.changes')}>
      <h3 className="text-small text-ink-soft">{words.text('move.changes')}</h3>
      <ul className="mt-1 grid gap-2">
        {changes.map((change) => (
          <li key={`${change.change} ${change.of}`} className="border-s-2 border-line ps-3">
            {changeText(words.text, change, { from, to: target })}
          </li>
        ))}
      </ul>
    </section>
  )
}
