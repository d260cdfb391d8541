import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'

import type { UnknownReason } from '#domain/answer.ts'
import { unknownReasons } from '#domain/answer.ts'
import type { FactAnswer } from '#domain/field.ts'
import type { Fact } from '#domain/scheme/scheme.ts'

import { useText } from '../i18n.ts'
import { join } from '../ui/classes.ts'
import { DateField } from '../ui/DateField.tsx'
import { KnownMark } from '../ui/KnownMark.tsx'
import { AmountField, NumberField } from '../ui/NumberField.tsx'
import { OneOf, YesNo } from './FieldInput.tsx'
import type { InputProps } from './sources.ts'

type AnswerInputProps = {
  readonly fact: Fact
  readonly value: FactAnswer | undefined
  readonly onChange: (value: FactAnswer | undefined) => void
  readonly currency: string | undefined
}

/**
 * One question of the scheme. Whoever cannot answer says why instead: the three reasons are one touch each, and an
 * estimate is a value that says so. Nothing is ever invented to fill a gap.
 */
export function AnswerInput({ fact, value, onChange, currency }: AnswerInputProps) {
  const text = useText()
  const reason = value !== undefined && 'unknown' in value ? value.unknown : undefined
  const known = value !== undefined && 'known' in value ? value.known : undefined
  const estimated = value !== undefined && 'known' in value && value.estimated === true
  const give = (next: unknown): void => onChange(next === undefined ? undefined : answerOf(next, estimated))
  const props = {
    name: fact.fact,
    label: fact.ask[text.language],
    help: fact.help?.[text.language],
  }
  return (
    <div>
      {/* A reason empties the control, and a fresh control forgets what was half typed. */}
      <FactControl key={reason ?? 'value'} fact={fact} {...props} value={known} onChange={give} currency={currency} />
      <div className="-ms-3 mt-1 flex flex-wrap items-center gap-1 text-small">
        {fact.type !== 'yes-no' && fact.type !== 'choice' && known !== undefined && (
          <Reason pressed={estimated} onPress={() => onChange(answerOf(known, !estimated))}>
            <KnownMark of="estimated">{text('form.estimate')}</KnownMark>
          </Reason>
        )}
        {unknownReasons.map((each) => (
          <Reason
            key={each}
            pressed={reason === each}
            onPress={() => onChange(reason === each ? undefined : gap(each))}
          >
            <KnownMark of={each} small />
            {text(`form.answer-${each}`)}
          </Reason>
        ))}
      </div>
      {fact.sensitive && (
        <p className="mt-1 flex items-center gap-2 text-small text-ink-soft">
          <Lock className="size-4 stroke-[1.5]" aria-hidden="true" />
          {text('form.sensitive')}
        </p>
      )}
    </div>
  )
}

function gap(reason: UnknownReason): FactAnswer {
  return { unknown: reason }
}

function answerOf(value: unknown, estimated: boolean): FactAnswer {
  const known = value as string | number | boolean
  return estimated ? { known, estimated: true } : { known }
}

type ReasonProps = { readonly pressed: boolean; readonly onPress: () => void; readonly children: ReactNode }

function Reason({ pressed, onPress, children }: ReasonProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onPress}
      className={join(
        'touch flex items-center gap-1.5 rounded border px-3',
        pressed ? 'border-river bg-river-wash text-ink' : 'border-transparent text-ink-soft hover:bg-sand-soft',
      )}
    >
      {children}
    </button>
  )
}

type FactControlProps = InputProps<unknown> & { readonly fact: Fact; readonly currency: string | undefined }

function FactControl({ fact, currency, ...props }: FactControlProps) {
  const text = useText()
  switch (fact.type) {
    case 'yes-no':
      return <YesNo {...props} value={props.value as boolean | undefined} />
    case 'number':
      return <NumberField {...props} value={props.value as number | undefined} />
    case 'amount':
      return <AmountField {...props} value={props.value as number | undefined} currency={currency ?? 'EUR'} />
    case 'date':
      return <DateField {...props} value={props.value as string | undefined} />
    case 'choice': {
      const options = (fact.options ?? []).map(({ option, title }) => ({ id: option, title: title[text.language] }))
      return <OneOf {...props} value={props.value as string | undefined} options={options} />
    }
  }
}
