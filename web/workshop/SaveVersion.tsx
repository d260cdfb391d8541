import { useState } from 'react'

import { derivedId } from '#domain/derived-id.ts'

import { useText } from '../i18n.ts'
import { submit, useAttempt } from '../local/act.ts'
import type { Problem } from '../api.ts'
import { useRefusalWords } from '../refusal.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useBench } from './bench.ts'
import { useGoToField } from './go-to-field.ts'
import { useShop } from './shop.ts'
import { stepOf } from './steps.ts'
import { VersionActs } from './VersionActs.tsx'
import { refusedVersion, versionsOf } from './versions.ts'

/** Keeps the project as a version, with a word on what changed; or says what must be mended before, and where. */
export function SaveVersion({ onClose }: { onClose: () => void }) {
  const text = useText()
  const { file, words, today } = useShop()
  const bench = useBench()
  const [note, setNote] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | undefined>()
  const [saved, setSaved] = useState<number | undefined>()
  const refusal = useAttempt('save-project', file)
  const isRight = bench.problems.length === 0 && bench.unread.size === 0
  const number = (versionsOf(file).at(-1)?.number ?? 0) + 1
  const save = async (): Promise<void> => {
    setBusy(true)
    const { project } = bench
    const said = note.trim()
    const input = { project, on: today, ...(said === '' ? {} : { note: said }) }
    const outcome = await submit(file, 'save-project', input, { replaces: refusedVersion(file)?.id })
    setBusy(false)
    if (outcome.refused) return setProblem(words.problem(outcome))
    setSaved(number)
    await bench.saved(project, derivedId(outcome.value, 'project'))
  }
  const version = versionsOf(file).find((each) => each.number === saved)
  if (saved !== undefined) {
    return (
      <Dialog
        title={text('workshop.saved', { number: saved })}
        open
        onClose={onClose}
        actions={
          <Button kind="main" onPress={onClose}>
            {text('workshop.go-on')}
          </Button>
        }
      >
        <p className="mb-4 max-w-prose text-ink-soft">{text('workshop.saved-help')}</p>
        {version && <VersionActs version={version} />}
      </Dialog>
    )
  }
  return (
    <Dialog
      title={text('workshop.save-as', { number })}
      open
      onClose={onClose}
      stays
      actions={
        isRight && refusal === undefined ? (
          <>
            <Button kind="main" busy={busy} onPress={() => void save()}>
              {text('workshop.save')}
            </Button>
            <Button onPress={onClose}>{text('form.cancel')}</Button>
          </>
        ) : undefined
      }
    >
      {refusal ? (
        <ProblemNotice problem={words.problem(refusal)} safe={text('workshop.kept-device')} />
      ) : isRight ? (
        <form
          className="grid gap-5"
          onSubmit={(event) => {
            event.preventDefault()
            if (!busy) void save()
          }}
        >
          {bench.warnings.length > 0 && (
            <Notice>{text('workshop.save-warnings', { count: bench.warnings.length })}</Notice>
          )}
          <TextField
            label={text('workshop.note')}
            help={text('workshop.note-help')}
            optional
            maxLength={300}
            value={note}
            onChange={setNote}
            autoFocus
          />
          {problem && <ProblemNotice problem={problem} small />}
        </form>
      ) : (
        <ToMend onGo={onClose} />
      )}
    </Dialog>
  )
}

/** What must be mended first, each leading to its place. Nothing of it is lost in the meantime. */
function ToMend({ onGo }: { onGo: () => void }) {
  const text = useText()
  const { problems, unread } = useBench()
  const words = useRefusalWords()
  const go = useGoToField()
  const places = [
    ...[...unread].map((field) => ({ field, what: text('workshop.unread') })),
    ...problems.map((problem) => ({ field: problem.field ?? '', what: words(problem).what })),
  ]
  return (
    <>
      <p className="max-w-prose">{text('workshop.to-mend', { count: places.length })}</p>
      <ul className="mt-3 grid gap-2">
        {places.map(({ field, what }, index) => (
          // One field can have two problems.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${field} ${index}`}>
            <button
              type="button"
              onClick={() => {
                onGo()
                go(stepOf(field), field)
              }}
              className="touch w-full rounded border border-edge px-3 py-2 text-start hover:bg-sand-soft"
            >
              <span className="block text-small text-ink-soft">{text(`workshop.step-${stepOf(field)}`)}</span>
              {what}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
