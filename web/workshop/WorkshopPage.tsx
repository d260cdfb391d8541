import { createLazyRoute, Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { useText } from '../i18n.ts'
import { useCaseFile, type CaseFile } from '../local/case-file.ts'
import { useNow } from '../local/clock.ts'
import { circumstancesOf } from '../local/judge.ts'
import { readProjectDraft } from '../local/project-draft.ts'
import { buttonClass } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { Workshop } from './Workshop.tsx'

export const workshopPage = createLazyRoute('/signed-in/cases/$case/workshop')({ component: WorkshopPage })

/** The workshop of one case's project: where adviser and person sit together and work it out. */
function WorkshopPage() {
  const { case: id } = workshopPage.useParams()
  const { step = 'idea' } = workshopPage.useSearch()
  const { file, problem, stale, again } = useCaseFile(id)
  if (problem?.code === 'not-found') return <NoCase />
  if (problem) return <ProblemNotice problem={problem} again={again} />
  if (!file) return <Waiting />
  return <WithDraft key={`${id} ${file.actor.user}`} file={file} step={step} stale={stale} />
}

type ShownProps = {
  readonly file: CaseFile
  readonly step: Parameters<typeof Workshop>[0]['step']
  readonly stale: boolean
}

/** What was left on this device is there before anything is drawn: nothing jumps, nothing is typed over. */
function WithDraft({ file, step, stale }: ShownProps) {
  const { user } = file.actor
  const now = useNow()
  const draft = useQuery({
    queryKey: ['project-draft', user, file.id],
    queryFn: async () => (await readProjectDraft(user, file.id)) ?? null,
    // Read once, when the page is opened: from then on the page itself is what counts.
    staleTime: Infinity,
    gcTime: 0,
    networkMode: 'always',
    refetchOnMount: false,
  })
  const { ground, actor } = file
  const circumstances = useMemo(() => circumstancesOf({ ground, actor, command: 'asked', now }), [ground, actor, now])
  if (draft.data === undefined) return <Waiting />
  return <Workshop file={file} draft={draft.data} step={step} stale={stale} circumstances={circumstances} />
}

function NoCase() {
  const text = useText()
  return (
    <EmptyState
      title={text('case.none')}
      action={
        <Link to="/cases" className={buttonClass('quiet')}>
          {text('shell.cases')}
        </Link>
      }
    >
      {text('case.none-help')}
    </EmptyState>
  )
}
