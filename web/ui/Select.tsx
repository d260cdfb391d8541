import { Check, ChevronDown } from 'lucide-react'
import { Button, ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'

import { useText } from '../i18n.ts'
import type { Option } from './Choice.tsx'
import { control, join } from './classes.ts'
import { sameLetters } from './letters.ts'
import { Question, useQuestion, type QuestionProps } from './Question.tsx'

type SelectProps<Id extends string> = QuestionProps & {
  readonly options: readonly Option<Id>[]
  readonly value: Id | undefined
  readonly onChange: (value: Id | undefined) => void
  readonly placeholder?: string
}

const listClass = 'max-h-72 overflow-auto p-1 outline-none'
const popoverClass = 'min-w-(--trigger-width) rounded bg-paper shadow-float'

/** One of many, by a list that opens. Fewer than eight options read better as a Choice. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const text = useText()
  const question = useQuestion(props)
  return (
    <Question {...props} ids={question.ids} group={false}>
      <AriaSelect
        aria-label={props.label}
        aria-describedby={question.control['aria-describedby']}
        isInvalid={props.error !== undefined}
        isDisabled={props.disabled ?? false}
        value={props.value ?? null}
        onChange={(key) => props.onChange(key === null ? undefined : (String(key) as Id))}
        placeholder={props.placeholder ?? text('ui.choose')}
      >
        <Button
          id={question.ids.control}
          className={join(control, 'flex items-center justify-between gap-2 text-start')}
        >
          <SelectValue className="min-w-0 truncate data-placeholder:text-ink-soft">
            {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
          </SelectValue>
          <ChevronDown className="size-5 shrink-0 stroke-[1.5] text-ink-soft" aria-hidden="true" />
        </Button>
        <Popover className={popoverClass}>
          <ListBox className={listClass}>{props.options.map(optionRow)}</ListBox>
        </Popover>
      </AriaSelect>
    </Question>
  )
}

type ComboBoxProps<Id extends string> = SelectProps<Id> & {
  /** Given, the options are those of a search elsewhere and are not filtered here. */
  readonly onSearch?: (typed: string) => void
}

/** One of very many, found by typing. */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const text = useText()
  const question = useQuestion(props)
  const { onSearch } = props
  return (
    <Question {...props} ids={question.ids}>
      <AriaComboBox
        aria-label={props.label}
        aria-describedby={question.control['aria-describedby']}
        isInvalid={props.error !== undefined}
        isDisabled={props.disabled ?? false}
        value={props.value ?? null}
        onChange={(key) => props.onChange(key === null ? undefined : (String(key) as Id))}
        {...(onSearch ? { onInputChange: onSearch, defaultFilter: everything } : { defaultFilter: sameLetters })}
        allowsEmptyCollection
        menuTrigger="focus"
      >
        <div className="relative">
          <Input
            id={question.ids.control}

            placeholder={props.placeholder ?? text('ui.type-to-find')}
            className={join(control, 'pe-11 [unicode-bidi:plaintext]')}
          />
          <Button
            aria-label={text('ui.show-list')}
            className="absolute inset-y-0 end-0 grid w-11 place-items-center rounded text-ink-soft"
          >
            <ChevronDown className="size-5 stroke-[1.5]" aria-hidden="true" />
          </Button>
        </div>
        <Popover className={popoverClass}>
          <ListBox
            className={listClass}
            renderEmptyState={() => <p className="px-3 py-2 text-ink-soft">{text('ui.nothing-found')}</p>}
          >
            {props.options.map(optionRow)}
          </ListBox>
        </Popover>
      </AriaComboBox>
    </Question>
  )
}

function optionRow(option: Option) {
  return (
    <ListBoxItem
      key={option.id}
      id={option.id}
      textValue={option.title}
      className="touch group flex cursor-pointer items-start gap-2 rounded px-3 py-2 outline-none data-focused:bg-river-wash"
    >
      <Check
        className="mt-0.5 size-5 shrink-0 stroke-[1.5] text-river opacity-0 group-data-selected:opacity-100"
        aria-hidden="true"
      />
      <span className="min-w-0">
        <span className="block">{option.title}</span>
        {option.help !== undefined && <span className="block text-small text-ink-soft">{option.help}</span>}
      </span>
    </ListBoxItem>
  )
}

function everything(): boolean {
  return true
}
