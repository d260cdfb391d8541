import { Check, Gavel } from 'lucide-react'
import { useState } from 'react'

import { possibleVotes } from '#domain/sitting/commands/cast-vote.ts'
import type { Vote } from '#domain/sitting/events.ts'
import type { Ballot } from '#domain/sitting/state.ts'
import type { Voter } from '#domain/sitting/voters.ts'

import { useToday } from '../local/clock.ts'
import { Amount } from '../ui/Amount.tsx'
import { Button } from '../ui/Button.tsx'
import { join } from '../ui/classes.ts'
import { Notice } from '../ui/Notice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { useActing } from './acting.ts'
import { conducts, mayDo, memberName, memberNames, quorumOf, ruleOf, votersFor, type SittingView } from './view.ts'

type VotingProps = { readonly view: SittingView; readonly ballot: Ballot }

/** A proposal that is put to the vote: what is proposed, one's own vote, how far it is, and who closes it. */
export function Voting({ view, ballot }: VotingProps) {
  const { file, words } = view
  const { text } = words
  const today = useToday()
  const voters = votersFor(file, ballot.case, today)
  const isOpen = ballot.closedAt === null
  const mine = voters.filter(({ by }) => by === file.actor.user)
  const acting = useActing(view)
  return (
    <section aria-label={text('sittings.vote')} className="grid gap-4 rounded bg-paper px-4 py-4">
      <div>
        <p className="text-small text-ink-soft">{text(isOpen ? 'sittings.proposed' : 'sittings.was-proposed')}</p>
        <Proposal view={view} ballot={ballot} />
      </div>
      {isOpen && mine.map((voter) => <OwnVote key={voter.member} {...{ view, ballot, voter, acting }} />)}
      {isOpen ? <HowFar {...{ view, ballot, voters }} /> : <Result view={view} ballot={ballot} />}
      {isOpen && <Hands {...{ view, ballot, voters, acting }} />}
      {acting.problem && <ProblemNotice problem={acting.problem} small />}
      {isOpen && <Closing {...{ view, ballot, voters, acting }} />}
    </section>
  )
}

function Proposal({ view, ballot }: VotingProps) {
  const { text } = view.words
  const { currency } = view.file.ground.running.scheme
  const written = ballot.text === null ? undefined : view.file.answer.texts[ballot.text]
  return (
    <>
      <p className="font-strong">{text.maybe(`sittings.choice-${ballot.outcome}`) ?? ballot.outcome}</p>
      {ballot.amount !== null && (
        <p className="text-lead">
          <Amount value={{ amount: ballot.amount, currency }} strong />
        </p>
      )}
      {written !== undefined && (
        <p dir="auto" className="whitespace-pre-line">
          {written}
        </p>
      )}
    </>
  )
}

type Acts = { readonly acting: ReturnType<typeof useActing> }

/** Big and calm: a thumb finds them, and a vote can be changed until the chair closes. */
function OwnVote({ view, ballot, voter, acting }: VotingProps & Acts & { readonly voter: Voter }) {
  const { file, words } = view
  const { text } = words
  const given = ballot.cast.find(({ member }) => member === voter.member)?.says
  const isProxy = voter.member !== file.actor.user
  const cast = (says: Vote): void => {
    if (says === given) return
    const input = { vote: ballot.vote, says, ...(isProxy ? { member: voter.member } : {}) }
    void acting.act('cast-vote', given === undefined ? input : { ...input, change: true })
  }
  const name = memberName(file, words, voter.member)
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2">{isProxy ? text('sittings.vote-for', { name }) : text('sittings.your-vote')}</legend>
      {possibleVotes(ruleOf(file)?.decides).map((says) => (
        <button
          key={says}
          type="button"
          aria-pressed={given === says}
          onClick={() => cast(says)}
          className={join(
            'flex min-h-14 items-center justify-between gap-3 rounded border px-4 text-start text-lead transition-colors',
            given === says ? 'border-river bg-river-wash font-strong' : 'border-edge bg-ground hover:bg-sand-soft',
          )}
        >
          {text.maybe(`field.cast-vote.says.option.${says}`) ?? says}
          {given === says && <Check className="size-6 shrink-0 stroke-[1.5] text-river" aria-hidden="true" />}
        </button>
      ))}
      <p aria-live="polite" className="text-small text-ink-soft">
        {given === undefined ? text('sittings.vote-secret') : text('sittings.vote-kept')}
      </p>
    </fieldset>
  )
}

type Voters = { readonly voters: readonly Voter[] }

