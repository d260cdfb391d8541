import { useImperativeHandle, useRef, type Ref } from 'react'

import { controlFrame, join } from '../ui/classes.ts'
import { Question, useQuestion } from '../ui/Question.tsx'

import './drafts.css'

export type SourceHandle = { readonly show: (line: number) => void }

type SourceTextProps = {
  readonly label: string
  readonly help?: string
  readonly error?: string | undefined
  readonly value: string
  readonly onChange?: (value: string) => void
  /** Lines that something is said about. */
  readonly marked?: ReadonlySet<number>
  readonly ref?: Ref<SourceHandle>
}

/** The text of a scheme file with the numbers of its lines. YAML runs from left to right in every language. */
export function SourceText({ label, help, error, value, onChange, marked, ref }: SourceTextProps) {
  const question = useQuestion({ help, error, name: 'text' })
  const area = useRef<HTMLTextAreaElement>(null)
  const numbers = useRef<HTMLOListElement>(null)
  useImperativeHandle(ref, () => ({ show: (line) => show(area.current, line) }), [])
  const count = value.split('\n').length
  return (
    <Question label={label} help={help} error={error} name="text" ids={question.ids}>
      <div dir="ltr" className={join(controlFrame, 'source-text')}>
        <ol ref={numbers} aria-hidden="true" className="source-lines figures">
          {Array.from({ length: count }, (_, index) => (
            <li key={index} className={marked?.has(index + 1) ? 'source-marked' : undefined}>
              {index + 1}
            </li>
          ))}
        </ol>
        <textarea
          {...question.control}
          ref={area}
          dir="ltr"
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          autoCorrect="off"
          readOnly={onChange === undefined}
          value={value}
          onChange={(event) => onChange?.(event.target.value)}
          onScroll={({ currentTarget }) => {
            if (numbers.current) numbers.current.scrollTop = currentTarget.scrollTop
          }}
          className="source-area"
        />
      </div>
    </Question>
  )
}

/** Brings a line into sight and selects it. */
function show(area: HTMLTextAreaElement | null, line: number): void {
  if (!area) return
  const lines = area.value.split('\n')
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0)
  area.focus()
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
  const height = area.scrollHeight / lines.length
  area.scrollTop = Math.max(0, (line - 4) * height)
}
