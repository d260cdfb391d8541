import { useRef, useState, type FormEvent } from 'react'

import { caseCommands } from '#domain/case/commands/index.ts'
import { committeeOfFile, outcomes, type DecisionOutcome } from '#domain/case/committee.ts'
import { requestedIn } from '#domain/case/state.ts'
import { isSplitAsked } from '#domain/scheme/funding.ts'
import { aidOf } from '#domain/scheme/journey.ts'
import type { Ballot } from '#domain/sitting/state.ts'

import type { Problem } from '../api.ts'
import { fundersOf } from '../case/form-sources.ts'
import type { CaseView } from '../case/view.ts'
import { FundingInput } from '../form/FundingInput.tsx'
import { submit } from '../local/act.ts'
import { formatDay } from '../locale.ts'
import { refusalText } from '../refusal.ts'
import { Button } from '../ui/Button.tsx'
import { Choice } from '../ui/Choice.tsx'
import { AmountField } from '../ui/NumberField.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { LongText } from '../ui/TextField.tsx'
import type { SittingView } from './view.ts'

type Values = {
  readonly outcome?: DecisionOutcome | undefined
  readonly amount?: number | undefined
  readonly funding?: Record<string, number> | undefined
  readonly fundingReason?: string | undefined
  readonly conditions?: string | undefined
  readonly text?: string | undefined
}

const grants: readonly (DecisionOutcome | undefined)[] = ['select', 'select-for-less']

/**
 * What was decided. Only what belongs to the outcome is asked; the rules judge it before it is sent. What was voted is
 * filled in and stands: outcome and amount are those of the vote.
 */
export function DecisionForm({ view, pack, ballot }: { view: SittingView; pack: CaseView; ballot?: Ballot }) {
  const { text } = view.words
  const { file, circumstances } = pack
  const { edition, scheme } = file.ground.running
  const frame = useRef<HTMLFormElement>(null)
  const requested = requestedIn(file.answer.case) ?? undefined
  const [values, setValues] = useState<Values>(() => votedIn(view, ballot))
  const [problem, setProblem] = useState<Problem | undefined>()
  const { outcome } = values
  const isGrant = grants.includes(outcome)
  const { next } = view.file.answer
  const isSplit = isGrant && isSplitAsked(aidOf(edition, file.answer.case.aid)?.funders)
  const set = (change: Values): void => {
    setValues((before) => ({ ...before, ...change }))
    setProblem(undefined)
  }
  const choose = (chosen: DecisionOutcome): void =>
    set({ outcome: chosen, ...(chosen === 'select' && values.amount === undefined ? { amount: requested } : {}) })
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const input = {
      sitting: view.file.id,
      on: circumstances.today,
      ...(outcome ? { outcome } : {}),
      ...(isGrant && values.amount !== undefined ? { amount: values.amount } : {}),
      ...(isSplit && values.funding !== undefined ? { funding: values.funding } : {}),
      ...(isSplit && values.fundingReason?.trim() ? { fundingReason: values.fundingReason } : {}),
      ...(isGrant && values.conditions?.trim() ? { conditions: values.conditions } : {}),
      ...(values.text?.trim() ? { text: values.text } : {}),
      ...(outcome === 'absent' && next ? { next: next.sitting } : {}),
    }
    const answer = await submit(file, 'record-decision', input, { sitting: view.file.summary })
    if (answer.refused) return setProblem(pack.words.problem(answer))
    // The file stays on the table until somebody turns to the next one.
    view.show({ ...view.search, file: file.id })
  }
  const errorOf = (field: string): string | undefined =>
    problem?.field === field ? refusalText(text, problem) : undefined
  const word = (field: string): string => text.maybe(`field.record-decision.${field}`) ?? field
  const possible = committeeOfFile(file.answer.case, file.ground.running)?.outcomes ?? outcomes
  const shown = [...(ballot ? [] : ['outcome', 'amount']), 'funding', 'fundingReason', 'conditions', 'text']
  const isUnderField = shown.includes(problem?.field ?? '')
  return (
    <form
      ref={frame}
      noValidate
      onSubmit={(event) => void send(event)}
      className="grid grid-cols-[minmax(0,1fr)] gap-6"
    >
      {ballot === undefined && (
        <Choice
          label={word('outcome')}
          name="outcome"
          options={possible.map((id) => ({ id, title: text.maybe(`sittings.choice-${id}`) ?? id }))}
          value={outcome}
          onChange={choose}
          error={errorOf('outcome')}
        />
      )}
      {isGrant && (
        <>
          {ballot === undefined && (
            <AmountField
              label={word('amount')}
              name="amount"
              currency={scheme.currency}
              value={values.amount}
              onChange={(amount) => set({ amount })}
              error={errorOf('amount')}
            />
          )}
          {isSplit && (
            <>
              <FundingInput
                label={word('funding')}
                help={word('funding.help')}
                name="funding"
                funders={fundersOf(pack)}
                currency={scheme.currency}
                value={values.funding}
                onChange={(funding) => set({ funding })}
                error={errorOf('funding')}
              />
              <LongText
                label={word('fundingReason')}
                name="fundingReason"
                rows={2}
                maxLength={10_000}
                value={values.fundingReason ?? ''}
                onChange={(fundingReason) => set({ fundingReason })}
                error={errorOf('fundingReason')}
              />
            </>
          )}
          <LongText
            label={word('conditions')}
            name="conditions"
            optional
            rows={2}
            maxLength={10_000}
            value={values.conditions ?? ''}
            onChange={(conditions) => set({ conditions })}
            error={errorOf('conditions')}
          />
        </>
      )}
      {outcome !== undefined && outcome !== 'absent' && (
        <LongText
          label={word('text')}
          help={text('sittings.text-help')}
          name="text"
          optional={isGrant}
          rows={3}
          maxLength={10_000}
          value={values.text ?? ''}
          onChange={(words) => set({ text: words })}
          error={errorOf('text')}
        />
      )}
      {outcome === 'absent' && (
        <p>
          {next
            ? text('sittings.absent-next', { date: formatDay(next.on, text.locale) })
            : text('sittings.absent-waits')}
        </p>
      )}
      {problem && !isUnderField && <ProblemNotice problem={problem} small />}
      <div>
        <Button kind="main" type="submit" wide>
          {text.maybe(`command.${caseCommands['record-decision']?.name}.title`) ?? text('sittings.decision')}
        </Button>
      </div>
    </form>
  )
}

/** What the vote adopted; its words are conditions of a grant, or the reasons of anything else. */
function votedIn({ file }: SittingView, ballot: Ballot | undefined): Values {
  if (!ballot) return {}
  const { outcome, amount, text } = ballot
  const written = text === null ? undefined : file.answer.texts[text]
  const words = grants.includes(outcome) ? { conditions: written } : { text: written }
  return { outcome, ...(amount === null ? {} : { amount }), ...words }
}
