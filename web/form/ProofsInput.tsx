import { useText } from '../i18n.ts'
import { Check } from '../ui/Choice.tsx'
import { FieldError } from '../ui/Question.tsx'
import { FileInput } from './FileInput.tsx'
import type { FormSources, InputProps } from './sources.ts'

type ProofsInputProps = InputProps<Record<string, string | null>> & {
  readonly options: NonNullable<FormSources['expertise']>
  readonly upload: FormSources['upload']
}

/** What an organisation is good at, each with the paper that proves it. */
export function ProofsInput({ label, help, error, value = {}, onChange, options, upload, name }: ProofsInputProps) {
  const text = useText()
  const without = (word: string) => Object.fromEntries(Object.entries(value).filter(([each]) => each !== word))
  return (
    <fieldset data-field={name} className="min-w-0">
      <legend className="font-strong">{label}</legend>
      {help !== undefined && <p className="mt-1 max-w-prose text-ink-soft">{help}</p>}
      <div className="mt-3 grid gap-4 border-s-2 border-line ps-5">
        {options.map(({ id, title, needsProof }) => (
          <div key={id} className="grid gap-2">
            <Check
              label={title}
              value={Object.hasOwn(value, id)}
              onChange={(checked) => onChange(checked ? { ...value, [id]: null } : without(id))}
            />
            {Object.hasOwn(value, id) && (
              <div className="ps-8">
                <FileInput
                  name={`${name}.${id}`}
                  label={text('form.proof')}
                  optional={!needsProof}
                  value={value[id] ?? undefined}
                  onChange={(paper) => onChange({ ...value, [id]: paper ?? null })}
                  upload={upload}
                />
              </div>
            )}
          </div>
        ))}
      </div>
      {error !== undefined && <FieldError>{error}</FieldError>}
    </fieldset>
  )
}
