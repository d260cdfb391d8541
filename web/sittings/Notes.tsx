import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { uuidv7 } from 'uuidv7'

import type { AnnotationAnswer } from '#contract/answers.ts'

import { call, reading } from '../api.ts'
import { LongText } from '../ui/TextField.tsx'
import type { SittingView } from './view.ts'

type Rows = { readonly rows: readonly AnnotationAnswer[] }

const pause = 600
const again = 5_000

/** One’s own notes on the files of a sitting. */
export function notesPath(sitting: string): string {
  return `/api/sittings/${sitting}/annotations`
}

/** What the reader notes for themselves on a file. Nobody else sees it; it is saved while one types. */
export function Notes({ view, of }: { view: SittingView; of: string }) {
  const { file } = view
  const { actor } = file
  const isOfCommittee = actor.office === file.answer.sitting.office
  const { data } = useQuery({
    ...reading<Rows>(notesPath(file.id)),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
    enabled: isOfCommittee,
  })
  if (!isOfCommittee || !data) return null
  return <Note key={of} view={view} of={of} known={data.rows.find((each) => each.case === of && each.page === null)} />
}

type NoteProps = { readonly view: SittingView; readonly of: string; readonly known: AnnotationAnswer | undefined }

function Note({ view, of, known }: NoteProps) {
  const { text } = view.words
  const [written, setWritten] = useState(known?.text ?? '')
  const { state, save } = useSaving(view.file.id, of, known)
  return (
    <section aria-label={text('sittings.notes')} className="rounded border border-line px-5 py-4">
      <LongText
        label={text('sittings.notes')}
        help={text('sittings.notes-help')}
        name="notes"
        rows={3}
        maxLength={10_000}
        value={written}
        onChange={(words) => {
          setWritten(words)
          save(words)
        }}
      />
      <p aria-live="polite" className="mt-1 min-h-5 text-small text-ink-soft">
        {state === 'saved' && text('sittings.notes-saved')}
        {state === 'saving' && text('sittings.notes-saving')}
        {state === 'away' && text('sittings.notes-away')}
      </p>
    </section>
  )
}

type Saving = 'untouched' | 'saving' | 'saved' | 'away'

/** Saves the last words a moment after the last letter; without the network it tries again until it succeeds. */
function useSaving(sitting: string, of: string, known: AnnotationAnswer | undefined) {
  const queries = useQueryClient()
  const [state, setState] = useState<Saving>('untouched')
  const id = useRef(known?.annotation)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const waiting = useRef<string>(undefined)
  const send = async (): Promise<void> => {
    const words = waiting.current
    if (words === undefined) return
    id.current ??= uuidv7()
    const path = `${notesPath(sitting)}/${id.current}`
    const isEmpty = words.trim() === ''
    const answer = isEmpty ? await call('DELETE', path) : await call('PUT', path, { case: of, page: null, text: words })
    if (!answer.ok) {
      setState('away')
      timer.current = setTimeout(() => void send(), again)
      return
    }
    if (waiting.current !== words) return
    waiting.current = undefined
    setState('saved')
    keep(queries, sitting, { annotation: id.current, case: of, page: null, text: words, at: '' }, isEmpty)
  }
  const latest = useRef(send)
  useEffect(() => {
    latest.current = send
  })
  // Turning to another file does not lose the last words.
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      void latest.current()
    },
    [],
  )
  const save = (words: string): void => {
    waiting.current = words
    setState('saving')
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void latest.current(), pause)
  }
  return { state, save }
}

/** The list as the server has it now, without asking again. */
function keep(
  queries: ReturnType<typeof useQueryClient>,
  sitting: string,
  note: AnnotationAnswer,
  isGone: boolean,
): void {
  queries.setQueryData<Rows>([notesPath(sitting)], (before) => {
    const others = (before?.rows ?? []).filter(({ annotation }) => annotation !== note.annotation)
    return { rows: isGone ? others : [...others, note] }
  })
}
