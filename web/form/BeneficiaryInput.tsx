import type { BeneficiaryInput as Named } from '#domain/field.ts'
import { beneficiarySchema } from '#domain/field.ts'
import type { BeneficiaryKind } from '#domain/scheme/beneficiary.ts'

import { useText } from '../i18n.ts'
import { FieldError } from '../ui/Question.tsx'
import { TextField } from '../ui/TextField.tsx'
import { errorsInParts } from './check.ts'
import { ContactFields } from './ContactFields.tsx'
import type { InputProps } from './sources.ts'

type BeneficiaryInputProps = InputProps<Named> & { readonly kind: BeneficiaryKind }

/** The organisation or group that a case is about: its name, where it is and how to reach it. */
export function BeneficiaryInput({ label, help, error, value, onChange, name, kind }: BeneficiaryInputProps) {
  const text = useText()
  const named = value ?? { name: '' }
  const wrong = error === undefined ? {} : errorsInParts(text, beneficiarySchema, named)
  const put = (part: { readonly [K in keyof Named]?: Named[K] | undefined }): void =>
    onChange(whole({ ...named, ...part }))
  const isGroup = kind === 'group'
  return (
    <fieldset data-field={name} className="min-w-0">
      {/* The heading of the part says it already. */}
      <legend className="sr-only">{label}</legend>
      {help !== undefined && <p className="mt-1 max-w-prose text-ink-soft">{help}</p>}
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5 sm:grid-cols-[repeat(2,minmax(0,1fr))]">
        <TextField
          label={text(isGroup ? 'form.group-name' : 'form.organisation-name')}
          error={wrong['name']}
          value={named.name}
          onChange={(words) => put({ name: words })}
        />
        <TextField
          label={text('form.place')}
          error={wrong['place']}
          value={named.place ?? ''}
          onChange={(place) => put({ place })}
          optional
        />
        {!isGroup && (
          <>
            <TextField
              label={text('form.registration')}
              help={text('form.registration-help')}
              error={wrong['registration']}
              value={named.registration ?? ''}
              onChange={(registration) => put({ registration })}
              optional
            />
            <ContactFields contact={named} onChange={put} errors={wrong} />
          </>
        )}
      </div>
      {error !== undefined && Object.keys(wrong).length === 0 && <FieldError>{error}</FieldError>}
    </fieldset>
  )
}

/** Empty words are no answer: they are left out, as the schema wants it. */
function whole(named: { readonly [K in keyof Named]?: Named[K] | undefined }): Named {
  return Object.fromEntries(
    Object.entries(named).filter(([part, value]) => part === 'name' || (value !== undefined && value !== '')),
  ) as Named
}
