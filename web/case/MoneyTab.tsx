import { paidOn, type AwardTranche } from '#domain/case/state.ts'
import { conditionsOf, unprovenConditions } from '#domain/case/tranches.ts'

import { Amount } from '../ui/Amount.tsx'
import { Day } from '../ui/Day.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { MoneyStrip } from '../ui/MoneyStrip.tsx'
import { RoadMark } from '../ui/RoadMark.tsx'
import { ByFunder, PaidBy } from './ByFunder.tsx'
import { ActButtons, Comma, Section } from './Section.tsx'
import type { CaseView } from './view.ts'

/** What was granted, how far each tranche is, what it waits for, and what was paid. */
export function MoneyTab({ view }: { view: CaseView }) {
  const { file, words, circumstances } = view
  const { text } = words
  const state = file.answer.case
  const { award } = state
  const { currency } = circumstances.running.scheme
  if (award === null) {
    return (
      <>
        <EmptyState title={text('case.money-empty')}>{text('case.money-empty-help')}</EmptyState>
        <ActButtons acts={[{ command: 'grant-award' }]} view={view} />
      </>
    )
  }
  return (
    <div className="grid gap-8">
      <Section title={text('case.money')}>
        <MoneyStrip amounts={depthsOf(award.tranches, award.amount)} currency={currency} />
        <p className="mt-3 text-ink-soft">
          {state.aid !== null && (
            <>
              {words.aid(state.aid)}
              <Comma />
            </>
          )}
          <Day value={award.on} />
        </p>
      </Section>
      {award.funding && <ByFunder award={award} view={view} />}
      <Section title={text('case.commitment')} view={view} acts={[{ command: 'sign-commitment' }]}>
        <Signatures view={view} />
      </Section>
      {award.tranches.map((tranche) => (
        <Tranche key={tranche.tranche} tranche={tranche} view={view} />
      ))}
    </div>
  )
}

/** How far the money has come: granted, let go by a second person, paid. */
function depthsOf(tranches: readonly AwardTranche[], decided: number) {
  const released = tranches.filter((each) => each.state === 'released' || each.state === 'paid')
  return {
    decided,
    released: released.reduce((sum, each) => sum + each.amount, 0),
    paid: tranches.reduce((sum, each) => sum + paidOn(each), 0),
  }
}

function Signatures({ view }: { view: CaseView }) {
  const { words, file } = view
  const { text } = words
  const { signatures } = file.answer.case
  if (signatures.length === 0) return <p className="text-ink-soft">{text('case.signatures-empty')}</p>
  return (
    <ul className="grid gap-1">
      {signatures.map(({ step, party, means, on }) => (
        <li key={`${step} ${party}`}>
          {text.maybe(`field.sign-commitment.party.option.${party}`) ?? party}
          <Comma />
          <span className="text-ink-soft">
            {text.maybe(`field.sign-commitment.means.option.${means}`) ?? means}
            <Comma />
            <Day value={on} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function Tranche({ tranche, view }: { tranche: AwardTranche; view: CaseView }) {
  const { words, circumstances } = view
  const { text } = words
  const { currency } = circumstances.running.scheme
  const of = tranche.tranche
  const acts: Readonly<Record<AwardTranche['state'], readonly string[]>> = {
    waiting: ['request-tranche'],
    requested: ['release-tranche', 'return-tranche'],
    released: ['record-payment', 'return-tranche'],
    paid: [],
  }
  return (
    <Section title={words.tranche(of)} view={view} acts={acts[tranche.state].map((command) => ({ command, of }))}>
      <p>
        <Amount value={{ amount: tranche.amount, currency }} strong />{' '}
        <span className="text-ink-soft">{text(`case.tranche-${tranche.state}`)}</span>
        {tranche.payee !== null && (
          <span className="text-ink-soft">
            <Comma />
            {text('case.payee', {
              payee: text.maybe(`field.request-tranche.payee.option.${tranche.payee}`) ?? tranche.payee,
            })}
          </span>
        )}
      </p>
      <div className="mt-3">
        <Conditions view={view} tranche={of} />
      </div>
      {tranche.payments.length > 0 && (
        <ul className="mt-3 grid gap-1">
          {tranche.payments.map(({ payment, amount, on, means, funding }) => (
            <li key={payment}>
              {text('case.paid')} <Amount value={{ amount, currency }} />
              <Comma />
              <Day value={on} />
              <Comma />
              {text.maybe(`field.record-payment.means.option.${means}`) ?? means}
              {funding && <PaidBy parts={funding} view={view} />}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** What a tranche waits for: each condition with its mark, proven by what the case holds or not yet. */
export function Conditions({ view, tranche }: { view: CaseView; tranche: string }) {
  const { file, words, circumstances } = view
  const { running } = circumstances
  const state = file.answer.case
  const conditions = conditionsOf(tranche, state, running)
  // Any paper can be named as proof where no kind of paper bears the condition's name: that is for people to say.
  const papers = new Set(running.edition.papers.map(({ paper }) => paper))
  const documents = state.documents.map(({ document }) => document)
  const isBehind = state.award?.tranches.some((each) => each.tranche === tranche && each.state !== 'waiting') ?? false
  const open = isBehind ? [] : unprovenConditions(tranche, documents, false, state, running)
  if (conditions.length === 0) return null
  return (
    <ul className="grid gap-1.5">
      {conditions.map((condition) => {
        const isForPeople = isPaper(condition) && !papers.has(condition.condition) && !isBehind
        const isOpen = isForPeople || open.includes(condition)
        return (
          <li key={condition.condition} className="flex items-start gap-2.5">
            <RoadMark state={isOpen ? 'ahead' : 'done'} className="mt-0.5 size-5" />
            <span>
              {words.titled(condition.title)}
              <span className="sr-only">: {words.text(isOpen ? 'case.condition-open' : 'case.condition-proven')}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function isPaper({ proof }: ReturnType<typeof conditionsOf>[number]): boolean {
  return proof === 'document' || proof === 'payment-receipts'
}
