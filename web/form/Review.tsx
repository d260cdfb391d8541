import type { Fields } from '#domain/field.ts'

import { useText } from '../i18n.ts'
import { describeValue } from './describe.ts'
import type { FormSources } from './sources.ts'
import { wordingOf } from './wording.ts'

type ReviewProps = {
  readonly command: string
  readonly fields: Fields
  readonly values: Readonly<Record<string, unknown>>
  readonly sources: FormSources
  /** Labels in place of the command's own, by field. */
  readonly labels?: Readonly<Record<string, string>>
  readonly onChange: (field: string) => void
}

/** The form as it will be recorded, each answer with the way back to it. */
export function Review({ command, fields, values, sources, labels = {}, onChange }: ReviewProps) {
  const text = useText()
  return (
    <dl className="grid border-t border-line">
      {Object.entries(fields).map(([name, field]) => {
        const wording = wordingOf(text, command, name)
        const label = labels[name] ?? wording.label
        return (
          <div key={name} className="border-b border-line py-3">
            <dt className="text-small text-ink-soft">{label}</dt>
            <dd className="mt-0.5 flex items-start gap-4">
              <span className="min-w-0 flex-1 whitespace-pre-line">
                <bdi>{describeValue(text, field, values[name], sources, wording)}</bdi>
              </span>
              <button
                type="button"
                onClick={() => onChange(name)}
                className="touch -my-2 rounded px-2 text-river underline underline-offset-4"
                aria-label={`${text('form.change')}: ${label}`}
              >
                {text('form.change')}
              </button>
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
