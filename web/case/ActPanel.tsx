import { useQueryClient } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'

import type { SittingAnswer } from '#contract/answers.ts'
import { caseCommands } from '#domain/case/commands/index.ts'
import type { CaseCommand } from '#domain/case/decide.ts'
import { editionRefusal } from '#domain/case/edition-change.ts'
import { trainedIn } from '#domain/case/group.ts'
import { paidOn, type CaseState } from '#domain/case/state.ts'
import type { SittingSummary } from '#domain/command.ts'
import { summaryOf } from '#domain/sitting/summary.ts'

import { reading, type Problem } from '../api.ts'
import { Form } from '../form/Form.tsx'
import type { FormSources } from '../form/sources.ts'
import { submit } from '../local/act.ts'
import { useHistory, useTarget } from '../local/case-file.ts'
import { Notice } from '../ui/Notice.tsx'
import { ProblemNotice } from '../ui/ProblemNotice.tsx'
import { Waiting } from '../ui/Progress.tsx'
import { ActIntro } from './ActIntro.tsx'
import { givenBy } from './acts.ts'
import { askedFields } from './asked-fields.ts'
import { useOperators } from './designation/use-operators.tsx'
import { useFormSources } from './form-sources.ts'
import { useFromVersion } from './from-version.ts'
import { Panel } from './Panel.tsx'
import type { CaseSearch } from './route.ts'
import { LinkPanel } from './signatures/LinkPanel.tsx'
import { SignPanel } from './signatures/SignPanel.tsx'
import type { CaseView } from './view.ts'

/** The form of the act that the address names, beside the case. Nothing when it names none. */
export function ActPanel({ view, search }: { view: CaseView; search: CaseSearch }) {
  const command = search.act === undefined ? undefined : caseCommands[search.act]
  if (command === undefined || command.kind === 'opens') return null
  // A project is not a form: it is worked out, and mended, in a room of its own.
  if (command.name === 'save-project')
    return <Navigate to="/cases/$case/workshop" params={{ case: view.file.id }} replace />
  return (
    <OpenAct
      key={`${command.name} ${search.of ?? ''} ${search.again ?? ''}`}
      view={view}
      command={command}
      search={search}
    />
  )
}

type ActFormProps = { readonly view: CaseView; readonly command: CaseCommand; readonly search: CaseSearch }

function OpenAct({ view, command, search }: ActFormProps) {
  const { text } = view.words
  // Judged when it opens: once it is sent, the act itself makes it impossible, and that is no news.
  const [refusal] = useState(view.attempts.get(command.name))
  const title = text.maybe(`command.${command.name}.title`) ?? command.name
  return (
    <Panel title={title} help={text.maybe(`command.${command.name}.help`)} onClose={view.finish}>
      {refusal ? (
        <ProblemNotice problem={view.words.problem(refusal)} safe={text('case.not-possible')} />
      ) : command.name === 'sign-document' ? (
        <SignPanel view={view} of={search.of} />
      ) : command.name === 'send-signing-link' ? (
        <LinkPanel view={view} of={search.of} />
      ) : (
        <ActForm view={view} command={command} search={search} />
      )}
    </Panel>
  )
}

/** Once sent, these cannot simply be done again: they are read once more before. */
const weighty = new Set([
  'confirm-departure',
  'accept-custody',
  'hand-over-custody',
  'designate-operator',
  'record-decision',
  'grant-award',
  'release-tranche',
  'record-payment',
  'withdraw',
  'record-remigration',
  'close-case',
  'move-edition',
])

