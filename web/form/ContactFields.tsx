import { useText } from '../i18n.ts'
import { TextField } from '../ui/TextField.tsx'

export type Contact = { readonly phone?: string | undefined; readonly email?: string | undefined }

type ContactFieldsProps = {
  readonly contact: Contact
  readonly onChange: (part: Contact) => void
  /** What is wrong with a part, by its name. */
  readonly errors: Readonly<Record<string, string>>
  readonly phoneHelp?: string
}

/** How somebody can be reached: by telephone, by e-mail, by neither. Numbers and addresses run left to right. */
export function ContactFields({ contact, onChange, errors, phoneHelp }: ContactFieldsProps) {
  const text = useText()
  return (
    <>
      <TextField
        label={text('form.phone')}
        help={phoneHelp}
        error={errors['phone']}
        type="tel"
        inputMode="tel"
        direction="ltr"
        value={contact.phone ?? ''}
        onChange={(phone) => onChange({ phone })}
        optional
      />
      <TextField
        label={text('form.email')}
        error={errors['email']}
        type="email"
        inputMode="email"
        direction="ltr"
        value={contact.email ?? ''}
        onChange={(email) => onChange({ email })}
        optional
      />
    </>
  )
}
