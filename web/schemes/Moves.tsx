import type { EditionMoveAnswer } from '#contract/move-answers.ts'

import { useText } from '../i18n.ts'
import type { SchemeRow } from '../local/case-file.ts'
import { useSession } from '../session.ts'
import { Day } from '../ui/Day.tsx'
import { MoveUnderWay } from './MoveUnderWay.tsx'
import { useMoves } from './moves.ts'
import { NewMove } from './NewMove.tsx'

type MovesProps = { readonly scheme: string; readonly editions: readonly SchemeRow[] }

/** Moving all open cases to another edition, for whoever manages the scheme; nothing where there is but one edition. */
export function Moves({ scheme, editions }: MovesProps) {
  const role = useSession()?.seat.role
  const isManager = role === 'programme-manager' && editions.some(({ ours }) => ours)
  return isManager && editions.length > 1 ? <Shown scheme={scheme} editions={editions} /> : null
}

function Shown({ scheme, editions }: MovesProps) {
  const text = useText()
  const moves = useMoves(scheme)
  if (!moves) return null
  const [newest] = moves
  const isOpen = newest !== undefined && newest.state !== 'moved' && newest.state !== 'cancelled'
  const past = moves.filter(({ state }) => state === 'moved')
  return (
    <section aria-labelledby="moves" data-print="no">
      <h2 id="moves" className="text-title">
        {text('move.title')}
      </h2>
      <p className="mt-1 max-w-prose text-ink-soft">{text('move.help')}</p>
      <div className="mt-5 grid gap-8 border-t border-line pt-5">
        {isOpen ? <MoveUnderWay move={newest} /> : <NewMove scheme={scheme} editions={editions} />}
        {past.length > 0 && <Past moves={past} />}
      </div>
    </section>
  )
}

function Past({ moves }: { moves: readonly EditionMoveAnswer[] }) {
  const text = useText()
  return (
    <div>
      <h3 className="text-lead">{text('move.past')}</h3>
      <ul className="mt-2 grid gap-2">
        {moves.map(({ move, edition, moved, refused, endedAt, askedAt, reason }) => (
          <li key={move} className="border-s-2 border-line ps-3">
            <Day value={(endedAt ?? askedAt).slice(0, 10)} /> · {text('move.past-moved', { edition, count: moved })}
            {refused > 0 && ` ${text('move.past-refused', { count: refused })}`}
            <span dir="auto" className="block text-small text-ink-soft">
              {reason}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
