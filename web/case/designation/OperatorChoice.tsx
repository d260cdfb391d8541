import { useMemo, useState } from 'react'

import type { OperatorsAnswer } from '#contract/designation-answers.ts'
import { questionOf, type OperatorsKnown } from '#domain/designation/question.ts'
import { rankOperators, type ExcludedOperator } from '#domain/designation/rank.ts'

import type { InputProps } from '../../form/sources.ts'
import { refusalWords } from '../../readable.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { Question, useQuestion } from '../../ui/Question.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { CaseView } from '../view.ts'
import { OperatorRow } from './OperatorRow.tsx'

type OperatorChoiceProps = InputProps<string> & {
  readonly view: CaseView
  readonly known: OperatorsKnown
  /** The page of each operator that has one, by office. */
  readonly standings: OperatorsAnswer['standings']
  /** The kinds of expertise that the form asks for by now. */
  readonly expertise: readonly string[]
}

/** At once in view; a list of five hundred opens step by step, or is searched. */
const inView = 8

/**
 * The operators as they are proposed for this case, ranked here by the same code as on the server: best first, each with
 * its reasons; below, who is left out and why.
 */
export function OperatorChoice({ view, known, standings, expertise, value, onChange, ...asked }: OperatorChoiceProps) {
  const { words, file, circumstances } = view
  const { text } = words
  const { running, today } = circumstances
  const question = useQuestion(asked)
  const [shown, setShown] = useState(inView)
  const [sought, setSought] = useState('')
  const ranking = useMemo(
    () =>
      rankOperators(
        questionOf(file.answer.case, running, known, { today, expertise }),
        known.sheets,
        known.performances,
      ),
    [file.answer.case, running, known, today, expertise],
  )
  const titles = useMemo(
    () =>
      new Map((running.edition.operators?.expertise ?? []).map((each) => [each.expertise, words.titled(each.title)])),
    [running, words],
  )
  const { operators, excluded } = ranking
  const named = operators.filter(({ office }) => isNamed(words.office(office), sought))
  const listed = named.filter(({ office }, index) => index < shown || office === value)
  const rest = named.length - listed.length
  const isFirst = value === undefined || value === operators[0]?.office
  return (
    <Question {...asked} help={asked.help ?? text('designation.fairness')} ids={question.ids} group>
      {operators.length === 0 && (
        <Notice kind="late" title={text('designation.empty')}>
          {text('designation.empty-help')}
        </Notice>
      )}
      {operators.length > inView && (
        <div className="mb-3">
          <TextField label={text('designation.find')} value={sought} onChange={setSought} />
        </div>
      )}
      <ol className="grid max-w-prose grid-cols-[minmax(0,1fr)] gap-2">
        {listed.map((operator) => (
          <OperatorRow
            key={operator.office}
            operator={operator}
            view={view}
            expertise={titles}
            standing={standings[operator.office]}
            group={question.ids.control}
            chosen={operator.office === value}
            invalid={asked.error !== undefined}
            onChoose={() => onChange(operator.office)}
          />
        ))}
      </ol>
      {sought !== '' && named.length === 0 && <p className="text-ink-soft">{text('designation.none-found')}</p>}
      {rest > 0 && (
        <div className="mt-2">
          <Button onPress={() => setShown(shown + 25)}>{text('designation.more', { count: rest })}</Button>
        </div>
      )}
      {!isFirst && (
        <div className="mt-3">
          <Notice live>{text('designation.not-first')}</Notice>
        </div>
      )}
      <Excluded excluded={excluded} view={view} />
    </Question>
  )
}

function isNamed(name: string, sought: string): boolean {
  return name.toLocaleLowerCase().includes(sought.trim().toLocaleLowerCase())
}

/** Who cannot be designated, each with every reason there is. */
function Excluded({ excluded, view }: { excluded: readonly ExcludedOperator[]; view: CaseView }) {
  const { text, names, office: nameOf } = view.words
  if (excluded.length === 0) return null
  return (
    <details className="mt-4 max-w-prose">
      <summary className="touch flex w-fit cursor-pointer items-center py-2 text-river underline decoration-dotted underline-offset-4">
        {text('designation.excluded', { count: excluded.length })}
      </summary>
      <ul className="mt-1 grid gap-3 border-s border-line ps-4">
        {excluded.map(({ office, refusals }) => (
          <li key={office}>
            <p className="font-strong">
              <bdi>{nameOf(office)}</bdi>
            </p>
            {refusals.map((refusal) => (
              <p key={refusal.code} className="text-ink-soft">
                {refusalWords(text, refusal, names).what}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}
