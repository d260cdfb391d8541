import { FileUp } from 'lucide-react'
import { useRef } from 'react'

import { useText } from '../i18n.ts'
import { Button } from '../ui/Button.tsx'

type ChooserProps = {
  readonly name: string
  readonly onChoose: (file: { readonly name: string; readonly text: string }) => void
}

/** Takes the text of a file on this device; nothing is sent yet. */
export function SchemeFileChooser({ name, onChoose }: ChooserProps) {
  const text = useText()
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="flex flex-wrap items-center gap-3">
      <input
        ref={input}
        type="file"
        accept=".yaml,.yml,text/yaml"
        aria-label={text('drafts.choose')}
        className="sr-only"
        tabIndex={-1}
        onChange={({ target }) => {
          const file = target.files?.[0]
          if (file) void file.text().then((words) => onChoose({ name: file.name, text: words }))
          // The same file, changed meanwhile, can be chosen again.
          target.value = ''
        }}
      />
      <Button icon={<FileUp aria-hidden="true" />} onPress={() => input.current?.click()}>
        {text('drafts.choose')}
      </Button>
      <p role="status" className="min-w-0 text-ink-soft">
        <bdi>{name}</bdi>
      </p>
    </div>
  )
}
