import { useQueryClient, type QueryClient } from '@tanstack/react-query'

import type { Fields } from '#domain/field.ts'
import { committeeOf } from '#domain/scheme/committee.ts'
import { sittingCommands } from '#domain/sitting/commands/index.ts'
import type { SittingCommand } from '#domain/sitting/decide.ts'

import { Panel } from '../case/Panel.tsx'
import { Form } from '../form/Form.tsx'
import { useToday } from '../local/clock.ts'
import { discard } from '../local/outbox.ts'
import { submitToSitting, type SittingFile } from '../local/sitting-file.ts'
import { formatDay } from '../locale.ts'
import { Button } from '../ui/Button.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { problemOf } from './acting.ts'
import { notesPath } from './Notes.tsx'
import { memberOption } from './PlanSitting.tsx'
import { ballotOn, type SittingView } from './view.ts'

/** The form of the act that the address names, and what the server refused of those before. */
export function SittingActPanel({ view }: { view: SittingView }) {
  const { search, show, attempts, words } = view
  const { text } = words
  const command = search.act === undefined ? undefined : sittingCommands[search.act]
  const close = (): void => show(search.file ? { file: search.file } : {})
  const refusal = command && attempts.get(command.name)
  return (
    <>
      <Refused view={view} />
      {command && command.kind === 'acts' && (
        <Panel
          title={text.maybe(`command.${command.name}.title`) ?? command.name}
          help={text.maybe(`command.${command.name}.help`)}
          onClose={close}
        >
          {refusal ? (
            <ProblemNotice problem={problemOf(refusal, view)} safe={text('case.not-possible')} />
          ) : (
            <ActForm key={command.name} view={view} command={command} onClose={close} />
          )}
        </Panel>
      )}
    </>
  )
}

type ActFormProps = { readonly view: SittingView; readonly command: SittingCommand; readonly onClose: () => void }

function ActForm({ view, command, onClose }: ActFormProps) {
  const today = useToday()
  const queries = useQueryClient()
  const { file, words, current } = view
  const { text } = words
  const { sitting, members, files, texts } = file.answer
  const given = givenTo(command, view)
  const about = text('sittings.about', { date: formatDay(sitting.on, text.locale) })
  // Before the members are named anybody of the committee can be; afterwards only who sits.
  const eligible =
    command.name === 'name-members' ? members : members.filter(({ account }) => sitting.members.includes(account))
  return (
    <Form
      form={`${command.name}:${file.id}:${command.name.endsWith('interest') ? (current?.file.case ?? '') : ''}`}
      command={command.name}
      fields={fieldsAsked(command, given, view)}
      sources={{
        choices: {
          'committee-members': eligible.map((each) => memberOption(each, words)),
          cases: files.map((each) => ({ id: each.case, title: each.name })),
        },
      }}
      initial={startOf(command, view, texts[sitting.place])}
      today={today}
      review={command.name === 'close-sitting' || command.name === 'cancel-sitting'}
      onSend={async (input) => {
        const whole = { ...input, ...given }
        const outcome = await submitToSitting(file, command.name, whole, about)
        if (outcome.refused) return problemOf(outcome, view)
        if (command.name === 'declare-interest') forget(queries, whole, file)
        return undefined
      }}
      onDone={onClose}
      onCancel={onClose}
    />
  )
}

/** What this device knew of a file is gone with the right to it. */
function forget(queries: QueryClient, input: Readonly<Record<string, unknown>>, file: SittingFile): void {
  const { user } = file.actor
  const { case: of, member = user } = input
  if (member !== user || typeof of !== 'string') return
  queries.removeQueries({ queryKey: [notesPath(file.id)] })
  queries.removeQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(`/api/cases/${of}`) })
}

/** What the page says already: the file on the table, the vote on it; in writing nobody is present. */
function givenTo(command: SittingCommand, { current, file }: SittingView): Readonly<Record<string, unknown>> {
  const ballot = current && ballotOn(file, current.file.case)
  if (command.name === 'withdraw-vote') return ballot ? { vote: ballot.vote } : {}
  if (command.name === 'open-sitting' && file.answer.sitting.procedure !== 'meeting') return { present: [] }
  return command.name.endsWith('interest') && current ? { case: current.file.case } : {}
}

function fieldsAsked(command: SittingCommand, given: Readonly<Record<string, unknown>>, view: SittingView): Fields {
  // A member speaks for themselves only; nobody asks them for whom.
  const isForOneself = command.name === 'declare-interest' && view.file.actor.role === 'committee-member'
  // Where everybody comes into the room, nobody is asked who does not.
  const { sitting } = view.file.answer
  const isInTheRoom = committeeOf(view.file.ground.running.edition, sitting.committee)?.presence === 'in-the-room'
  const isInWriting = sitting.procedure !== 'meeting'
  const left = [
    ...(isForOneself ? ['member'] : []),
    ...(isInTheRoom || isInWriting ? ['remote'] : []),
    ...(isInWriting && command.name === 'open-sitting' ? ['chair'] : []),
  ]
  return Object.fromEntries(Object.entries(command.fields).filter(([name]) => !(name in given) && !left.includes(name)))
}

/** Everybody who sits is taken to be there until somebody says otherwise. */
function startOf(command: SittingCommand, { file }: SittingView, place: string | undefined): Record<string, unknown> {
  const { members, present, remote, on } = file.answer.sitting
  const chairs = file.answer.sheet.chairs.filter((each) => members.includes(each))
  switch (command.name) {
    case 'open-sitting':
      return { present: members, ...(chairs.length === 1 ? { chair: chairs[0] } : {}) }
    case 'freeze-packs':
      return { cases: file.answer.files.filter(({ pack }) => pack?.isChanged).map((each) => each.case) }
    case 'change-presence':
      return { present, remote }
    case 'name-members':
      return { members }
    case 'move-sitting':
      return { on, ...(place === undefined ? {} : { place }) }
    default:
      return {}
  }
}

function Refused({ view }: { view: SittingView }) {
  const { text } = view.words
  const refused = view.file.entries.filter(({ state }) => state === 'needs-you')
  return (
    <div className="mt-6 grid gap-4 empty:hidden" data-print="no">
      {refused.map((entry) => (
        <section key={entry.id}>
          <ProblemNotice
            small
            problem={problemOf(entry.refusal ?? { code: 'page-failed' }, view)}
            safe={text.maybe(`command.${entry.name}.title`) ?? entry.name}
          />
          <Button kind="plain" onPress={() => void discard(entry)}>
            {text('sittings.let-go')}
          </Button>
        </section>
      ))}
    </div>
  )
}
