import { useState, type FormEvent } from 'react'

import { hearings } from '#domain/sitting/events.ts'

import { Button } from '../ui/Button.tsx'
import { join } from '../ui/classes.ts'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { LongText, TextField } from '../ui/TextField.tsx'
import { useActing } from './acting.ts'
import { mayDo, memberName, type SittingView } from './view.ts'

type HearingProps = { readonly view: SittingView; readonly of: string; readonly isOnTable: boolean }

/** How the person spoke to the committee: one press; another press puts it right. */
export function Hearing({ view, of, isOnTable }: HearingProps) {
  const { text } = view.words
  const acting = useActing(view)
  const heard = view.file.answer.sitting.hearings.find((each) => each.case === of)
  const may = isOnTable && mayDo('record-hearing', view.attempts)
  if (!may && !heard) return null
  const said = heard?.text == null ? undefined : view.file.answer.texts[heard.text]
  return (
    <div role="group" aria-label={text('sittings.hearing')}>
      <p className="text-small text-ink-soft">{text('sittings.hearing')}</p>
      {may ? (
        <div className="mt-1 flex flex-wrap gap-1.5">
          {hearings.map((how) => (
            <button
              key={how}
              type="button"
              aria-pressed={heard?.how === how}
              onClick={() => heard?.how !== how && void acting.act('record-hearing', { case: of, how })}
              className={join(
                'touch rounded border px-3 text-small',
                heard?.how === how ? 'border-river bg-river-wash font-strong' : 'border-edge hover:bg-paper',
              )}
            >
              {text.maybe(`field.record-hearing.how.option.${how}`) ?? how}
            </button>
          ))}
        </div>
      ) : (
        heard && <p>{text.maybe(`field.record-hearing.how.option.${heard.how}`) ?? heard.how}</p>
      )}
      {said !== undefined && (
        <p dir="auto" className="mt-1 whitespace-pre-line">
          {said}
        </p>
      )}
      {acting.problem && <ProblemNotice problem={acting.problem} small />}
    </div>
  )
}

/** What members ask about the file on the table, and what was answered. */
export function Questions({ view, of, isOnTable }: HearingProps) {
  const { file, words } = view
  const { text } = words
  const asked = file.answer.sitting.questions.filter((each) => each.case === of)
  const mayAsk = isOnTable && mayDo('ask-question', view.attempts)
  const mayAnswer = mayDo('record-answer', view.attempts)
  const isMember = file.answer.sitting.members.includes(file.actor.user)
  if (asked.length === 0 && !(mayAsk && isMember)) return null
  return (
    <div role="group" aria-label={text('sittings.questions')} className="grid gap-3">
      <p className="text-small text-ink-soft">{text('sittings.questions')}</p>
      {asked.length > 0 && (
        <ol className="grid gap-3">
          {asked.map((each) => (
            <li key={each.question}>
              <p dir="auto" className="whitespace-pre-line">
                {file.answer.texts[each.text] ?? text('case.erased')}
              </p>
              <p className="text-small text-ink-soft">
                <bdi>{memberName(file, words, each.member)}</bdi>
              </p>
              {each.answer !== null ? (
                <p dir="auto" className="mt-1 border-s-2 border-edge ps-3 whitespace-pre-line">
                  {file.answer.texts[each.answer] ?? text('case.erased')}
                </p>
              ) : (
                mayAnswer && <Answering view={view} question={each.question} />
              )}
            </li>
          ))}
        </ol>
      )}
      {mayAsk && isMember && <Asking key={of} view={view} of={of} />}
    </div>
  )
}

function Asking({ view, of }: { view: SittingView; of: string }) {
  const { text } = view.words
  const acting = useActing(view)
  const [written, setWritten] = useState('')
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (written.trim() && (await acting.act('ask-question', { case: of, text: written }))) setWritten('')
  }
  return (
    <form noValidate onSubmit={(event) => void send(event)} className="grid gap-2">
      <LongText
        label={text.maybe('field.ask-question.text') ?? 'text'}
        name="question"
        rows={2}
        maxLength={10_000}
        value={written}
        onChange={setWritten}
      />
      {acting.problem && <ProblemNotice problem={acting.problem} small />}
      {written.trim() !== '' && (
        <div>
          <Button type="submit">{text.maybe('command.ask-question.title') ?? 'ask-question'}</Button>
        </div>
      )}
    </form>
  )
}

function Answering({ view, question }: { view: SittingView; question: string }) {
  const { text } = view.words
  const acting = useActing(view)
  const [written, setWritten] = useState('')
  const send = (event: FormEvent): void => {
    event.preventDefault()
    if (written.trim()) void acting.act('record-answer', { question, text: written })
  }
  return (
    <form noValidate onSubmit={send} className="mt-2 grid gap-2">
      <TextField
        label={text.maybe('field.record-answer.text') ?? 'text'}
        name={`answer-${question}`}
        value={written}
        onChange={setWritten}
      />
      {acting.problem && <ProblemNotice problem={acting.problem} small />}
      {written.trim() !== '' && (
        <div>
          <Button type="submit">{text.maybe('command.record-answer.title') ?? 'record-answer'}</Button>
        </div>
      )}
    </form>
  )
}
