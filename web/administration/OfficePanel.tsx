import { useState, type FormEvent } from 'react'

import type { OfficeInAdministration } from '#contract/answers.ts'

import { Panel } from '../case/Panel.tsx'
import type { ListWords } from '../cases/list-words.ts'
import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Parts } from './Parts.tsx'
import { wholePairs, type Pair } from './SeatsInput.tsx'
import { errorUnder, useChange } from './view.ts'

type OfficePanelProps = {
  readonly office: OfficeInAdministration
  readonly words: ListWords
  readonly onClose: () => void
}

/** The parts of one office in schemes. A case keeps whoever it has; the change counts for what comes next. */
export function OfficePanel({ office, words, onClose }: OfficePanelProps) {
  const { text } = words
  const { change, busy, problem } = useChange()
  const [parts, setParts] = useState<readonly Pair[]>(() =>
    office.parts.map(({ scheme, role }, id) => ({ id, one: role, other: scheme })),
  )
  const [tried, setTried] = useState(false)
  const [saved, setSaved] = useState(false)
  const whole = wholePairs(parts)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (whole.length < parts.length || busy) return
    const body = { parts: whole.map(([role, scheme]) => ({ role, scheme })) }
    setSaved(await change('PUT', `/api/offices/${encodeURIComponent(office.office)}/parts`, body))
  }
  return (
    <Panel title={office.name} onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-6">
        <Parts
          words={words}
          parts={parts}
          onChange={(changed) => {
            setParts(changed)
            setSaved(false)
          }}
          error={
            tried && whole.length < parts.length
              ? text('administration.parts-missing')
              : errorUnder(text, problem, 'parts')
          }
        />
        {problem && problem.field !== 'parts' && <ProblemNotice problem={problem} small />}
        {saved && (
          <Notice kind="settled" live>
            {text('administration.saved')}
          </Notice>
        )}
        <div>
          <Button kind="main" type="submit" busy={busy}>
            {text('administration.parts-save')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
