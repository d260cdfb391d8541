import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createLazyRoute, Link, useNavigate } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'
import { uuidv7 } from 'uuidv7'

import type { CommitteeAnswer } from '#contract/answers.ts'
import { committeeCommands } from '#domain/committee/commands/index.ts'
import { isCurrent } from '#domain/committee/committee.ts'
import { seatKeepers } from '#domain/committee/decide.ts'
import type { Fields } from '#domain/field.ts'

import { call, problemFrom, reading } from '../api.ts'
import { Panel } from '../case/Panel.tsx'
import { useListWords, type ListWords } from '../cases/list-words.ts'
import { Form } from '../form/Form.tsx'
import { useToday } from '../local/clock.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/Button.tsx'
import { Day } from '../ui/Day.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { memberOption, membersQuery } from './PlanSitting.tsx'

export const seatsPage = createLazyRoute('/signed-in/sittings/seats')({ component: SeatsPage })

type Mandate = CommitteeAnswer['mandates'][number]

/** Who sits on the committees of this office: holders, alternates, until when. */
function SeatsPage() {
  const words = useListWords()
  const { text } = words
  const schemes = useQuery(membersQuery).data?.schemes
  return (
    <>
      <Link
        to="/sittings"
        className="touch -ms-2 mb-1 inline-flex items-center gap-2 rounded px-2 text-ink-soft no-underline hover:text-ink"
      >
        <ArrowLeft className="size-5 stroke-[1.5] rtl:-scale-x-100" aria-hidden="true" />
        {text('sittings.title')}
      </Link>
      <h1 className="text-head">{text('sittings.seats')}</h1>
      <p className="mt-1 max-w-prose text-ink-soft">{text('sittings.seats-help')}</p>
      {schemes === undefined && <Waiting />}
      {schemes?.length === 0 && (
        <EmptyState title={text('sittings.no-committee')}>{text('sittings.no-committee-help')}</EmptyState>
      )}
      {schemes?.map((scheme) => (
        <OfScheme key={scheme} scheme={scheme} words={words} />
      ))}
    </>
  )
}

function committeesPath(scheme: string): string {
  return `/api/committees?scheme=${scheme}`
}

function OfScheme({ scheme, words }: { scheme: string; words: ListWords }) {
  const session = useSession()
  const query = useQuery(reading<{ rows: readonly CommitteeAnswer[] }>(committeesPath(scheme)))
  if (query.error) return <ProblemNotice problem={problemFrom(query.error)} again={() => void query.refetch()} />
  // A secretary keeps the list of their own office; whoever manages the programme sees all of them.
  const rows = query.data?.rows.filter(
    ({ office }) => session?.seat.role === 'programme-manager' || office === session?.seat.office.id,
  )
  return rows?.map((committee) => <Committee key={committee.stream} committee={committee} words={words} />)
}

type CommitteeProps = { readonly committee: CommitteeAnswer; readonly words: ListWords }

