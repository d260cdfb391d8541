import { FileCheck, Paperclip } from 'lucide-react'
import { useRef, useState } from 'react'

import { useText } from '../i18n.ts'
import { Button } from '../ui/Button.tsx'
import { FieldError } from '../ui/Question.tsx'
import type { FormSources, InputProps } from './sources.ts'

type FileInputProps = InputProps<string> & { readonly upload: FormSources['upload'] }

type Sending = { readonly file: File; readonly part: number } | { readonly file: File; readonly failed: true }

/** A file that travels at once, while the rest of the form is filled in; the form then only names it. */
export function FileInput({ label, help, error, optional, value, onChange, upload, name }: FileInputProps) {
  const text = useText()
  const input = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState<Sending | undefined>()
  const send = async (file: File): Promise<void> => {
    if (!upload) return
    setSending({ file, part: 0 })
    const answer = await upload(file, (part) => setSending({ file, part }))
    if (answer.ok) {
      onChange(answer.value)
      setSending({ file, part: 1 })
    } else setSending({ file, failed: true })
  }
  const failed = sending !== undefined && 'failed' in sending
  const part = sending !== undefined && 'part' in sending ? sending.part : undefined
  return (
    <div data-field={name}>
      <p className="font-strong">
        {label} {optional && <span className="font-normal text-ink-soft">{text('ui.optional')}</span>}
      </p>
      {help !== undefined && <p className="mt-1 max-w-prose text-ink-soft">{help}</p>}
      <div className="mt-2 flex flex-wrap items-center gap-3">
        <input
          ref={input}
          type="file"
          aria-label={label}
          className="sr-only"
          tabIndex={-1}
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file) void send(file)
          }}
        />
        <Button icon={<Paperclip aria-hidden="true" />} onPress={() => input.current?.click()} disabled={!upload}>
          {text(value === undefined ? 'form.file-choose' : 'form.file-replace')}
        </Button>
        <p role="status">
          {part !== undefined && part < 1 && text('form.file-sending', { percent: Math.round(part * 100) })}
          {value !== undefined && sending !== undefined && part === 1 && (
            <span className="flex items-center gap-2">
              <FileCheck className="size-5 stroke-[1.5] text-leaf" aria-hidden="true" />
              {text('form.file-arrived', { name: sending.file.name })}
            </span>
          )}
        </p>
      </div>
      {failed && (
        <>
          <FieldError>{text('form.file-failed')}</FieldError>
          <div className="mt-2">
            <Button onPress={() => sending && void send(sending.file)}>{text('ui.again')}</Button>
          </div>
        </>
      )}
      {error !== undefined && !failed && <FieldError>{error}</FieldError>}
    </div>
  )
}
