import type { ReactNode } from 'react'

import { join } from './classes.ts'
import { Question, useQuestion, type QuestionProps } from './Question.tsx'

export type Option<Id extends string = string> = {
  readonly id: Id
  readonly title: string
  readonly help?: string | undefined
}

type ChoiceProps<Id extends string> = QuestionProps & {
  readonly options: readonly Option<Id>[]
  readonly value: Id | undefined
  readonly onChange: (value: Id) => void
  /** Two or three short options side by side. */
  readonly inline?: boolean
}

/** A few words each, with nothing to explain: they stand side by side where there is room. */
export function areShort(options: readonly Option[]): boolean {
  return options.length <= 4 && options.every(({ title, help }) => help === undefined && title.length <= 18)
}

/** One of a few: big rows that a thumb finds. More than eight belong in a Select. */
export function Choice<Id extends string>(props: ChoiceProps<Id>) {
  const question = useQuestion(props)
  const { options, value, onChange, inline } = props
  return (
    <Question {...props} ids={question.ids} group>
      <div className={inline ? 'flex flex-wrap gap-2' : 'grid max-w-prose grid-cols-[minmax(0,1fr)] gap-2'}>
        {options.map((option) => (
          <Row key={option.id} option={option} chosen={option.id === value} inline={inline}>
            <input
              type="radio"
              name={question.ids.control}
              checked={option.id === value}
              disabled={props.disabled}
              aria-invalid={question.control['aria-invalid']}
              aria-describedby={props.error === undefined ? undefined : question.ids.error}
              onChange={() => onChange(option.id)}
              className="mt-0.5 size-5 shrink-0 accent-river"
            />
          </Row>
        ))}
      </div>
    </Question>
  )
}

type ChoicesProps<Id extends string> = QuestionProps & {
  readonly options: readonly Option<Id>[]
  readonly value: readonly Id[]
  readonly onChange: (value: Id[]) => void
}

/** Any of a few. The answer keeps the order of the options. */
export function Choices<Id extends string>(props: ChoicesProps<Id>) {
  const question = useQuestion(props)
  const { options, value, onChange } = props
  const toggle = (id: Id, chosen: boolean): void =>
    onChange(options.map((option) => option.id).filter((other) => (other === id ? chosen : value.includes(other))))
  return (
    <Question {...props} ids={question.ids} group>
      <div className="grid max-w-prose grid-cols-[minmax(0,1fr)] gap-2">
        {options.map((option) => (
          <Row key={option.id} option={option} chosen={value.includes(option.id)}>
            <input
              type="checkbox"
              checked={value.includes(option.id)}
              disabled={props.disabled}
              aria-describedby={props.error === undefined ? undefined : question.ids.error}
              onChange={(event) => toggle(option.id, event.target.checked)}
              className="mt-0.5 size-5 shrink-0 accent-river"
            />
          </Row>
        ))}
      </div>
    </Question>
  )
}

type RowProps = {
  readonly option: Option
  readonly chosen: boolean
  readonly inline?: boolean | undefined
  readonly children: ReactNode
}

function Row({ option, chosen, inline, children }: RowProps) {
  return (
    <label
      className={join(
        'touch flex cursor-pointer items-start gap-3 rounded border px-3 py-2.5 transition-colors',
        'has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-river',
        chosen ? 'border-river bg-river-wash' : 'border-edge bg-paper hover:bg-sand-soft',
        inline && 'pe-5',
      )}
    >
      {children}
      <span className="min-w-0">
        <span className="block">{option.title}</span>
        {option.help !== undefined && <span className="mt-0.5 block text-ink-soft">{option.help}</span>}
      </span>
    </label>
  )
}

type CheckProps = {
  readonly label: string
  readonly help?: string
  readonly error?: string
  readonly name?: string
  readonly value: boolean
  readonly onChange: (value: boolean) => void
  readonly disabled?: boolean
}

/** One statement to agree with. A question with two sides is a Choice of yes and no. */
export function Check(props: CheckProps) {
  const question = useQuestion(props)
  return (
    <div data-field={props.name}>
      <label className="touch flex w-fit max-w-prose cursor-pointer items-start gap-3 py-2">
        <input
          {...question.control}
          type="checkbox"
          checked={props.value}
          onChange={(event) => props.onChange(event.target.checked)}
          className="mt-0.5 size-5 shrink-0 accent-river"
        />
        <span>{props.label}</span>
      </label>
      {props.help !== undefined && (
        <p id={question.ids.help} className="ms-8 max-w-prose text-ink-soft">
          {props.help}
        </p>
      )}
      {props.error !== undefined && (
        <p id={question.ids.error} role="alert" className="ms-8 mt-1 text-clay-deep">
          {props.error}
        </p>
      )}
    </div>
  )
}
