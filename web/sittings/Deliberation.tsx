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
import { DecisionForm } from './DecisionForm.tsx'
import { mayDo, memberNames, quorumOf, type SittingView } from './view.ts'

type DeliberationProps = { readonly view: SittingView; readonly pack: CaseView }

/** What the committee makes of the file: who may vote, the decision or why there can be none now, stepping aside. */
export function Deliberation({ view, pack }: DeliberationProps) {
  const { text } = view.words
  const decided = pack.file.answer.case.decisions.find(({ sitting }) => sitting === view.file.id)
  return (
    <section
      aria-label={text('sittings.decision')}
      className="sitting-decision grid gap-5 rounded bg-sand-soft px-5 py-5"
    >
      <h2 className="text-lead">{text('sittings.decision')}</h2>
      <Voters view={view} />
      {decided ? <Decided decision={decided} view={view} pack={pack} /> : <Deciding view={view} pack={pack} />}
      {!decided && <Aside view={view} />}
    </section>
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
  return (
    <div className="text-small">
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
      {next && view.file.answer.sitting.status === 'open' && (
        <Button kind="main" onPress={() => view.show({ ...view.search, file: next.case })}>
          {text('sittings.next-file')}
        </Button>
      )}
    </div>
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
      {forbidden ? (
        <Why refusal={forbidden} pack={pack} title={text('sittings.cannot-decide')} />
      ) : (
        !refused && <DecisionForm view={view} pack={pack} />
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