function Committee({ committee, words }: CommitteeProps) {
  const session = useSession()
  const navigate = useNavigate()
  const today = useToday()
  const { text } = words
  const { act, of } = seatsPage.useSearch()
  const mayKeep = session !== undefined && seatKeepers.includes(session.seat.role)
  const begin = (command: string, about: string): void =>
    void navigate({ to: '/sittings/seats', search: { act: command, of: `${committee.committee}/${about}` } })
  const about = of?.startsWith(`${committee.committee}/`) ? of.slice(committee.committee.length + 1) : undefined
  return (
    <section className="mt-8" aria-labelledby={committee.stream}>
      <h2 id={committee.stream} className="text-lead">
        <bdi>{committee.title[text.language]}</bdi>
      </h2>
      <p className="border-b border-edge pb-2 text-small text-ink-soft">
        <bdi>{words.scheme(committee.scheme)}</bdi>
        {' · '}
        <bdi>{words.office(committee.office)}</bdi>
      </p>
      {committee.mandates.length === 0 && <p className="py-3 text-ink-soft">{text('sittings.no-mandates')}</p>}
      <ul>
        {committee.seats.map(({ seat, title }) => {
          const own = committee.mandates.filter((each) => each.seat === seat && (each.until ?? today) >= today)
          return (
            <li
              key={seat}
              className="grid items-baseline gap-x-6 gap-y-1 border-b border-line py-2 sm:grid-cols-[minmax(0,16rem)_minmax(0,1fr)_auto]"
            >
              <p className="font-strong [overflow-wrap:anywhere]">
                <bdi>{title[text.language]}</bdi>
              </p>
              <div>
                {own.length === 0 && <p className="text-ink-soft">{text('sittings.vacant')}</p>}
                {own.map((mandate) => (
                  <Holding key={mandate.mandate} {...{ mandate, text, today, mayKeep, begin }} />
                ))}
              </div>
              {mayKeep && (
                <div className="-ms-2 sm:ms-0">
                  <Button kind="plain" onPress={() => begin('give-mandate', seat)}>
                    {text('sittings.give-seat')}
                  </Button>
                </div>
              )}
            </li>
          )
        })}
      </ul>
      {act !== undefined && about !== undefined && <Act committee={committee} words={words} act={act} about={about} />}
    </section>
  )
}

type HoldingProps = {
  readonly mandate: Mandate
  readonly text: ListWords['text']
  readonly today: string
  readonly mayKeep: boolean
  readonly begin: (command: string, about: string) => void
}

function Holding({ mandate, text, today, mayKeep, begin }: HoldingProps) {
  const { name, as, from, until } = mandate
  return (
    <p className="flex flex-wrap items-baseline gap-x-3">
      <span>
        <bdi>{name}</bdi>
        {as === 'alternate' && <span className="text-ink-soft"> ({text('sittings.alternate')})</span>}
      </span>
      <span className="text-small text-ink-soft">
        {!isCurrent(mandate, today) && (
          <>
            {text('sittings.from')} <Day value={from} form="short" />{' '}
          </>
        )}
        {until === null ? (
          text('sittings.no-end')
        ) : (
          <>
            {text('sittings.until')} <Day value={until} form="short" />
          </>
        )}
      </span>
      {mayKeep && (
        <Button kind="plain" onPress={() => begin('end-mandate', mandate.mandate)}>
          {text('sittings.end-mandate')}
        </Button>
      )}
    </p>
  )
}

type ActProps = CommitteeProps & { readonly act: string; readonly about: string }

/** Giving a seat or ending a mandate; what the page says already is not asked. */
function Act({ committee, words, act, about }: ActProps) {
  const { text } = words
  const session = useSession()
  const today = useToday()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const members = useQuery(membersQuery).data?.rows ?? []
  const command = committeeCommands[act]
  const close = (): void => void navigate({ to: '/sittings/seats', search: {}, replace: true })
  if (!command || !session) return null
  const { scheme, committee: id, office } = committee
  const given: Record<string, string> =
    act === 'give-mandate' ? { scheme, committee: id, office, seat: about } : { mandate: about }
  const fields: Fields = Object.fromEntries(Object.entries(command.fields).filter(([name]) => !(name in given)))
  return (
    <Panel
      title={text.maybe(`command.${act}.title`) ?? act}
      help={committee.seats.find(({ seat }) => seat === about)?.title[text.language]}
      onClose={close}
    >
      <Form
        form={`${act}:${committee.stream}:${about}`}
        command={act}
        fields={fields}
        sources={{ choices: { 'committee-members': members.map((each) => memberOption(each, words)) } }}
        initial={act === 'give-mandate' ? { as: 'holder', from: today } : {}}
        today={today}
        onSend={async (input) => {
          const seat = { role: session.seat.role, office: session.seat.office.id }
          const envelope = { command: uuidv7(), stream: committee.stream, input: { ...input, ...given }, seat }
          const answer = await call('POST', `/api/commands/${act}`, envelope)
          if (!answer.ok) return answer.problem
          await queries.invalidateQueries({ queryKey: [committeesPath(scheme)] })
          return undefined
        }}
        onDone={close}
        onCancel={close}
      />
    </Panel>
  )
}