function ActForm({ view, command, search }: ActFormProps) {
  const { file, words, circumstances } = view
  const queries = useQueryClient()
  const given = useMemo(() => givenBy({ command: command.name, of: search.of }), [command.name, search.of])
  const history = useHistory(file, command.looksBack === true)
  const offered = useFormSources(view, command, given, history)
  const { known: operators, waiting, unseen, drawn } = useOperators(view, command)
  const sources = drawn ? { ...offered, drawn } : offered
  const fields = useMemo(() => askedFields(command, given, view), [command, given, view])
  const target = useTarget(file, given['edition'])
  const corrected = file.entries.find(({ id, state }) => id === search.again && state === 'needs-you')
  const fromVersion = useFromVersion(view, command.name, given['project'])
  if (waiting || fromVersion === undefined || (command.looksBack && history === undefined)) return <Waiting />
  if (command.towards !== undefined && target === undefined) return <Waiting />

  const refusal =
    target && editionRefusal({ ...circumstances, state: file.answer.case, from: circumstances.running, to: target })
  if (refusal) return <ProblemNotice problem={words.problem(refusal)} safe={words.text('case.not-possible')} />

  const send = async (input: Record<string, unknown>): Promise<Problem | undefined> => {
    const whole = { ...input, ...given }
    const sitting = command.alongside === undefined ? undefined : String(whole[command.alongside] ?? '')
    const outcome = await submit(file, command.name, whole, {
      history,
      sitting: sitting === undefined ? undefined : await sittingFor(queries, sitting),
      target,
      operators,
      replaces: corrected?.id,
    })
    return outcome.refused ? words.problem(outcome) : undefined
  }
  return (
    <>
      <ActIntro view={view} command={command.name} given={given} history={history} target={target} />
      {unseen && <Notice>{words.text('case.operators-unseen')}</Notice>}
      <Form
        form={`${command.name}:${file.id}:${search.of ?? ''}:${search.again ?? ''}`}
        command={command.name}
        fields={fields}
        sources={sources}
        initial={corrected ? corrected.input : { ...startFor(view, command, given, sources.facts), ...fromVersion }}
        today={circumstances.today}
        review={weighty.has(command.name)}
        onSend={send}
        onDone={view.finish}
        onCancel={view.finish}
      />
    </>
  )
}

/** Answers that the case gives: who travels, what was asked before, what the study asks for. */
function startFor(
  { file }: CaseView,
  command: CaseCommand,
  given: Readonly<Record<string, string>>,
  asked: FormSources['facts'] = [],
): Readonly<Record<string, unknown>> {
  const { case: state } = file.answer
  const answered = asked.flatMap(({ fact }) => (state.facts[fact] ? [[fact, state.facts[fact]] as const] : []))
  const everyone = state.members.map(({ person }) => person)
  const start: Record<string, unknown> = {}
  const { fields } = command
  if ('travellers' in fields) start['travellers'] = state.travel?.travellers ?? everyone
  if ('documents' in fields) start['documents'] = []
  if ('evidence' in fields) start['evidence'] = []
  if ('region' in fields && state.region !== null) start['region'] = state.region
  if ('facts' in fields && answered.length > 0) start['facts'] = Object.fromEntries(answered)
  if (command.name === 'record-payment') start['amount'] = leftToPay(state, given['tranche'])
  if (command.name === 'submit-plan' && state.feasibility && !('project' in given))
    start['requested'] = state.feasibility.requested
  if (command.name === 'record-decision' && state.submission) start['sitting'] = state.submission.sitting
  if (command.name === 'record-session') Object.assign(start, sessionIn(file.answer, given['session']))
  if (command.name === 'record-completion') start['completed'] = trainedIn(state)
  if (command.name === 'record-feasibility' && state.feasibility && !('project' in given))
    Object.assign(start, studyIn(state.feasibility))
  return start
}

/** What is still to be paid on a tranche: usually one transfer pays it. */
function leftToPay({ award }: CaseState, tranche: string | undefined): number | undefined {
  const paying = award?.tranches.find((each) => each.tranche === tranche)
  return paying && paying.amount - paidOn(paying)
}

/** A study that is made again starts from the one before. */
function studyIn(study: NonNullable<CaseView['file']['answer']['case']['feasibility']>): Record<string, unknown> {
  const { relevance, market, viable, lines, ownContribution, requested } = study
  return { relevance, market, viable, lines, ownContribution, requested }
}

/** A session that is corrected starts from what was recorded; a new one from an empty list. */
function sessionIn(
  { case: state, texts }: CaseView['file']['answer'],
  id: string | undefined,
): Record<string, unknown> {
  const recorded = state.sessions.find(({ session }) => session === id)
  if (!recorded) return { present: [] }
  const { title, present, on } = recorded
  return { title: texts[title], present, on }
}

/** What a decision needs of the sitting; without the network it is judged without, and the server judges again. */
async function sittingFor(queries: ReturnType<typeof useQueryClient>, id: string): Promise<SittingSummary | undefined> {
  try {
    const { sitting, files, sheet, next } = await queries.fetchQuery(reading<SittingAnswer>(`/api/sittings/${id}`))
    return summaryOf(
      sitting,
      files.map((each) => each.case),
      { mandates: sheet.mandates, next },
    )
  } catch {
    return undefined
  }
}
