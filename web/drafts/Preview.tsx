import { useMemo, useState } from 'react'

import { useText } from '../i18n.ts'
import { Aids } from '../schemes/Aids.tsx'
import { Doubts } from '../schemes/Doubts.tsx'
import { Entering } from '../schemes/Entering.tsx'
import { Journey } from '../schemes/Journey.tsx'
import { schemeWords } from '../schemes/scheme-words.ts'
import { Texts } from '../schemes/Texts.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { useDraftEdition, type DraftView } from './draft-view.ts'
import { EditionChoice } from './EditionChoice.tsx'

import '../schemes/schemes.css'

/** The edition as everybody will read it once it is published. */
export function Preview({ view }: { view: DraftView }) {
  const text = useText()
  const { editions } = view.draft.content
  const [edition, setEdition] = useState(editions[0])
  const running = useDraftEdition(view, edition)
  const words = useMemo(() => running && schemeWords(text, running), [text, running])
  return (
    <>
      <EditionChoice editions={editions} chosen={edition} onChoose={setEdition} />
      {words ? (
        <div className="grid gap-10">
          <p className="max-w-prose text-lead">{words.titled(words.running.scheme.summary)}</p>
          <Journey words={words} />
          <Entering words={words} />
          <Aids words={words} />
          <Doubts words={words} />
          <Texts running={words.running} />
        </div>
      ) : (
        <Waiting />
      )}
    </>
  )
}
