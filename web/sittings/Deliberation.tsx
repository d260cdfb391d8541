import { sittingRefusal } from '#domain/case/committee.ts'
import type { CaseState } from '#domain/case/state.ts'

import { Words } from '../case/Section.tsx'
import type { CaseView } from '../case/view.ts'
import { discard } from '../local/outbox.ts'
import { Amount } from '../ui/Amount.tsx'
import { Button } from '../ui/Button.tsx'
import { join } from '../ui/classes.ts'
import { Notice } from '../ui/Notice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { SyncMark } from '../ui/SyncMark.tsx'
import { refusalWords } from '../readable.ts'
import { useActing } from './acting.ts'
import { DecisionForm } from './DecisionForm.tsx'
import { Hearing, Questions } from './Hearing.tsx'
import { Proposing } from './Proposing.tsx'
import { ballotOn, conducts, mayDo, memberNames, quorumOf, ruleOf, type SittingView } from './view.ts'
import { Voting } from './Voting.tsx'

type DeliberationProps = { readonly view: SittingView; readonly pack: CaseView }

/** What the committee makes of the file: hearing, questions, vote, the decision or why there can be none, stepping aside. */
export function Deliberation({ view, pack }: DeliberationProps) {
  const { text } = view.words
  const { sitting } = view.file.answer
  const decided = pack.file.answer.case.decisions.find(({ sitting: of }) => of === view.file.id)
  const isMeeting = sitting.procedure === 'meeting'
  // While it is voted, nothing stands before the vote.
  const isVoting = ballotOn(view.file, pack.file.id)?.closedAt === null
  const isOnTable = sitting.status === 'open' && !decided && (!isMeeting || sitting.openFile === pack.file.id)
  return (
    <section
      aria-label={text('sittings.decision')}
      className="grid grid-cols-[minmax(0,1fr)] content-start gap-5 rounded bg-sand-soft px-5 py-5"
    >
      <h2 className="text-lead">{text('sittings.decision')}</h2>
      <Voters view={view} />
      {!decided && <ToTable view={view} of={pack.file.id} />}
      {isVoting && <Vote view={view} pack={pack} isOnTable={isOnTable} />}
      <Hearing view={view} of={pack.file.id} isOnTable={isOnTable && isMeeting} />
      <Questions view={view} of={pack.file.id} isOnTable={isOnTable} />
      {!isVoting && <Vote view={view} pack={pack} isOnTable={isOnTable} />}
      {decided ? <Decided decision={decided} view={view} pack={pack} /> : <Deciding view={view} pack={pack} />}
      {!decided && <Aside view={view} />}
    </section>
  )
}

/** Lays the file on the table, for all screens at once. Another one makes room; nothing of it is lost. */
function ToTable({ view, of }: { view: SittingView; of: string }) {
  const { text } = view.words
  const acting = useActing(view)
  const { procedure, openFile } = view.file.answer.sitting
  if (procedure !== 'meeting' || openFile === of || !mayDo('open-file', view.attempts)) return null
  return (
    <div className="grid gap-2">
      <Button
        kind={openFile === null ? 'quiet' : 'main'}
        wide
        onPress={() => void acting.act('open-file', { case: of }).then((done) => done && view.show({ ...view.search }))}
      >
        {text('sittings.to-table')}
      </Button>
      {acting.problem && <ProblemNotice problem={acting.problem} small />}
    </div>
  )
}

/** The proposal on the file and its votes; a new proposal where there is none, or where the last one was not adopted. */
function Vote({ view, pack, isOnTable }: DeliberationProps & { readonly isOnTable: boolean }) {
  const { text } = view.words
  const ballot = ballotOn(view.file, pack.file.id)
  const mayPropose = isOnTable && ruleOf(view.file) !== undefined && mayDo('open-vote', view.attempts)
  const isAgain = ballot === undefined || ballot.result === 'rejected' || ballot.result === 'tied'
  return (
    <>
      {ballot && <Voting view={view} ballot={ballot} />}
      {mayPropose && isAgain && (
        <div className="grid gap-3">
          {ballot && <p className="font-strong">{text('sittings.propose-again')}</p>}
          <Proposing key={ballot?.vote ?? 'first'} view={view} pack={pack} />
        </div>
      )}
    </>
  )
}

/** Who votes on this file, and who stepped aside from it. */
function Voters({ view }: { view: SittingView }) {
  const { file, words, current } = view
  const { text } = words
  if (!current) return null
  const { needed, voting, holds } = quorumOf(file, current.file)
  const { recused } = current.file
  const isOpen = file.answer.sitting.status === 'open'
  if (!isOpen && recused.length === 0) return null
  const isLost = isOpen && needed !== undefined && !holds
  return (
    <div className="grid gap-2 text-small">
      {isLost && (
        <Notice kind="late" title={text('sittings.quorum-lost')}>
          {text('sittings.quorum-lost-help')}
        </Notice>
      )}
      {isOpen && (
        <p className={join(needed !== undefined && (holds ? 'text-leaf-deep' : 'text-clay-deep'))}>
          {needed === undefined
            ? text('sittings.voting-unknown', { voting })
            : text('sittings.voting', { voting, needed })}
        </p>
      )}
      {recused.length > 0 && (
        <p className="text-ink-soft">{text('sittings.aside', { names: memberNames(file, words, recused) })}</p>
      )}
      {recused.length > 0 && mayDo('lift-interest', view.attempts) && (
        <div className="-ms-2">
          <Button kind="plain" onPress={() => view.show({ ...view.search, act: 'lift-interest' })}>
            {text.maybe('command.lift-interest.title') ?? 'lift-interest'}
          </Button>
        </div>
      )}
    </div>
  )
}

