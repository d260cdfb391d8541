import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { uuidv7 } from 'uuidv7'

import { largestFile } from '#domain/field.ts'

import { Panel } from '../case/Panel.tsx'
import { useText } from '../i18n.ts'
import { Button } from '../ui/Button.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { useDraftAct } from './draft-view.ts'
import { SchemeFileChooser } from './SchemeFileChooser.tsx'
import { SourceText } from './SourceText.tsx'

/** A scheme file by chooser or by paste. It becomes a draft, whatever is wrong with it. */
export function Upload({ onClose }: { onClose: () => void }) {
  const text = useText()
  const navigate = useNavigate()
  const [id] = useState(uuidv7)
  const [file, setFile] = useState({ name: '', text: '' })
  const [tried, setTried] = useState(false)
  const { act, busy, problem } = useDraftAct(id)
  const wrong = problemWith(file.text)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (wrong !== undefined || busy !== undefined) return
    const name = file.name === '' ? text('drafts.pasted') : file.name
    if (await act('upload-draft', { name, text: file.text }))
      await navigate({ to: '/schemes/drafts/$draft', params: { draft: id }, search: {} })
  }
  return (
    <Panel title={text('command.upload-draft.title')} help={text.maybe('command.upload-draft.help')} onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)} className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <SchemeFileChooser name={file.name} onChoose={setFile} />
        <SourceText
          label={text('drafts.paste')}
          help={text('drafts.paste-help')}
          value={file.text}
          onChange={(words) => setFile({ name: file.name, text: words })}
          error={tried && wrong ? text(`drafts.${wrong}`, { limit: largestFile }) : undefined}
        />
        {problem && <ProblemNotice problem={problem} small />}
        <div className="flex flex-wrap gap-3">
          <Button kind="main" type="submit" busy={busy !== undefined}>
            {text('drafts.upload')}
          </Button>
          <Button onPress={onClose}>{text('form.cancel')}</Button>
        </div>
      </form>
    </Panel>
  )
}

/** Why a text cannot be handed in at all, as the name of a sentence. */
export function problemWith(words: string): 'text-missing' | 'text-too-long' | undefined {
  if (words.trim() === '') return 'text-missing'
  return words.length > largestFile ? 'text-too-long' : undefined
}
