import { useEffect, useRef, useState, type FormEvent } from 'react'

import type { Fields } from '#domain/field.ts'

import { useText } from '../i18n.ts'
import { useRefusalWords, type Refused, type RefusalWords } from '../refusal.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { errorsIn, inputOf } from './check.ts'
import { dropDraft, keepDraft, readDraft } from './draft.ts'
import { FieldInput } from './FieldInput.tsx'
import { Review } from './Review.tsx'
import { showField } from './show-field.ts'
import type { FormSources } from './sources.ts'

/** What sending may meet: a refusal of the rules or a trouble of the way, with the field it belongs to. */
export type FormRefusal = Refused & { readonly field?: string | undefined }

export type CommandFormProps = {
  /** Which form this is, for its draft: the command and what it acts on, such as `submit-plan:<case>`. */
  readonly form: string
  /** The command's name: its texts are `command.<name>.title` and `field.<name>.…`. */
  readonly command: string
  readonly fields: Fields
  readonly sources?: FormSources
  /** Answers the form starts with, when there is no draft. */
  readonly initial?: Readonly<Record<string, unknown>>
  /** Plain date of today: a date called `on` starts with it. */
  readonly today?: string
  /** Read again before it is sent: for what cannot simply be done again. */
  readonly review?: boolean
  /** Sends the input; what it answers is shown under its field or at the foot. */
  readonly onSend: (input: Record<string, unknown>) => Promise<FormRefusal | undefined>
  readonly onDone: () => void
  readonly onCancel?: () => void
  /** What the button says; the command's title when left out. */
  readonly sendLabel?: string
}

/**
 * The form of a command, drawn from its fields. What is typed is kept in this tab until it is sent; the same schema
 * that the server checks is checked here first; a refusal stands under the field it names.
 */
export function CommandForm(props: CommandFormProps) {
  const { form, command, fields, sources = {}, review = false, onSend, onDone, onCancel } = props
  const text = useText()
  const words = useRefusalWords()
  const frame = useRef<HTMLFormElement>(null)
  const [kept] = useState(() => readDraft(form))
  const [fromDraft, setFromDraft] = useState(kept !== undefined)
  const [values, setValues] = useState<Readonly<Record<string, unknown>>>(() => kept ?? startOf(props))
  const [fresh, setFresh] = useState(0)
  const [tried, setTried] = useState(false)
  const [reviewing, setReviewing] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<FormRefusal | undefined>()

  const errors = tried ? errorsIn(text, fields, values) : {}
  const count = Object.keys(errors).length
  const change = (name: string, value: unknown): void => {
    const next = { ...values, [name]: value }
    setValues(next)
    keepDraft(form, next)
    if (problem?.field === name) setProblem(undefined)
  }
  const restart = (): void => {
    dropDraft(form)
    setValues(startOf(props))
    setFromDraft(false)
    setTried(false)
    setProblem(undefined)
    setFresh(fresh + 1)
  }
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    setTried(true)
    const wrong = Object.keys(errorsIn(text, fields, values))[0]
    if (wrong !== undefined) return showField(frame.current, wrong)
    if (review && !reviewing) return setReviewing(true)
    setBusy(true)
    const met = await onSend(inputOf(fields, values))
    setBusy(false)
    setProblem(met)
    if (met === undefined) {
      dropDraft(form)
      return onDone()
    }
    setReviewing(false)
    if (met.field !== undefined) showField(frame.current, met.field)
  }
  useEffect(() => {
    if (reviewing) frame.current?.querySelector<HTMLElement>('h2')?.focus()
  }, [reviewing])

  const title = text.maybe(`command.${command}.title`)
  const underField = problem?.field !== undefined && problem.field in fields ? problem : undefined
  return (
    <form ref={frame} noValidate onSubmit={(event) => void submit(event)} className="grid max-w-2xl gap-8">
      {fromDraft && !reviewing && (
        <Notice
          action={
            <Button kind="plain" onPress={restart}>
              {text('form.draft-drop')}
            </Button>
          }
        >
          {text('form.draft-found')}
        </Notice>
      )}
      {reviewing ? (
        <div>
          <h2 tabIndex={-1} className="mb-4 text-lead outline-none">
            {text('form.review-title')}
          </h2>
          <Review
            command={command}
            fields={fields}
            values={values}
            sources={sources}
            onChange={(name) => {
              setReviewing(false)
              requestAnimationFrame(() => showField(frame.current, name))
            }}
          />
        </div>
      ) : (
        <div key={fresh} className="grid gap-8">
          {Object.entries(fields).map(([name, field]) => (
            <FieldInput
              key={name}
              command={command}
              name={name}
              field={field}
              sources={sources}
              values={values}
              error={errors[name] ?? (underField?.field === name ? sentence(words(underField)) : undefined)}
              onChange={(value) => change(name, value)}
            />
          ))}
        </div>
      )}
      {problem && !underField && <ProblemNotice problem={problem} small />}
      {count > 0 && (
        <p role="status" className="text-clay-deep">
          {text('form.errors', { count })}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-3 border-t border-line pt-5">
        <Button kind="main" type="submit" busy={busy}>
          {review && !reviewing ? text('form.review') : (props.sendLabel ?? title ?? text('form.send'))}
        </Button>
        {reviewing && <Button onPress={() => setReviewing(false)}>{text('form.change')}</Button>}
        {onCancel && !reviewing && (
          <Button kind="plain" onPress={onCancel}>
            {text('form.cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}

/** What a form begins with: today, the only choice where there is but one, and what whoever opens it knows. */
function startOf({ fields, sources, initial = {}, today }: CommandFormProps): Record<string, unknown> {
  const onToday = today !== undefined && fields['on']?.kind === 'date' ? { on: today } : {}
  const only = Object.entries(fields).flatMap(([name, { kind, from, options, optional }]) => {
    const possible = kind === 'pick' ? from && sources?.choices?.[from]?.map(({ id }) => id) : options
    const isOne = (kind === 'pick' || kind === 'choice') && !optional && possible?.length === 1
    return isOne ? [[name, possible[0]] as const] : []
  })
  return { ...onToday, ...Object.fromEntries(only), ...initial }
}

/** Under a field, what happened and what to do are read as one. */
function sentence({ what, advice }: RefusalWords): string {
  return advice === undefined ? what : `${what} ${advice}`
}
