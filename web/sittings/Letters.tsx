import { Link } from '@tanstack/react-router'

import { Button } from '../ui/Button.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Progress } from '../ui/Progress.tsx'
import { useActing } from './acting.ts'
import { outcomeText } from './Agenda.tsx'
import { Failed } from './Freezing.tsx'
import { mayDo, type SittingView } from './view.ts'

/** The letters of all files that were decided, each in its person's language, and how far they are. */
export function Letters({ view }: { view: SittingView }) {
  const { file, words } = view
  const { text } = words
  const { files, work, sitting } = file.answer
  const acting = useActing(view)
  const decided = files.filter(({ outcome }) => outcome !== null)
  const under = work.find(({ kind }) => kind === 'letters')
  const isUnderWay = under !== undefined && under.finishedAt === null
  const may = mayDo('produce-letters', view.attempts) && decided.length > 0 && !isUnderWay
  return (
    <section aria-label={text('sittings.letters')} className="mt-6 max-w-2xl">
      <h2 className="text-lead">{text('sittings.letters')}</h2>
      <p className="mt-1 max-w-prose text-ink-soft">
        {decided.length === 0 ? text('sittings.letters-none') : text('sittings.letters-help')}
      </p>
      {isUnderWay && (
        <div className="mt-4">
          <Progress label={text('sittings.letters-writing')} done={under.done} of={under.total} />
        </div>
      )}
      {under !== undefined && !isUnderWay && under.failed.length === 0 && sitting.lettersAskedAt !== null && (
        <div className="mt-4">
          <Notice kind="settled" live>
            {text('sittings.letters-done', { count: under.done })}
          </Notice>
        </div>
      )}
      {under && <Failed view={view} work={under} />}
      {acting.problem && <ProblemNotice problem={acting.problem} small />}
      {may && (
        <div className="mt-4">
          <Button kind={under === undefined ? 'main' : 'quiet'} onPress={() => void acting.act('produce-letters', {})}>
            {under === undefined ? text.maybe('command.produce-letters.title') : text('sittings.letters-again')}
          </Button>
        </div>
      )}
      <ul className="mt-5">
        {decided.map((each) => (
          <li key={each.case} className="flex flex-wrap justify-between gap-x-4 border-b border-line py-2">
            <Link to="/cases/$case" params={{ case: each.case }} search={{ tab: 'papers' }}>
              <bdi>{each.name}</bdi>
            </Link>
            <span className="text-ink-soft">{outcomeText(each, view)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