type Decision = CaseState['decisions'][number]

function Decided({ decision, view, pack }: DeliberationProps & { readonly decision: Decision }) {
  const { text } = view.words
  const { currency } = pack.file.ground.running.scheme
  const moving = pack.file.entries.find(({ name, state }) => name === 'record-decision' && state !== 'needs-you')
  const { files } = view.file.answer
  const next = files.find((each) => each.outcome === null && each.case !== pack.file.id)
  return (
    <div className="grid gap-3">
      <Notice kind={decision.amount === null ? 'calm' : 'settled'} live>
        <span className="font-strong">{text.maybe(`sittings.outcome-${decision.outcome}`) ?? decision.outcome}</span>
        {decision.amount !== null && (
          <span className="block text-lead">
            <Amount value={{ amount: decision.amount, currency }} strong />
          </span>
        )}
      </Notice>
      {decision.conditions.map((condition) => (
        <div key={condition}>
          <p className="text-small text-ink-soft">{text('sittings.condition')}</p>
          <Words of={condition} view={pack} />
        </div>
      ))}
      <Words of={decision.text} view={pack} />
      {moving && moving.state !== 'arrived' && <SyncMark state={moving.state === 'here' ? 'this-device' : 'sending'} />}
      {next && view.file.answer.sitting.status === 'open' && <NextFile view={view} next={next.case} />}
    </div>
  )
}

/** To the next file: where this seat conducts a meeting, it comes to the table for everybody. */
function NextFile({ view, next }: { view: SittingView; next: string }) {
  const { text } = view.words
  const acting = useActing(view)
  const { procedure, openFile } = view.file.answer.sitting
  const lays = procedure === 'meeting' && openFile !== null && mayDo('open-file', view.attempts)
  const turn = async (): Promise<void> => {
    if (lays && !(await acting.act('open-file', { case: next }))) return
    view.show({ ...view.search, file: next })
  }
  return (
    <>
      <Button kind="main" onPress={() => void turn()}>
        {text('sittings.next-file')}
      </Button>
      {acting.problem && <ProblemNotice problem={acting.problem} small />}
    </>
  )
}

function Deciding({ view, pack }: DeliberationProps) {
  const { text } = view.words
  const { file, words, attempts, circumstances } = pack
  const refused = file.entries.find(({ name, state }) => name === 'record-decision' && state === 'needs-you')
  const forbidden = attempts.get('record-decision') ?? sittingRefusal(view.file.id, file.answer.case, circumstances)
  // Whose part it is not to record decisions is told nothing about the form.
  if (forbidden?.code === 'role-may-not' || forbidden?.code === 'not-your-sitting')
    return <p className="text-ink-soft">{text('sittings.not-decided')}</p>
  const rule = ruleOf(view.file)
  const ballot = ballotOn(view.file, file.id)
  // Where the committee votes, the decision follows the vote: until one was adopted there is nothing to write down.
  const waits = rule !== undefined && ballot?.result !== 'adopted'
  return (
    <>
      {refused?.refusal && (
        <div>
          <ProblemNotice
            problem={{
              ...refused.refusal,
              ...words.problem({ ...refused.refusal, facts: refused.refusal.facts ?? {} }),
            }}
            small
          />
          <Button kind="plain" onPress={() => void discard(refused)}>
            {text('sittings.begin-again')}
          </Button>
        </div>
      )}
      {forbidden && !(waits && forbidden.code === 'no-quorum') ? (
        <Why refusal={forbidden} pack={pack} title={text('sittings.cannot-decide')} />
      ) : (
        !refused &&
        !waits && (
          <DecisionForm key={ballot?.vote ?? 'unvoted'} view={view} pack={pack} {...(ballot ? { ballot } : {})} />
        )
      )}
      {rule === undefined && !forbidden && mayDo('set-voting-rule', view.attempts) && conducts(view.file) && (
        <p className="text-small text-ink-soft">
          {text('sittings.no-rule')}{' '}
          <Button kind="plain" onPress={() => view.show({ ...view.search, act: 'set-voting-rule' })}>
            {text.maybe('command.set-voting-rule.title') ?? 'set-voting-rule'}
          </Button>
        </p>
      )}
    </>
  )
}

function Why({ refusal, pack, title }: { refusal: Parameters<typeof refusalWords>[1]; pack: CaseView; title: string }) {
  const { what, advice } = refusalWords(pack.words.text, refusal, pack.words.names)
  return (
    <Notice title={title}>
      {what} {advice}
    </Notice>
  )
}

/** Stepping aside: from then on the member neither sees the file nor counts for its quorum. */
function Aside({ view }: { view: SittingView }) {
  const { text } = view.words
  if (!mayDo('declare-interest', view.attempts)) return null
  const { user, role } = view.file.actor
  const isForOneself = role === 'committee-member'
  if (isForOneself && !view.file.answer.sitting.members.includes(user)) return null
  return (
    <div className="border-t border-line pt-4">
      <p className="text-small text-ink-soft">{text('sittings.step-aside-help')}</p>
      <div className="-ms-2 mt-1">
        <Button kind="plain" onPress={() => view.show({ ...view.search, act: 'declare-interest' })}>
          {text(isForOneself ? 'sittings.step-aside-myself' : 'sittings.step-aside')}
        </Button>
      </div>
    </div>
  )
}
