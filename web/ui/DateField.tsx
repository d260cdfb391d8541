import { parseDate, type CalendarDate } from '@internationalized/date'
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { DatePicker } from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import { Heading } from 'react-aria-components/Heading'
import { Popover } from 'react-aria-components/Popover'

import { useText } from '../i18n.ts'
import { controlFrame, join } from './classes.ts'
import { Question, useQuestion, type QuestionProps } from './Question.tsx'

type DateFieldProps = QuestionProps & {
  /** `YYYY-MM-DD`, or undefined while it is not whole. */
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
  readonly min?: string
  readonly max?: string
}

/** A plain date: typed part by part, or picked from a calendar that turns with the language. */
export function DateField(props: DateFieldProps) {
  const text = useText()
  const question = useQuestion(props)
  return (
    <Question {...props} ids={question.ids} group>
      <DatePicker
        aria-label={props.label}
        aria-describedby={question.control['aria-describedby']}
        isInvalid={props.error !== undefined}
        isDisabled={props.disabled ?? false}
        value={readDate(props.value)}
        onChange={(date) => props.onChange(date === null ? undefined : writeDate(date))}
        minValue={readDate(props.min)}
        maxValue={readDate(props.max)}
        shouldForceLeadingZeros
        className="max-w-56 min-w-0"
      >
        <Group
          className={join(
            controlFrame,
            'flex items-center ps-3 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-river',
          )}
        >
          <DateInput className="flex min-w-0 flex-1 flex-wrap py-2">
            {(segment) => (
              <DateSegment
                segment={segment}
                className="rounded px-0.5 tabular-nums outline-none data-focused:bg-river data-focused:text-on-river data-placeholder:text-ink-soft data-focused:data-placeholder:text-on-river"
              />
            )}
          </DateInput>
          <Button
            aria-label={text('ui.open-calendar')}
            className="grid size-11 shrink-0 place-items-center rounded text-ink-soft hover:text-ink"
          >
            <CalendarDays className="size-5 stroke-[1.5]" aria-hidden="true" />
          </Button>
        </Group>
        <Popover className="rounded bg-paper p-4 shadow-float">
          <Dialog className="outline-none">
            <MonthPage />
          </Dialog>
        </Popover>
      </DatePicker>
    </Question>
  )
}

const turn = 'grid size-11 place-items-center rounded hover:bg-sand-soft disabled:opacity-40'

function MonthPage() {
  return (
    <Calendar>
      <div className="flex items-center justify-between">
        <Button slot="previous" className={turn}>
          <ChevronLeft className="size-5 stroke-[1.5] rtl:-scale-x-100" aria-hidden="true" />
        </Button>
        <Heading className="font-strong" />
        <Button slot="next" className={turn}>
          <ChevronRight className="size-5 stroke-[1.5] rtl:-scale-x-100" aria-hidden="true" />
        </Button>
      </div>
      <CalendarGrid className="mt-1 border-collapse">
        <CalendarGridHeader>
          {(day) => (
            <CalendarHeaderCell className="size-9 text-small font-normal text-ink-soft">{day}</CalendarHeaderCell>
          )}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => (
            <CalendarCell
              date={date}
              className="grid size-10 cursor-pointer place-items-center rounded tabular-nums data-disabled:text-ink-soft data-disabled:opacity-50 data-hovered:bg-sand-soft data-outside-month:hidden data-selected:bg-river data-selected:text-on-river"
            />
          )}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  )
}

/** Homeward's dates are Gregorian; a calendar of another reckoning is turned into one. */
function writeDate(date: CalendarDate | { toString(): string }): string {
  return date.toString().slice(0, 10)
}

/** A date that cannot be read shows as empty rather than breaking the form. */
function readDate(value: string | undefined): CalendarDate | null {
  if (value === undefined || value === '') return null
  try {
    return parseDate(value)
  } catch {
    return null
  }
}
