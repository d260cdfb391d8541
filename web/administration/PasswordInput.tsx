import { useText } from '../i18n.ts'
import { Button } from '../ui/Button.tsx'
import { TextField } from '../ui/TextField.tsx'
import { proposedPassword, shortestPassword } from './password.ts'

type PasswordInputProps = {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly tried: boolean
  readonly error?: string | undefined
}

/** A password for somebody else: it is seen, because it will be handed over. */
export function PasswordInput({ value, onChange, tried, error }: PasswordInputProps) {
  const text = useText()
  return (
    <div>
      <TextField
        label={text('administration.password')}
        help={text('administration.password-help', { count: shortestPassword })}
        name="password"
        direction="ltr"
        maxLength={200}
        value={value}
        onChange={onChange}
        error={
          tried && value.length < shortestPassword
            ? text('administration.password-short', { count: shortestPassword })
            : error
        }
      />
      <div className="mt-1 -ms-2">
        <Button kind="plain" onPress={() => onChange(proposedPassword())}>
          {text('administration.password-propose')}
        </Button>
      </div>
    </div>
  )
}
