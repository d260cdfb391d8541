import { Link } from '@tanstack/react-router'

import type { SittingWork } from '#contract/answers.ts'

import { refusalText } from '../refusal.ts'
import { Button } from '../ui/Button.tsx'
import { Day } from '../ui/Day.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Progress } from '../ui/Progress.tsx'
import { useActing } from './acting.ts'
import { mayDo, type SittingView } from './view.ts'

/** The packs: when they are frozen, how far that is, and what changed since. */
export function Freezing({ view }: { view: SittingView }) {
  const { file, search, show, words } = view
  const { text } = words
  const { files, sitting, work } = file.answer
  const acting = useActing(view)
  const frozen = files.filter(({ pack }) => pack !== null)
  const changed = frozen.filter(({ pack }) => pack?.isChanged)
  const under = work.find(({ kind }) => kind === 'packs')
  const isUnderWay = sitting.freezing !== null || (under !== undefined && under.finishedAt === null)
  const may = mayDo('freeze-packs', view.attempts) && files.length > 0 && !isUnderWay
  // Freezing what is frozen already needs a reason; the first time it needs nothing but the press.
  const freeze = (): void => {
    if (frozen.length > 0) show({ ...search, act: 'freeze-packs' })
    else void acting.act('freeze-packs', {})
  }
  return (
    <section aria-label={text('sittings.packs')}>
      <h2 className="text-lead">{text('sittings.packs')}</h2>
      <p className="mt-1 text-ink-soft">
        {frozen.length === 0
          ? text('sittings.packs-none')
          : text('sittings.packs-frozen', { frozen: frozen.length, count: files.length })}
        {sitting.cutOffOn !== null && frozen.length === 0 && (
          <>
            {' '}
            {text('sittings.cut-off')} <Day value={sitting.cutOffOn} />
          </>
        )}
      </p>
      {isUnderWay && (
        <div className="mt-3">
          <Progress label={text('sittings.freezing')} done={under?.done ?? 0} of={under?.total ?? files.length} />
        </div>
      )}
      {under && <Failed view={view} work={under} />}
      {changed.length > 0 && (
        <div className="mt-3">
          <Notice kind="late" title={text('sittings.packs-changed', { count: changed.length })}>
            {text('sittings.packs-changed-help')}
            <ul className="mt-2">
              {changed.map((each) => (
                <li key={each.case}>
                  <Link to="/cases/$case" params={{ case: each.case }} search={{ tab: 'story' }}>
                    <bdi>{each.name}</bdi>
                  </Link>
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      {acting.problem && <ProblemNotice problem={acting.problem} small />}
      {may && (
        <div className="mt-3">
          <Button onPress={freeze}>
            {frozen.length > 0 ? text('sittings.freeze-again') : text.maybe('command.freeze-packs.title')}
          </Button>
        </div>
      )}
    </section>
  )
}

/** Files for which it did not work, each with its reason. */
export function Failed({ view, work }: { view: SittingView; work: SittingWork }) {
  const { text } = view.words
  if (work.failed.length === 0) return null
  const nameOf = (id: string): string => view.file.answer.files.find((each) => each.case === id)?.name ?? id
  return (
    <div className="mt-3">
      <Notice kind="late" title={text('sittings.failed', { count: work.failed.length })}>
        <ul>
          {work.failed.map(({ case: id, code }) => (
            <li key={id}>
              <bdi>{nameOf(id)}</bdi>: {refusalText(text, { code, facts: {} })}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
