import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'

import { differences } from '#domain/scheme/difference.ts'
import { differenceText, isAboutSource } from '#domain/scheme/difference-text.ts'

import { useText } from '../i18n.ts'
import { schemesQuery } from '../local/case-file.ts'
import { useGround } from '../local/edition.ts'
import { formatDay } from '../locale.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { useDraftEdition, type DraftView } from './draft-view.ts'
import { EditionChoice } from './EditionChoice.tsx'

/** What the draft would change, in sentences: against the edition in force, or the latest there is. */
export function Changes({ view }: { view: DraftView }) {
  const text = useText()
  const { editions, scheme = '' } = view.draft.content
  const [edition, setEdition] = useState(editions[0])
  const list = useQuery(schemesQuery)
  const rows = list.data?.rows.filter((row) => row.scheme === scheme)
  const against = rows?.find(({ current }) => current) ?? rows?.toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
  const before = useGround(scheme ?? '', against?.edition ?? '')?.running
  const after = useDraftEdition(view, edition)
  const found = useMemo(() => {
    if (!before || !after) return undefined
    const all = differences(before.edition, after.edition)
    const said = all.filter((each) => !isAboutSource(each))
    return {
      sentences: said.map((each) => differenceText(each, { before, after }, text.language)),
      sources: all.length - said.length,
    }
  }, [before, after, text.language])
  if (rows?.length === 0)
    return <EmptyState title={text('drafts.new-scheme')}>{text('drafts.new-scheme-help')}</EmptyState>
  return (
    <>
      <EditionChoice editions={editions} chosen={edition} onChoose={setEdition} />
      {found === undefined ? (
        <Waiting />
      ) : (
        <>
          <p className="max-w-prose">
            {text('drafts.against', {
              edition: against?.edition ?? '',
              date: formatDay(against?.from ?? '', text.locale),
              count: found.sentences.length,
            })}
          </p>
          <ul className="mt-4 grid max-w-prose gap-2">
            {found.sentences.map((sentence) => (
              <li key={sentence} className="border-s-2 border-river ps-4">
                <bdi>{sentence}</bdi>
              </li>
            ))}
          </ul>
          {found.sources > 0 && (
            <p className="mt-4 text-ink-soft">{text('drafts.other-sources', { count: found.sources })}</p>
          )}
        </>
      )}
    </>
  )
}
