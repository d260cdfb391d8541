import { useState } from 'react'

import { useText } from '../i18n.ts'
import { control } from './classes.ts'
import { DateField } from './DateField.tsx'
import { useQuestion, FieldError, type QuestionProps } from './Question.tsx'

type MomentFieldProps = QuestionProps & {
  /** An instant in UTC, `2026-03-02T09:30:00Z`; undefined until both parts are there. */
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

/** A day and a time of day, in the reader's own time zone. */
export function MomentField(props: MomentFieldProps) {
  const text = useText()
  const [typed, setTyped] = useState(() => localParts(props.value))
  const question = useQuestion(props)
  const change = (part: Partial<LocalParts>): void => {
    const next = { ...typed, ...part }
    setTyped(next)
    props.onChange(instantOf(next))
  }
  return (
    <div data-field={props.name}>
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <DateField {...props} error={undefined} value={typed.day} onChange={(day) => change({ day })} />
        <label className="grid gap-1">
          <span className="text-small text-ink-soft">{text('form.time')}</span>
          <input
            type="time"
            value={typed.time}
            aria-describedby={props.error === undefined ? undefined : question.ids.error}
            onChange={(event) => change({ time: event.target.value })}
            className={control}
          />
        </label>
      </div>
      {props.error !== undefined && <FieldError id={question.ids.error}>{props.error}</FieldError>}
    </div>
  )
}

export type LocalParts = { readonly day: string | undefined; readonly time: string }

/** The instant that the clock on the wall of this device means, or undefined while a part is missing. */
export function instantOf({ day, time }: LocalParts): string | undefined {
  if (day === undefined || !/^\d{2}:\d{2}$/.test(time)) return undefined
  const at = new Date(`${day}T${time}:00`)
  return Number.isNaN(at.valueOf()) ? undefined : at.toISOString().replace('.000Z', 'Z')
}

export function localParts(instant: string | undefined): LocalParts {
  const at = new Date(instant ?? Number.NaN)
  if (Number.isNaN(at.valueOf())) return { day: undefined, time: '' }
  const pad = (part: number, length = 2): string => String(part).padStart(length, '0')
  return {
    day: `${pad(at.getFullYear(), 4)}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`,
    time: `${pad(at.getHours())}:${pad(at.getMinutes())}`,
  }
}
