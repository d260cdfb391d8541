import { useState, type ReactNode } from 'react'

import { useText } from '../i18n.ts'
import { control, join } from './classes.ts'
import { Question, useQuestion, type QuestionProps } from './Question.tsx'

type PartialDateFieldProps = QuestionProps & {
  /** `1990`, `1990-06` or `1990-06-12`; undefined while there is no readable year. */
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

type Parts = { readonly day: string; readonly month: string; readonly year: string }

/**
 * A date of which only the year may be known: half of all birth dates are. Day and month may stay empty, and nothing
 * is filled in for them.
 */
export function PartialDateField(props: PartialDateFieldProps) {
  const text = useText()
  const [typed, setTyped] = useState<Parts>(() => split(props.value))
  const parts = assemble(typed) === props.value || props.value === undefined ? typed : split(props.value)
  const error = props.error ?? (misread(parts) ? text('ui.partial-date-unreadable') : undefined)
  const question = useQuestion({ ...props, error })
  const change = (change: Partial<Parts>): void => {
    const next = { ...parts, ...change }
    setTyped(next)
    props.onChange(assemble(next))
  }
  const described = question.control['aria-describedby']
  const invalid = question.control['aria-invalid']
  const boxes = {
    'aria-describedby': described,
    'aria-invalid': invalid,
    disabled: props.disabled,
    autoComplete: 'off',
  }
  return (
    <Question {...props} error={error} help={props.help ?? text('ui.partial-date-help')} ids={question.ids} group>
      <div className="flex flex-wrap gap-3">
        <Box label={text('ui.day')} width="w-16">
          <input
            {...boxes}
            inputMode="numeric"
            maxLength={2}
            value={parts.day}
            onChange={(event) => change({ day: event.target.value })}
            className={join(control, 'text-center')}
          />
        </Box>
        <Box label={text('ui.month')} width="w-40">
          <select
            {...boxes}
            value={parts.month}
            onChange={(event) => change({ month: event.target.value })}
            className={control}
          >
            <option value="">—</option>
            {months.map((month) => (
              <option key={month} value={month}>
                {monthName(month, text.locale)}
              </option>
            ))}
          </select>
        </Box>
        <Box label={text('ui.year')} width="w-24">
          <input
            {...boxes}
            inputMode="numeric"
            maxLength={4}
            value={parts.year}
            onChange={(event) => change({ year: event.target.value })}
            className={join(control, 'text-center')}
          />
        </Box>
      </div>
    </Question>
  )
}

function Box({ label, width, children }: { label: string; width: string; children: ReactNode }) {
  return (
    <label className={join('grid gap-1', width)}>
      <span className="text-small text-ink-soft">{label}</span>
      {children}
    </label>
  )
}

const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const

function monthName(month: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(Date.parse(`2001-${month}-01`))
}

function split(value: string | undefined): Parts {
  const [year = '', month = '', day = ''] = (value ?? '').split('-')
  return { day: day.replace(/^0/, ''), month, year }
}

/** The date as far as it is known, or undefined when what is typed is not a date. A day needs its month. */
export function assemble({ day, month, year }: Parts): string | undefined {
  const [plainDay, plainYear] = [latin(day.trim()), latin(year.trim())]
  if (!/^(19|20)\d{2}$/.test(plainYear)) return undefined
  if (month === '') return plainDay === '' ? plainYear : undefined
  if (plainDay === '') return `${plainYear}-${month}`
  if (!/^\d{1,2}$/.test(plainDay)) return undefined
  const whole = `${plainYear}-${month}-${plainDay.padStart(2, '0')}`
  const at = new Date(`${whole}T00:00:00Z`)
  return !Number.isNaN(at.valueOf()) && at.toISOString().startsWith(whole) ? whole : undefined
}

function latin(typed: string): string {
  return typed.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
}

/** Silent while somebody is still typing the year; says so once the parts are there and do not make a date. */
function misread(parts: Parts): boolean {
  if (parts.year.trim().length < 4) return false
  return assemble(parts) === undefined
}
