import { useState, type FormEvent } from 'react'

import { outcomes, type DecisionOutcome } from '#domain/case/committee.ts'
import { requestedIn } from '#domain/case/state.ts'

import type { CaseView } from '../case/view.ts'
import { submit } from '../local/act.ts'
import type { Problem } from '../api.ts'
import { refusalText } from '../refusal.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { AmountField } from '../ui/NumberField.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { LongText } from '../ui/TextField.tsx'
import { useActing } from './acting.ts'
import { committeeIn, type SittingView } from './view.ts'

const grants: readonly (DecisionOutcome | undefined)[] = ['select', 'select-for-less']

/**
 * What is put to the vote. A person who did not come is written down without a vote: there is nothing to decide on.
 */
export function Proposing({ view, pack }: { view: SittingView; pack: CaseView }) {
  const { text } = view.words
  const { file } = pack
  const requested = requestedIn(file.answer.case) ?? undefined
  const acting = useActing(view)
  const [outcome, setOutcome] = useState<DecisionOutcome | undefined>()
  const [amount, setAmount] = useState<number | undefined>()
  const [written, setWritten] = useState('')
  const [refused, setRefused] = useState<Problem | undefined>()
  const isGrant = grants.includes(outcome)
  const problem = acting.problem ?? refused
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setRefused(undefined)
    if (outcome === 'absent') {
      const input = { sitting: view.file.id, on: pack.circumstances.today, outcome }
      const answer = await submit(file, 'record-decision', input, { sitting: view.file.summary })
      return answer.refused ? setRefused(pack.words.problem(answer)) : undefined
    }
    await acting.act('open-vote', {
      case: file.id,
      ...(outcome ? { outcome } : {}),
      ...(isGrant && amount !== undefined ? { amount } : {}),
      ...(written.trim() ? { text: written } : {}),
    })
  }
  const choose = (chosen: DecisionOutcome): void => {
    acting.clear()
    setOutcome(chosen)
    if (chosen === 'select' && amount === undefined) setAmount(requested)
  }
  const errorOf = (field: string): string | undefined =>
    problem?.field === field ? refusalText(text, problem) : undefined
  const possible = committeeIn(view.file)?.outcomes ?? outcomes
  return (
    <form noValidate onSubmit={(event) => void send(event)} className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <Choice
        label={text.maybe('field.open-vote.outcome') ?? 'outcome'}
        name="outcome"
        options={possible.map((id) => ({ id, title: text.maybe(`sittings.choice-${id}`) ?? id }))}
        value={outcome}
        onChange={choose}
        error={errorOf('outcome')}
      />
      {isGrant && (
        <AmountField
          label={text.maybe('field.open-vote.amount') ?? 'amount'}
          name="amount"
          currency={file.ground.running.scheme.currency}
          value={amount}
          onChange={setAmount}
          error={errorOf('amount')}
        />
      )}
      {outcome !== undefined && outcome !== 'absent' && (
        <LongText
          label={text.maybe('field.open-vote.text') ?? 'text'}
          name="text"
          optional
          rows={2}
          maxLength={10_000}
          value={written}
          onChange={setWritten}
          error={errorOf('text')}
        />
      )}
      {problem && !['outcome', 'amount', 'text'].includes(problem.field ?? '') && (
        <ProblemNotice problem={problem} small />
      )}
      <Button kind="main" type="submit" wide>
        {outcome === 'absent' ? text('sittings.note-absence') : (text.maybe('command.open-vote.title') ?? 'open-vote')}
      </Button>
    </form>
  )
}
