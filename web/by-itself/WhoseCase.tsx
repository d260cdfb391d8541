import { Link } from '@tanstack/react-router'

import type { ForeseenAnswer } from '#contract/by-itself-answers.ts'

import type { ListWords } from '../cases/list-words.ts'
import type { Text } from '../i18n.ts'

type WhoseCaseProps = {
  readonly row: Pick<ForeseenAnswer, 'case' | 'name' | 'scheme'>
  readonly words: ListWords
}

/** The person, with the way to the case, and the scheme; the scheme alone for a reader who opens no file. */
export function WhoseCase({ row, words }: WhoseCaseProps) {
  const { text } = words
  if (row.case === null) return <p className="text-ink-soft">{words.scheme(row.scheme)}</p>
  return (
    <p className="flex flex-wrap gap-x-3">
      <Link to="/cases/$case" params={{ case: row.case }} className="font-strong text-ink hover:text-river-deep">
        <bdi>{row.name === null || row.name === '' ? text('list.unnamed') : row.name}</bdi>
      </Link>
      <span className="text-ink-soft">{words.scheme(row.scheme)}</span>
    </p>
  )
}

/** Where a rule is written, and how certain that is. */
export function sourceWords(source: ForeseenAnswer['source'], text: Text): string | undefined {
  return source === null
    ? undefined
    : `${source.title[text.language]} (${text(`schemes.certainty-${source.certainty}`)})`
}
