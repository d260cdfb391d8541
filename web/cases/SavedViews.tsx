import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Bookmark, BookmarkPlus, Trash2 } from 'lucide-react'
import { useState, type FormEvent } from 'react'

import type { SavedViewAnswer } from '#contract/answers.ts'

import { call, reading, type Problem } from '../api.ts'
import { useText } from '../i18n.ts'
import { Button } from '../ui/Button.tsx'
import { join } from '../ui/classes.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { narrowing, readFilters, sameFilters, type CaseFilters } from './filters.ts'

const viewsQuery = reading<{ rows: readonly SavedViewAnswer[] }>('/api/views')

type SavedViewsProps = { readonly filters: CaseFilters; readonly onShow: (filters: CaseFilters) => void }

/** Lists that were named to be opened again. One's own; taking one away can be undone. */
export function SavedViews({ filters, onShow }: SavedViewsProps) {
  const text = useText()
  const queries = useQueryClient()
  const views = useQuery(viewsQuery).data?.rows ?? []
  const [naming, setNaming] = useState(false)
  const [removed, setRemoved] = useState<SavedViewAnswer | undefined>()
  const [problem, setProblem] = useState<Problem | undefined>()
  const current = views.find((view) => sameFilters(readFilters(view.filters), filters))

  const read = (): Promise<void> => queries.invalidateQueries({ queryKey: viewsQuery.queryKey })
  const save = async (name: string): Promise<Problem | undefined> => {
    const answer = await call('PUT', '/api/views', { name, filters })
    await read()
    return answer.ok ? undefined : answer.problem
  }
  const remove = async (view: SavedViewAnswer): Promise<void> => {
    const answer = await call('DELETE', `/api/views/${encodeURIComponent(view.name)}`)
    setProblem(answer.ok ? undefined : answer.problem)
    if (answer.ok) setRemoved(view)
    await read()
  }
  const undo = async ({ name, filters: kept }: SavedViewAnswer): Promise<void> => {
    const answer = await call('PUT', '/api/views', { name, filters: kept })
    setProblem(answer.ok ? undefined : answer.problem)
    if (answer.ok) setRemoved(undefined)
    await read()
  }
  const canSave = current === undefined && (narrowing(filters).length > 0 || filters.sort !== undefined)
  if (views.length === 0 && !canSave && removed === undefined) return null
  return (
    <div className="mt-3 grid gap-3" data-print="no">
      <div className="flex flex-wrap items-center gap-x-1 gap-y-2" role="group" aria-label={text('cases.views')}>
        {views.map((view) => (
          <ViewButton key={view.name} view={view} chosen={view === current} onShow={onShow} />
        ))}
        {current && (
          <Button kind="plain" icon={<Trash2 aria-hidden="true" />} onPress={() => void remove(current)}>
            {text('cases.view-remove')}
          </Button>
        )}
        {canSave && (
          <Button kind="plain" icon={<BookmarkPlus aria-hidden="true" />} onPress={() => setNaming(true)}>
            {text('cases.view-save')}
          </Button>
        )}
      </div>
      {removed && (
        <Notice
          live
          action={
            <Button kind="plain" onPress={() => void undo(removed)}>
              {text('cases.undo')}
            </Button>
          }
        >
          {text('cases.view-removed', { name: removed.name })}
        </Notice>
      )}
      {problem && <ProblemNotice problem={problem} small />}
      {naming && <Naming onSave={save} onClose={() => setNaming(false)} />}
    </div>
  )
}

type ViewButtonProps = {
  readonly view: SavedViewAnswer
  readonly chosen: boolean
  readonly onShow: (filters: CaseFilters) => void
}

function ViewButton({ view, chosen, onShow }: ViewButtonProps) {
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={() => onShow(chosen ? {} : readFilters(view.filters))}
      className={join(
        'touch inline-flex items-center gap-2 rounded px-3 text-start hover:bg-sand-soft',
        chosen ? 'bg-river-wash' : 'text-ink-soft hover:text-ink',
      )}
    >
      <Bookmark
        className={join('size-4 shrink-0 stroke-[1.75]', chosen && 'fill-current text-river')}
        aria-hidden="true"
      />
      <bdi>{view.name}</bdi>
    </button>
  )
}

type NamingProps = {
  readonly onSave: (name: string) => Promise<Problem | undefined>
  readonly onClose: () => void
}

function Naming({ onSave, onClose }: NamingProps) {
  const text = useText()
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const [problem, setProblem] = useState<Problem | undefined>()
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '') return
    const met = await onSave(name.trim())
    setProblem(met)
    if (met === undefined) onClose()
  }
  return (
    <Dialog title={text('cases.view-save')} open onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-5">
        <TextField
          label={text('cases.view-name')}
          help={text('cases.view-name-help')}
          maxLength={100}
          autoFocus
          value={name}
          onChange={setName}
          error={tried && name.trim() === '' ? text('cases.view-name-missing') : undefined}
        />
        {problem && <ProblemNotice problem={problem} small />}
        <div>
          <Button kind="main" type="submit">
            {text('cases.view-keep')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
