import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'

import type { TrialAnswer } from '#contract/draft-answers.ts'
import { formatAmount } from '#domain/money.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'
import { effectKinds } from '#domain/simulation/past-case.ts'

import { call, problemFrom, reading, type Problem } from '../api.ts'
import { useText, type Text } from '../i18n.ts'
import { readableAmount } from '../locale.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Progress, Waiting } from '../ui/Progress.tsx'
import { useDraftEdition, type DraftView } from './draft-view.ts'
import { EditionChoice } from './EditionChoice.tsx'

/** What the edition would have meant for the cases that were: how many, which, and by which rule. */
export function PastCases({ view }: { view: DraftView }) {
  const text = useText()
  const { content } = view.draft
  const [edition = '', setEdition] = useState(content.editions[0])
  const [begun, setBegun] = useState<{ readonly trial: string; readonly edition: string } | undefined>()
  const [problem, setProblem] = useState<Problem | undefined>()
  const running = useDraftEdition(view, begun?.edition)
  const trial = useQuery({
    ...reading<TrialAnswer>(`/api/trials/${begun?.trial ?? ''}`),
    enabled: begun !== undefined,
    refetchInterval: ({ state }) => (isOver(state.data) ? false : 400),
  })
  const begin = async (): Promise<void> => {
    setBegun(undefined)
    const answer = await call<{ trial: string }>('POST', `/api/drafts/${view.draft.draft}/trials`, { edition })
    setProblem(answer.ok ? undefined : answer.problem)
    if (answer.ok) setBegun({ trial: answer.value.trial, edition })
  }
  return (
    <div className="grid gap-6">
      <p className="max-w-prose text-ink-soft">{text('drafts.cases-help')}</p>
      <EditionChoice editions={content.editions} chosen={edition} onChoose={setEdition} />
      <div>
        <Button onPress={() => void begin()} busy={begun !== undefined && !isOver(trial.data)}>
          {text('drafts.try-cases')}
        </Button>
      </div>
      {problem && <ProblemNotice problem={problem} small />}
      {trial.error && <ProblemNotice problem={problemFrom(trial.error)} small />}
      {begun && !trial.data && !trial.error && <Waiting />}
      {trial.data && !isOver(trial.data) && (
        <Progress label={text('drafts.trying')} done={trial.data.tried} of={trial.data.total} />
      )}
      {trial.data?.state === 'failed' && (
        <ProblemNotice problem={{ code: 'scheme-too-slow', facts: { seconds: 20 } }} small />
      )}
      {trial.data?.state === 'done' && running && <Found trial={trial.data} running={running} />}
    </div>
  )
}

function isOver(trial: TrialAnswer | undefined): boolean {
  return trial?.state === 'done' || trial?.state === 'failed'
}

function Found({ trial, running }: { trial: TrialAnswer; running: RunningEdition }) {
  const text = useText()
  const kinds = effectKinds.filter((kind) => (trial.counts[kind] ?? 0) > 0)
  if (trial.total === 0) return <EmptyState title={text('drafts.no-cases')}>{text('drafts.no-cases-help')}</EmptyState>
  if (kinds.length === 0) return <Notice kind="settled">{text('drafts.same-for-all', { total: trial.total })}</Notice>
  return (
    <>
      {kinds.map((kind) => {
        const count = trial.counts[kind] ?? 0
        const rows = trial.rows.filter((row) => row.kind === kind)
        return (
          <section key={kind} aria-label={text(`drafts.effect-${kind}`, { count, total: trial.total })}>
            <h2 className="max-w-prose text-lead font-strong">
              {text(`drafts.effect-${kind}`, { count, total: trial.total })}
            </h2>
            <ul className="mt-2 border-t border-line">
              {rows.map((row) => (
                <li
                  key={row.case}
                  className="relative grid gap-x-6 border-b border-line py-2.5 hover:bg-sand-soft focus-within:bg-sand-soft sm:grid-cols-[minmax(0,16rem)_minmax(0,1fr)] sm:items-baseline"
                >
                  <Link
                    to="/cases/$case"
                    params={{ case: row.case }}
                    className="font-strong text-ink no-underline after:absolute after:inset-0 hover:text-river-deep"
                  >
                    <bdi>{row.name}</bdi>
                  </Link>
                  <span className="text-ink-soft">{whyText(text, row, running)}</span>
                </li>
              ))}
            </ul>
            {rows.length < count && (
              <p className="mt-2 text-ink-soft">{text('drafts.not-all', { shown: rows.length, count })}</p>
            )}
          </section>
        )
      })}
    </>
  )
}

/** The rules that say so, in the words of the draft; the amounts where a ceiling is passed. */
function whyText(text: Text, row: TrialAnswer['rows'][number], { scheme, edition }: RunningEdition): string {
  const money = (amount: number): string =>
    readableAmount(formatAmount({ amount, currency: scheme.currency }, text.locale))
  if (row.amount !== null && row.ceiling !== null)
    return text('drafts.above', { amount: money(row.amount), ceiling: money(row.ceiling) })
  const titles = row.because.map(
    (name) =>
      edition.rules.find(({ rule }) => rule === name)?.title[text.language] ??
      edition.facts.find(({ fact }) => fact === name)?.ask[text.language] ??
      name,
  )
  return new Intl.ListFormat(text.locale, { type: 'conjunction' }).format(titles)
}
