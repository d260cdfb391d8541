import { useState, type ReactNode } from 'react'

import type { EditionMoveAnswer } from '#contract/move-answers.ts'
import { editionChanges } from '#domain/case/edition-change.ts'

import { useText } from '../i18n.ts'
import { Button } from '../ui/Button.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Progress } from '../ui/Progress.tsx'
import { MoveCases } from './MoveCases.tsx'
import { useMoveAct } from './moves.ts'

/** A move on its way: how far it is, what it would change, and what can be done with it now. */
export function MoveUnderWay({ move }: { move: EditionMoveAnswer }) {
  const text = useText()
  const { state, total, judged, moved, refused, edition } = move
  const [shown, setShown] = useState<Which | undefined>()
  return (
    <div className="grid gap-6">
      <div>
        <h3 className="text-lead">{text('move.to', { edition })}</h3>
        <p dir="auto" className="max-w-prose text-ink-soft">
          {move.reason}
        </p>
      </div>
      <div className="max-w-prose" aria-live="polite">
        {state === 'previewing' && <Progress label={text('move.previewing')} done={judged} of={total} />}
        {state === 'moving' && <Progress label={text('move.moving')} done={moved} of={total - refused} />}
      </div>
      {state === 'previewed' && <Found move={move} shown={shown} onShow={setShown} />}
      <Acts move={move} />
      {state === 'previewed' && shown && <MoveCases key={shown} move={move} result={shown} />}
    </div>
  )
}

type Which = 'changed' | 'refused'
type FoundProps = {
  readonly move: EditionMoveAnswer
  /** Whose cases are listed below. */
  readonly shown: Which | undefined
  readonly onShow: (which: Which | undefined) => void
}

/** What was found out: how many cases change, in what, and which stay where they are and why. */
function Found({ move, shown, onShow }: FoundProps) {
  const text = useText()
  const { total, changed, refused, moved, changes, refusals } = move
  const look = (which: Which, count: number): ReactNode =>
    count > 0 && (
      <Button kind="plain" onPress={() => onShow(shown === which ? undefined : which)}>
        {text(shown === which ? 'move.hide' : 'move.show', { count })}
      </Button>
    )
  return (
    <div className="grid gap-6">
      {moved > 0 && <p>{text('move.moved-so-far', { count: moved })}</p>}
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-2">
        <div>
          <h4 className="font-strong">{text('move.found-changed', { count: changed })}</h4>
          <ul className="mt-1 grid gap-1">
            {editionChanges
              .filter((change) => (changes[change] ?? 0) > 0)
              .map((change) => (
                <li key={change}>{text(`move.often-${change}`, { count: changes[change] ?? 0 })}</li>
              ))}
          </ul>
          <p className="mt-1 text-ink-soft">{text('move.found-same', { count: total - changed - refused })}</p>
          {look('changed', changed)}
        </div>
        <div>
          <h4 className="font-strong">{text('move.found-refused', { count: refused })}</h4>
          <ul className="mt-1 grid gap-1">
            {Object.entries(refusals).map(([code, count]) => (
              <li key={code}>{text.maybe(`move.why-${code}`, { count }) ?? text('move.why-other', { count })}</li>
            ))}
          </ul>
          {look('refused', refused)}
        </div>
      </div>
    </div>
  )
}

function Acts({ move: { move, scheme, state, total, refused, moved } }: { move: EditionMoveAnswer }) {
  const text = useText()
  const { act, busy, problem } = useMoveAct(scheme)
  const button = (name: 'confirm' | 'stop' | 'cancel', label: string, kind: 'main' | 'quiet'): ReactNode => (
    <Button key={name} kind={kind} busy={busy} onPress={() => void act(`/api/edition-moves/${move}/${name}`)}>
      {label}
    </Button>
  )
  const left = total - refused - moved
  return (
    <div className="grid gap-4">
      {problem && <ProblemNotice problem={problem} small />}
      <div className="flex flex-wrap gap-3">
        {state === 'previewed' && left > 0 && button('confirm', text('move.confirm', { count: left }), 'main')}
        {state === 'moving' && button('stop', text('move.stop'), 'quiet')}
        {state !== 'moving' && button('cancel', text('move.cancel'), 'quiet')}
      </div>
      {state === 'previewed' && <p className="max-w-prose text-small text-ink-soft">{text('move.before-yes')}</p>}
    </div>
  )
}
