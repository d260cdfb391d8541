import { useState } from 'react'

import type { Problem } from '../api.ts'
import { submit } from '../local/act.ts'
import { refusalText } from '../refusal.ts'
import { Button } from '../ui/Button.tsx'
import { LongText } from '../ui/TextField.tsx'
import { allowed } from './acts.ts'
import type { CaseView } from './view.ts'

/** A note where the story is read. It opens to its full size when somebody begins to write. */
export function NoteBox({ view }: { view: CaseView }) {
  const { file, words, attempts } = view
  const { text } = words
  const [note, setNote] = useState('')
  const [open, setOpen] = useState(false)
  const [problem, setProblem] = useState<Problem | undefined>()
  if (!allowed('add-note', attempts)) return null
  const send = async (): Promise<void> => {
    const outcome = await submit(file, 'add-note', { text: note })
    if (outcome.refused) return setProblem(words.problem(outcome))
    setNote('')
    setOpen(false)
    setProblem(undefined)
  }
  if (!open) {
    return (
      <div data-print="no">
        <Button onPress={() => setOpen(true)}>{text.maybe('command.add-note.title') ?? ''}</Button>
      </div>
    )
  }
  return (
    <form
      data-print="no"
      className="grid max-w-prose gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <LongText
        label={text.maybe('field.add-note.text') ?? ''}
        help={text.maybe('field.add-note.text.help')}
        error={problem && refusalText(text, problem)}
        value={note}
        onChange={setNote}
        rows={3}
        maxLength={10_000}
      />
      <div className="flex gap-3">
        <Button kind="main" type="submit">
          {text('case.note-add')}
        </Button>
        <Button kind="plain" onPress={() => setOpen(false)}>
          {text('form.cancel')}
        </Button>
      </div>
    </form>
  )
}
