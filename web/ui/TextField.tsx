import type { ReactNode } from 'react'

import { control, join, longControl } from './classes.ts'
import { writingDirection } from './letters.ts'
import { Question, useQuestion, type QuestionProps } from './Question.tsx'

type TextFieldProps = QuestionProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'email' | 'password' | 'tel' | 'search'
  readonly autoComplete?: string
  readonly inputMode?: 'text' | 'numeric' | 'tel' | 'email'
  readonly maxLength?: number
  readonly autoFocus?: boolean
  /** Addresses, codes and telephone numbers run left to right in Arabic too. */
  readonly direction?: 'ltr'
  readonly after?: ReactNode
  readonly width?: 'short' | 'full'
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const question = useQuestion(props)
  const { value, onChange, type = 'text', width = 'full', after } = props
  return (
    <Question {...props} ids={question.ids}>
      <div className="flex items-center gap-3">
        <input
          {...question.control}
          type={type}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          autoComplete={props.autoComplete ?? 'off'}
          inputMode={props.inputMode}
          maxLength={props.maxLength}
          // The one field of a sign-in step: whoever came to this page came for it.
          autoFocus={props.autoFocus}
          dir={props.direction ?? writingDirection(value)}
          className={join(control, width === 'short' && 'max-w-56', props.direction === 'ltr' && 'rtl:text-end')}
        />
        {after}
      </div>
    </Question>
  )
}

type LongTextProps = QuestionProps & {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly rows?: number
  readonly maxLength?: number
}

/** Several lines of text; it grows with what is written. */
export function LongText(props: LongTextProps) {
  const question = useQuestion(props)
  return (
    <Question {...props} ids={question.ids}>
      <textarea
        {...question.control}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        rows={props.rows ?? 4}
        maxLength={props.maxLength}
        dir={writingDirection(props.value)}
        className={join(longControl, 'field-sizing-content max-h-[60dvh] resize-y')}
      />
    </Question>
  )
}
