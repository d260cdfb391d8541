import { useQuery } from '@tanstack/react-query'
import { FileText } from 'lucide-react'
import { useState, type FormEvent } from 'react'

import type { MinutesAnswer } from '#contract/answers.ts'

import { problemFrom, reading } from '../api.ts'
import { Button } from '../ui/Button.tsx'
import { Moment } from '../ui/Day.tsx'
import { Notice } from '../ui/Notice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { LongText } from '../ui/TextField.tsx'
import { useActing } from './acting.ts'
import { mayDo, type SittingView } from './view.ts'

type Part = MinutesAnswer['parts'][number]

/** The minutes as they write themselves from what happens: words may be added, then they are signed as they stand. */
export function Minutes({ view }: { view: SittingView }) {
  const { file, words } = view
  const { text } = words
  const { version } = file.answer.sitting
  const query = useQuery({
    ...reading<MinutesAnswer>(`/api/sittings/${file.id}/minutes?language=${text.language}`),
    staleTime: 2_000,
    enabled: version > 0,
  })
  const minutes = query.data
  if (!minutes)
    return query.error ? (
      <ProblemNotice problem={problemFrom(query.error)} again={() => void query.refetch()} />
    ) : (
      <Waiting />
    )
  return (
    <article className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-8">
      <div>
        <h2 className="text-title">{minutes.title}</h2>
        <p className="mt-2" data-print="no">
          <a
            href={`/api/sittings/${file.id}/minutes.pdf?language=${text.language}`}
            target="_blank"
            rel="noreferrer"
            className="touch inline-flex items-center gap-2"
          >
            <FileText className="size-5 shrink-0 stroke-[1.5]" aria-hidden="true" />
            {text('sittings.minutes-pdf')}
          </a>
        </p>
      </div>
      <Signing view={view} minutes={minutes} />
      {minutes.parts.map((part) => (
        <MinutesPart key={part.part} view={view} part={part} />
      ))}
      <p className="text-small break-all text-ink-soft">
        {text('sittings.fingerprint')} <bdi className="figures">{minutes.hash}</bdi>
      </p>
    </article>
  )
}

function MinutesPart({ view, part }: { view: SittingView; part: Part }) {
  const { text } = view.words
  const mayWrite = mayDo('write-minutes', view.attempts) && !part.isHidden && isWritable(part)
  return (
    <section aria-label={part.title} className="border-t border-line pt-4">
      <h3 className="text-lead">
        <bdi>{part.title}</bdi>
      </h3>
      {part.isHidden ? (
        <p className="mt-2 text-ink-soft">{text('sittings.part-hidden')}</p>
      ) : (
        <ul className="mt-2 grid gap-1">
          {part.lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {mayWrite ? (
        <Addition key={part.addition ?? ''} view={view} part={part} />
      ) : (
        part.addition !== null && (
          <p dir="auto" className="mt-2 whitespace-pre-line">
            {part.addition}
          </p>
        )
      )}
    </section>
  )
}

/** Words belong to a file or to the minutes in general; how the sitting began and ended writes itself. */
function isWritable({ part }: Part): boolean {
  return part !== 'opening' && part !== 'end'
}

function Addition({ view, part }: { view: SittingView; part: Part }) {
  const { text } = view.words
  const acting = useActing(view)
  const [isOpen, setOpen] = useState(false)
  const [written, setWritten] = useState(part.addition ?? '')
  const { signatures } = view.file.answer.sitting
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const of = part.part === 'general' ? {} : { case: part.part }
    if (await acting.act('write-minutes', { ...of, text: written })) setOpen(false)
  }
  if (!isOpen)
    return (
      <div className="mt-2" data-print="no">
        {part.addition !== null && (
          <p dir="auto" className="whitespace-pre-line">
            {part.addition}
          </p>
        )}
        <span className="-ms-2 inline-block">
          <Button kind="plain" onPress={() => setOpen(true)}>
            {text(part.addition === null ? 'sittings.add-words' : 'sittings.change-words')}
          </Button>
        </span>
      </div>
    )
  return (
    <form noValidate onSubmit={(event) => void send(event)} className="mt-3 grid gap-3">
      <LongText
        label={text.maybe('field.write-minutes.text') ?? 'text'}
        {...(signatures.length > 0 ? { help: text.maybe('command.write-minutes.help') ?? '' } : {})}
        name={`minutes-${part.part}`}
        rows={3}
        maxLength={10_000}
        value={written}
        onChange={setWritten}
      />
      {acting.problem && <ProblemNotice problem={acting.problem} small />}
      <div className="flex gap-2">
        <Button type="submit" disabled={written.trim() === '' || written === part.addition}>
          {text('sittings.keep-words')}
        </Button>
        <Button kind="plain" onPress={() => setOpen(false)}>
          {text('form.cancel')}
        </Button>
      </div>
    </form>
  )
}

/** Who has signed exactly these minutes, who has not, and one's own signature. */
function Signing({ view, minutes }: { view: SittingView; minutes: MinutesAnswer }) {
  const { file, words } = view
  const { text } = words
  const acting = useActing(view)
  if (file.answer.sitting.status !== 'closed') return <Notice>{text('sittings.minutes-draft')}</Notice>
  const { user } = file.actor
  const valid = minutes.signatures.filter((each) => each.isValid)
  const isSigned = valid.some(({ member }) => member === user)
  const mayTry = !isSigned && (mayDo('sign-minutes', view.attempts) || wasVoided(minutes, user))
  return (
    <section aria-label={text('sittings.signatures')} className="rounded bg-sand-soft px-5 py-4">
      <h3 className="text-lead">{text('sittings.signatures')}</h3>
      <p className="mt-2 text-small text-ink-soft">
        {valid.length === 0 ? text('sittings.unsigned') : text('sittings.signed')}
      </p>
      <ul>
        {valid.map(({ member, name, at }) => (
          <li key={member}>
            <bdi>{name}</bdi>, <Moment value={at} />
          </li>
        ))}
      </ul>
      {minutes.missing.length > 0 && (
        <p className="mt-2 text-ink-soft">
          {text('sittings.not-signed', {
            names: new Intl.ListFormat(text.locale).format(minutes.missing.map(({ name }) => name)),
          })}
        </p>
      )}
      {minutes.signatures.length > valid.length && (
        <p className="mt-2 text-small text-clay-deep">{text('sittings.signatures-voided')}</p>
      )}
      {acting.problem && <ProblemNotice problem={acting.problem} small />}
      {mayTry && (
        <div className="mt-4 grid gap-2">
          <p className="text-small">{text('sittings.sign-help')}</p>
          <div>
            <Button kind="main" onPress={() => void acting.act('sign-minutes', { hash: minutes.hash })}>
              {text.maybe('command.sign-minutes.title') ?? 'sign-minutes'}
            </Button>
          </div>
        </div>
      )}
    </section>
  )
}

/** A signature under minutes that were changed afterwards can be given again. */
function wasVoided({ signatures }: MinutesAnswer, user: string): boolean {
  return signatures.some(({ member, isValid }) => member === user && !isValid)
}
