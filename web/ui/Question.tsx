import { CircleAlert } from 'lucide-react'
import { useId, type ReactNode } from 'react'

import { useText } from '../i18n.ts'
import { join } from './classes.ts'

/** What every field of a form is given. The label is a question or a short name; help and error are sentences. */
export type QuestionProps = {
  readonly label: string
  readonly help?: string | undefined
  readonly error?: string | undefined
  readonly optional?: boolean | undefined
  /** The name of the field in the command: refusals find their place by it. */
  readonly name?: string | undefined
  readonly disabled?: boolean | undefined
}

type Ids = { readonly control: string; readonly help: string; readonly error: string }

/** Ids that tie a control to its question, help and error, and what to spread on the control. */
export function useQuestion({ help, error, name, disabled }: Omit<QuestionProps, 'label'>) {
  const id = useId()
  const ids: Ids = { control: `${id}control`, help: `${id}help`, error: `${id}error` }
  const describedBy = join(help !== undefined && ids.help, error !== undefined && ids.error) || undefined
  return {
    ids,
    control: {
      id: ids.control,
      name,
      disabled,
      'aria-describedby': describedBy,
      'aria-invalid': error === undefined ? undefined : (true as const),
    },
  }
}

type FrameProps = QuestionProps & { readonly ids: Ids; readonly children: ReactNode; readonly group?: boolean }

/** Question above, help under it, control, error under that. A group is a fieldset with a legend. */
export function Question({ ids, label, help, error, optional, children, group, name }: FrameProps) {
  const text = useText()
  const words = (
    <>
      <span className="font-strong">{label}</span>
      {optional && <span className="text-ink-soft"> {text('ui.optional')}</span>}
    </>
  )
  const rest = (
    <>
      {help !== undefined && (
        <p id={ids.help} className="mt-1 max-w-prose text-ink-soft">
          {help}
        </p>
      )}
      <div className="mt-2">{children}</div>
      {error !== undefined && <FieldError id={ids.error}>{error}</FieldError>}
    </>
  )
  if (group) {
    return (
      <fieldset data-field={name} aria-describedby={help !== undefined ? ids.help : undefined} className="min-w-0">
        <legend className="block">{words}</legend>
        {rest}
      </fieldset>
    )
  }
  return (
    <div data-field={name} className="min-w-0">
      <label htmlFor={ids.control} className="block w-fit">
        {words}
      </label>
      {rest}
    </div>
  )
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} role="alert" className="mt-2 flex max-w-prose items-start gap-2 text-clay-deep">
      <CircleAlert className="mt-0.5 size-5 shrink-0 stroke-[1.5]" aria-hidden="true" />
      <span>{children}</span>
    </p>
  )
}
