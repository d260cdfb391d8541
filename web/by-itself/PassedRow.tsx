import type { PassedAnswer } from '#contract/by-itself-answers.ts'

import type { ListWords } from '../cases/list-words.ts'
import { formatDay } from '../locale.ts'
import { Button } from '../ui/Button.tsx'
import { Why } from '../ui/Why.tsx'
import type { Asked } from './ReasonDialog.tsx'
import { sourceWords, WhoseCase } from './WhoseCase.tsx'

type RowProps = { readonly row: PassedAnswer; readonly words: ListWords; readonly onAsk: (asked: Asked) => void }

/** One thing that happened: what, when and why, and the way back as long as there is one. */
export function PassedRow({ row, words, onAsk }: RowProps) {
  const { text } = words
  const step = row.stepTitle?.[text.language] ?? row.step
  const what = row.what?.[text.language] ?? text(`by-itself.act-${row.act}`)
  const was = text('by-itself.was-due', { step, date: formatDay(row.dueOn, text.locale) })
  return (
    <li className="grid gap-x-8 gap-y-2 border-b border-line py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-start">
      <div className="min-w-0">
        <WhoseCase row={row} words={words} />
        <Why
          reasons={[{ id: row.step, rule: was, source: sourceWords(row.source, text) }]}
          ask={text('by-itself.rule')}
        >
          <span>{text('by-itself.happened', { date: formatDay(row.on, text.locale), what })}</span>
        </Why>
        <p className="mt-1 text-ink-soft">
          {row.isUndone
            ? text('by-itself.undone')
            : text('by-itself.undone-by', { role: text(`role.${row.undoneBy}`) })}
        </p>
      </div>
      {row.mayUndo && row.case !== null && (
        <div data-print="no">
          <Button onPress={() => onAsk({ command: 'undo-deadline', case: row.case ?? '', about: what })}>
            {text('by-itself.take-back')}
          </Button>
        </div>
      )}
    </li>
  )
}
