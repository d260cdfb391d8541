import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { findStep } from '#domain/scheme/journey.ts'
import type { SimulationReport } from '#domain/simulation/report.ts'

import { problemFrom, reading } from '../api.ts'
import { useText } from '../i18n.ts'
import { refusalWords } from '../readable.ts'
import { Notice } from '../ui/Notice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { useDraftEdition, type DraftView } from './draft-view.ts'
import { EditionChoice } from './EditionChoice.tsx'

/** Invented people walk the edition by the real decisions: how it ends for them, how long it takes, where it gets stuck. */
export function InventedPeople({ view }: { view: DraftView }) {
  const text = useText()
  const { draft, content } = view.draft
  const [edition = '', setEdition] = useState(content.editions[0])
  const running = useDraftEdition(view, edition)
  const report = useQuery({
    ...reading<SimulationReport>(`/api/drafts/${draft}/simulation?edition=${encodeURIComponent(edition)}`),
    queryKey: [`/api/drafts/${draft}/simulation`, content.text, edition],
    enabled: edition !== '',
    staleTime: Infinity,
  })
  return (
    <>
      <EditionChoice editions={content.editions} chosen={edition} onChoose={setEdition} />
      {report.error && <ProblemNotice problem={problemFrom(report.error)} again={() => void report.refetch()} />}
      {report.isFetching && <Waiting label={text('drafts.walking')} />}
      {report.data && running && !report.isFetching && <Told report={report.data} running={running} />}
    </>
  )
}

/** The commonest first. */
function endings({ endings: found }: SimulationReport): readonly (readonly [string, number])[] {
  return Object.entries(found).toSorted(([, one], [, other]) => other - one)
}

type ToldProps = {
  readonly report: SimulationReport
  readonly running: NonNullable<ReturnType<typeof useDraftEdition>>
}

function Told({ report, running }: ToldProps) {
  const text = useText()
  const step = (id: string): string => findStep(running.edition, id)?.step.title[text.language] ?? id
  const stage = (kind: string): string =>
    running.edition.journey.find((each) => each.kind === kind)?.title[text.language] ?? kind
  const why = (each: SimulationReport['deadEnds'][number]): string =>
    refusalWords(text, each, { running, office: () => undefined }).what
  return (
    <div className="grid gap-8">
      <p className="max-w-prose text-lead">{text('drafts.walked', { people: report.people, deeds: report.deeds })}</p>
      {report.deadEnds.length + report.neverDone.length === 0 ? (
        <Notice kind="settled">{text('drafts.nobody-stuck')}</Notice>
      ) : (
        <Notice kind="late" title={text('drafts.somebody-stuck')}>
          <ul className="grid gap-1">
            {report.deadEnds.map((each) => (
              <li key={each.step + each.code}>
                {text('drafts.stuck-at', { count: each.count, step: step(each.step), why: why(each) })}
              </li>
            ))}
            {report.neverDone.map((id) => (
              <li key={id}>{text('drafts.never-done', { step: step(id) })}</li>
            ))}
          </ul>
        </Notice>
      )}
      <section aria-label={text('drafts.endings')}>
        <h2 className="text-title">{text('drafts.endings')}</h2>
        <dl className="mt-2 grid max-w-md grid-cols-[minmax(0,1fr)_auto] border-t border-line">
          {endings(report).map(([ending, count]) => (
            <div key={ending} className="col-span-2 grid grid-cols-subgrid border-b border-line py-2">
              <dt>{text.maybe(`drafts.ending-${ending}`) ?? ending}</dt>
              <dd className="figures text-end font-strong">{count}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section aria-label={text('drafts.times')}>
        <h2 className="text-title">{text('drafts.times')}</h2>
        <ul className="mt-2 grid max-w-prose gap-1">
          {report.stages.map(({ stage: kind, median, longest }) => (
            <li key={kind}>{text('drafts.time', { stage: stage(kind), median, longest })}</li>
          ))}
        </ul>
      </section>
    </div>
  )
}
