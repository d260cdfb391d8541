import { useId, useState } from 'react'

import { useText } from '../i18n.ts'
import { Button } from '../ui/Button.tsx'
import { join } from '../ui/classes.ts'

type SeasonsProps = {
  /** What is sold, for whoever hears the page. */
  readonly title: string
  /** Percent of the usual month, January first. */
  readonly value: readonly number[]
  readonly onChange: (value: number[]) => void
}

const most = 1000
const drawnMost = 200

/** Months that sell more or less than usual: a number for each month, with a small picture of the year above. */
export function Seasons({ title, value, onChange }: SeasonsProps) {
  const text = useText()
  const id = useId()
  const isUsual = value.every((percent) => percent === 100)
  const [isOpen, setOpen] = useState(false)
  const months = value.map((_, month) =>
    new Intl.DateTimeFormat(text.locale, { month: 'short', timeZone: 'UTC' }).format(Date.UTC(2027, month, 1)),
  )
  const set = (month: number, percent: number): void =>
    onChange(value.map((each, index) => (index === month ? Math.max(0, Math.min(most, percent)) : each)))
  return (
    <div className="mt-2">
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
        className="touch inline-flex items-center gap-3 rounded px-1 text-river hover:text-river-deep pointer-fine:min-h-9"
      >
        <Year value={value} />
        {text(isUsual ? 'workshop.seasons-same' : 'workshop.seasons-differ')}
      </button>
      <div id={id} hidden={!isOpen} role="group" aria-label={text('workshop.seasons-of', { title })}>
        <p className="max-w-prose text-small text-ink-soft">{text('workshop.seasons-help')}</p>
        <ol className="mt-2 grid grid-cols-4 gap-2 sm:grid-cols-6">
          {value.map((percent, month) => (
            <li key={months[month]}>
              <label className="block text-small text-ink-soft">
                <bdi>{months[month]}</bdi>
                <input
                  type="number"
                  min={0}
                  max={most}
                  step={10}
                  dir="ltr"
                  value={percent}
                  onChange={(event) => {
                    const typed = event.target.valueAsNumber
                    set(month, Number.isNaN(typed) ? 0 : Math.round(typed))
                  }}
                  className="touch w-full rounded border border-edge bg-paper px-2 text-end text-base text-ink"
                />
              </label>
            </li>
          ))}
        </ol>
        {!isUsual && (
          <div className="mt-2">
            <Button kind="plain" onPress={() => onChange(value.map(() => 100))}>
              {text('workshop.seasons-reset')}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}

/** Twelve small bars; months that differ are darker and of another height. */
function Year({ value }: { value: readonly number[] }) {
  return (
    <span aria-hidden="true" className="inline-flex h-6 items-end gap-0.5 border-b border-edge">
      {value.map((percent, month) => (
        <span
          // Months have no other name than their place.
          // oxlint-disable-next-line react/no-array-index-key
          key={month}
          className={join('w-1', percent === 100 ? 'bg-depth-2' : 'bg-depth-4')}
          style={{ blockSize: `${(Math.min(percent, drawnMost) / drawnMost) * 100}%` }}
        />
      ))}
    </span>
  )
}
