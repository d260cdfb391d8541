import { Link } from '@tanstack/react-router'

import { Button } from '../ui/Button.tsx'
import { Day } from '../ui/Day.tsx'
import { Part } from './Part.tsx'
import type { StandingView } from './view.ts'

/** Ties that the organisation has declared: they count when operators are ranked for a case. */
export function Ties({ view }: { view: StandingView }) {
  const { words, answer, said, may, begin } = view
  const { text } = words
  const { interests } = answer.standing
  return (
    <Part title={text('operators.ties')} acts={['declare-conflict']} view={view}>
      {interests.length === 0 && <p className="text-ink-soft">{text('operators.ties-none')}</p>}
      <ul className="grid gap-3">
        {interests.map(({ conflict, case: file, party, reason, on }) => (
          <li key={conflict} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
            <div className="min-w-0 max-w-prose">
              <p>
                <bdi>{said(party) ?? text('operators.erased')}</bdi>{' '}
                <span className="text-small text-ink-soft">
                  (
                  {file === null ? (
                    text('operators.tie-all')
                  ) : (
                    <Link to="/cases/$case" params={{ case: file }}>
                      {text('operators.tie-case')}
                    </Link>
                  )}
                  , <Day value={on} />)
                </span>
              </p>
              <p dir="auto" className="text-small whitespace-pre-line text-ink-soft">
                {said(reason) ?? text('operators.erased')}
              </p>
            </div>
            {may('lift-conflict') && (
              <Button kind="plain" onPress={() => begin('lift-conflict', conflict)}>
                {text('command.lift-conflict.title')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Part>
  )
}