/** Who has voted; how, only for those who conduct the vote. */
function HowFar({ view, ballot, voters }: VotingProps & Voters) {
  const { file, words } = view
  const { text } = words
  const cast = ballot.cast.filter(({ member }) => voters.some((each) => each.member === member))
  const missing = voters.filter(({ member }) => !cast.some((each) => each.member === member))
  const many = (says: Vote): number => cast.filter((each) => each.says === says).length
  return (
    <div className="text-small" aria-live="polite">
      <p className="font-strong">{text('sittings.have-voted', { given: cast.length, count: voters.length })}</p>
      {missing.length > 0 && (
        <p className="text-ink-soft">
          {text('sittings.not-voted', {
            names: memberNames(
              file,
              words,
              missing.map(({ member }) => member),
            ),
          })}
        </p>
      )}
      {conducts(file) && cast.length > 0 && (
        <p className="figures text-ink-soft">
          {possibleVotes(ruleOf(file)?.decides)
            .map((says) => `${text.maybe(`field.cast-vote.says.option.${says}`) ?? says} ${many(says)}`)
            .join(' · ')}
        </p>
      )}
    </div>
  )
}

function Result({ view, ballot }: VotingProps) {
  const { text } = view.words
  const { result, count } = ballot
  if (result === null || result === 'withdrawn') return null
  return (
    <Notice kind={result === 'adopted' ? 'settled' : 'calm'} live>
      <span className="font-strong">{text(`sittings.result-${result}`)}</span>
      {count && (
        <span className="figures block text-small">
          {text('sittings.count', {
            for: count.for,
            against: count.against + count.objection,
            abstained: count.abstain,
          })}
        </span>
      )}
      {ballot.casting && <span className="block text-small">{text('sittings.casting')}</span>}
    </Notice>
  )
}

/** The secretary writes down a show of hands, for those who have no screen of their own. */
function Hands({ view, ballot, voters, acting }: VotingProps & Voters & Acts) {
  const [isShown, setShown] = useState(false)
  const { file, words } = view
  const { text } = words
  if (file.actor.role !== 'committee-secretary' || !mayDo('cast-vote', view.attempts)) return null
  const own = voters.filter(({ member, by }) => member === by && member !== file.actor.user)
  if (own.length === 0) return null
  if (!isShown)
    return (
      <div className="-ms-2">
        <Button kind="plain" onPress={() => setShown(true)}>
          {text('sittings.note-hands')}
        </Button>
      </div>
    )
  const note = (member: string, says: Vote, before: string | undefined): void =>
    void acting.act('cast-vote', { vote: ballot.vote, says, member, ...(before === undefined ? {} : { change: true }) })
  return (
    <ul className="grid gap-3">
      {own.map(({ member }) => {
        const before = ballot.cast.find((each) => each.member === member)?.says
        const name = memberName(file, words, member)
        return (
          <li key={member} role="group" aria-label={name}>
            <p className="text-small">
              <bdi>{name}</bdi>
            </p>
            <div className="mt-1 flex flex-wrap gap-1.5">
              {possibleVotes(ruleOf(file)?.decides).map((says) => (
                <button
                  key={says}
                  type="button"
                  aria-pressed={before === says}
                  onClick={() => before !== says && note(member, says, before)}
                  className={join(
                    'touch rounded border px-3 text-small',
                    before === says ? 'border-river bg-river-wash font-strong' : 'border-edge hover:bg-sand-soft',
                  )}
                >
                  {text.maybe(`field.cast-vote.says.option.${says}`) ?? says}
                </button>
              ))}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

/** Closing cannot be undone: while somebody has not voted it is asked once more. */
function Closing({ view, ballot, voters, acting }: VotingProps & Voters & Acts) {
  const [isAsked, setAsked] = useState(false)
  const { file, words, current, search, show } = view
  const { text } = words
  if (!mayDo('close-vote', view.attempts)) return null
  const missing = voters.filter(({ member }) => !ballot.cast.some((each) => each.member === member)).length
  const { holds, voting, needed } = quorumOf(file, current?.file)
  const isMeeting = file.answer.sitting.procedure === 'meeting'
  if (isMeeting && !holds && needed !== undefined)
    return (
      <Notice kind="late" title={text('sittings.quorum-lost')}>
        {text('sittings.quorum-lost-vote', { voting, needed })}
      </Notice>
    )
  const close = (): void => {
    if (missing > 0 && !isAsked) setAsked(true)
    else void acting.act('close-vote', { vote: ballot.vote }).then(() => setAsked(false))
  }
  return (
    <div className="grid gap-2">
      {isAsked && <p>{text('sittings.close-early', { count: missing })}</p>}
      <Button kind="main" wide icon={<Gavel aria-hidden="true" />} onPress={close}>
        {text.maybe('command.close-vote.title') ?? 'close-vote'}
      </Button>
      {isAsked ? (
        <Button wide onPress={() => setAsked(false)}>
          {text('sittings.keep-open')}
        </Button>
      ) : (
        mayDo('withdraw-vote', view.attempts) && (
          <Button kind="plain" onPress={() => show({ ...search, act: 'withdraw-vote' })}>
            {text.maybe('command.withdraw-vote.title') ?? 'withdraw-vote'}
          </Button>
        )
      )}
    </div>
  )
}
