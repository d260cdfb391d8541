import { useRef } from 'react'

import { largestFile } from '#domain/field.ts'

import { useText } from '../i18n.ts'
import { formatMoment } from '../locale.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import type { DraftView } from './draft-view.ts'
import { Leaving } from './Leaving.tsx'
import { SchemeFileChooser } from './SchemeFileChooser.tsx'
import { SourceText, type SourceHandle } from './SourceText.tsx'
import { problemWith } from './Upload.tsx'
import { useTyped } from './use-typed.ts'

/** The text with its problems beside it; each problem leads to its line. What is typed stays on this device until it is checked. */
export function Source({ view }: { view: DraftView }) {
  const text = useText()
  const { check, draft, act, busy, problem } = view
  const area = useRef<SourceHandle>(null)
  const isOpen = view.may('replace-draft')
  const typed = useTyped(view, isOpen)
  const { file, isChanged, found } = typed
  const checkIt = async (): Promise<void> => {
    if (await act('replace-draft', { name: file.name, text: file.text })) typed.forget()
  }
  const wrong = problemWith(file.text)
  const problems = check?.problems ?? []
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <Leaving blocker={typed.leaving} />
      {found && (
        <Notice
          action={
            <Button kind="plain" onPress={typed.drop}>
              {text('drafts.typed-drop')}
            </Button>
          }
        >
          {text(typed.isOlder ? 'drafts.typed-older' : 'drafts.typed-found', {
            at: formatMoment(found.at, text.locale),
          })}
        </Notice>
      )}
      {isOpen && (
        <div className="flex flex-wrap items-center gap-3">
          <SchemeFileChooser name={file.name} onChoose={typed.change} />
          {isChanged && (
            <Button
              kind="main"
              busy={busy === 'replace-draft'}
              disabled={wrong !== undefined}
              onPress={() => void checkIt()}
            >
              {text('command.replace-draft.title')}
            </Button>
          )}
        </div>
      )}
      {problem && busy === undefined && isChanged && <ProblemNotice problem={problem} small />}
      <div className="draft-sides" data-problems={problems.length > 0 || undefined}>
        <SourceText
          ref={area}
          label={text('drafts.side-text')}
          value={file.text}
          marked={isChanged ? none : new Set(problems.map(({ line }) => line))}
          error={isChanged && wrong ? text(`drafts.${wrong}`, { limit: largestFile }) : undefined}
          {...(isOpen ? { onChange: (words: string) => typed.change({ name: file.name, text: words }) } : {})}
        />
        {check === undefined && !view.checkProblem && draft.status !== 'published' && (
          <Waiting label={text('drafts.checking')} />
        )}
        {view.checkProblem && <ProblemNotice problem={view.checkProblem} small />}
        {problems.length > 0 && (
          <section aria-labelledby="problems" className="max-xl:order-first">
            <h2 id="problems" className="text-lead font-strong">
              {text('drafts.problems', { count: problems.length })}
            </h2>
            {isChanged && <p className="text-ink-soft">{text('drafts.problems-before')}</p>}
            <ol className="mt-2 grid gap-1">
              {problems.map(({ line, column, path, code, said }) => (
                <li key={`${line} ${column} ${code} ${path}`} className="border-s-3 border-clay">
                  <button
                    type="button"
                    onClick={() => area.current?.show(line)}
                    className="touch w-full rounded-e px-3 py-2 text-start hover:bg-sand-soft"
                  >
                    <span className="block text-small text-ink-soft">{text('drafts.line', { line })}</span>
                    <bdi>{said}</bdi>
                  </button>
                </li>
              ))}
            </ol>
          </section>
        )}
      </div>
    </div>
  )
}

const none: ReadonlySet<number> = new Set()
