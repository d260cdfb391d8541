import type { ForeseenAnswer } from '#contract/by-itself-answers.ts'

import type { ListWords } from '../cases/list-words.ts'
import { formatDay } from '../locale.ts'
import { Button } from '../ui/Button.tsx'
import { Why } from '../ui/Why.tsx'
import type { Asked } from './ReasonDialog.tsx'
import { sourceWords, WhoseCase } from './WhoseCase.tsx'

type RowProps = {
  readonly row: ForeseenAnswer
  readonly words: ListWords
  readonly onAsk: (asked: Asked) => void
}

/** One thing that will happen: what, to whose case, by which rule, and how it is prevented or taken back. */
export function ForeseenRow({ row, words, onAsk }: RowProps) {
  const { text } = words
  const step = row.stepTitle[text.language]
  const after = text.maybe(`case.mark-${row.after}`) ?? row.afterTitle?.[text.language] ?? row.after
  const rule = text('case.rule-deadline', { within: row.within, unit: row.unit, after })
  return (
    <li className="grid gap-x-8 gap-y-2 border-b border-line py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-start">
      <div className="min-w-0">
        <WhoseCase row={row} words={words} />
        <Why
          reasons={[{ id: row.step, rule: `${step} · ${rule}`, source: sourceWords(row.source, text) }]}
          ask={text('by-itself.rule')}
        >
          <span className="text-lead">{row.what[text.language]}</span>
        </Why>
        <p className="mt-1 max-w-prose text-ink-soft">
          {text('by-itself.remedy', {
            step,
            date: formatDay(row.dueOn, text.locale),
            role: text(`role.${row.undoneBy}`),
          })}
        </p>
      </div>
      {row.mayPause && row.case !== null && (
        <div data-print="no">
          <Button
            onPress={() => onAsk({ command: 'pause-deadline', case: row.case ?? '', step: row.step, about: step })}
          >
            {text('by-itself.pause')}
          </Button>
        </div>
      )}
    </li>
  )
}
