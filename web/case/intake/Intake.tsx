import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'

import { registerCase } from '#domain/case/commands/register-case.ts'
import { factsOf } from '#domain/case/facts-of-case.ts'
import type { Actor } from '#domain/role.ts'
import { beneficiaryOf } from '#domain/scheme/beneficiary.ts'

import type { Problem } from '../../api.ts'
import { errorsIn } from '../../form/check.ts'
import { showField } from '../../form/show-field.ts'
import { useText } from '../../i18n.ts'
import { submit } from '../../local/act.ts'
import type { SchemeRow } from '../../local/case-file.ts'
import type { Ground } from '../../local/edition.ts'
import { emptyFile } from '../../local/foresee.ts'
import { readableValues } from '../../readable.ts'
import { Button } from '../../ui/Button.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { Waiting } from '../../ui/Progress.tsx'
import { Aids, Eligibility } from '../Eligibility.tsx'
import { inputOf, stateOf, type IntakeDraft } from './draft.ts'
import { DuplicateList } from './DuplicateList.tsx'
import { openDuplicates, useDuplicates } from './duplicates.ts'
import { IntakeSteps, intakeParts, partTitle, type IntakePart } from './IntakeSteps.tsx'
import { ConsentsPart, FactsPart, PersonPart, ReviewPart } from './parts.tsx'

type IntakeProps = {
  readonly draft: IntakeDraft
  readonly schemes: readonly SchemeRow[]
  /** Undefined while the rules of the chosen scheme are on their way, or none is chosen. */
  readonly ground: Ground | undefined
  readonly actor: Actor
  readonly today: string
  readonly replaces: string | undefined
  readonly refusal: Problem | undefined
  readonly hasDraft: boolean
  readonly onChange: (draft: IntakeDraft) => void
  readonly onDrop: () => void
  /** Once the registration is on its way. */
  readonly onSent: () => void
}

/** Which inputs of the command belong to which part, so that a message leads to its place. */
const fieldsOf: Readonly<Record<IntakePart, readonly string[]>> = {
  person: ['scheme', 'beneficiary', 'people', 'on', 'region'],
  consents: ['consents'],
  facts: ['facts'],
  review: [],
}

/** The intake: person and family (or organisation, or group), consents, the questions the rules still need, and once more before it is sent. */
export function Intake(props: IntakeProps) {
  const { draft, ground, actor, onChange, onDrop } = props
  const text = useText()
  const navigate = useNavigate()
  const [part, setPart] = useState<IntakePart>('person')
  const [tried, setTried] = useState(false)
  const [met, setProblem] = useState<Problem | undefined>(props.refusal)
  const [isMoved, setMoved] = useState(false)
  const [isWaiting, setWaiting] = useState(false)
  const kind = ground ? beneficiaryOf(ground.running.edition) : 'person'
  const duplicates = useDuplicates(draft, kind)
  const undecided = openDuplicates(duplicates.found, draft.others)
  const frame = useRef<HTMLDivElement>(null)

  // Another office's scheme is told at once, not after the whole interview.
  const isBarred = ground !== undefined && !(ground.offices.byRole[actor.role] ?? []).includes(actor.office)
  const problem = isBarred ? barred : met
  const values = inputOf(draft, kind)
  const errors = tried ? errorsIn(text, registerCase.fields, values) : {}
  const missing = Object.keys(errors).filter((name) => fieldsOf[part].includes(name)).length
  const change = (change: Partial<IntakeDraft>): void => {
    onChange({ ...draft, ...change })
    setProblem(undefined)
    setWaiting(false)
  }

  const go = (to: IntakePart): void => {
    const here = fieldsOf[part]
    const wrong = Object.keys(errorsIn(text, registerCase.fields, values)).find((name) => here.includes(name))
    const isOnward = intakeParts.indexOf(to) > intakeParts.indexOf(part)
    const missing = part === 'consents' && isOnward ? consentsMissing(draft, ground) : []
    if (missing.length > 0) return setProblem({ code: 'consent-missing', facts: { purposes: missing }, status: 409 })
    const isUndecided = part === 'person' && undecided.length > 0
    const isStopped = isOnward && (wrong !== undefined || isUndecided || ground === undefined || isBarred)
    setTried(isStopped)
    if (isStopped) {
      // Drawn first: then the place of what is missing is marked, and is gone to.
      requestAnimationFrame(() => showField(frame.current, wrong ?? 'duplicates'))
      return
    }
    setMoved(true)
    setPart(to)
  }
  const send = async (): Promise<void> => {
    // Pressed while names are still compared: it goes on by itself when they are, unless somebody was found.
    setWaiting(!duplicates.settled)
    if (!ground || undecided.length > 0 || !duplicates.settled) return setTried(true)
    const file = { id: draft.case, answer: emptyFile(draft.case), ground, actor }
    const outcome = await submit(file, 'register-case', values, { replaces: props.replaces })
    if (outcome.refused) {
      const { code, facts, field } = outcome
      const names = { running: ground.running, office: (id: string) => ground.officeNames[id] }
      const readable = readableValues(text, code, facts, names)
      setProblem({ code, facts: readable, status: 409, ...(field === undefined ? {} : { field }) })
      setPart(intakeParts.find((each) => fieldsOf[each].includes(field ?? '')) ?? 'review')
      return
    }
    props.onSent()
    // Left first: an emptied form must not be seen on the way.
    await navigate({ to: '/cases/$case', params: { case: draft.case } })
    onDrop()
  }
  useEffect(() => {
    if (!isWaiting || !duplicates.settled) return
    const frame = requestAnimationFrame(() => void send())
    return () => cancelAnimationFrame(frame)
  })

  const shared = { draft, kind, change, errors, problem, text }
  return (
    <div>
      <h1 className="text-head">{text('intake.title')}</h1>
      <p className="mt-2 max-w-prose text-ink-soft">{text('intake.help')}</p>
      {props.hasDraft && part === 'person' && (
        <div className="mt-4">
          <Notice
            action={
              <Button kind="plain" onPress={onDrop}>
                {text('form.draft-drop')}
              </Button>
            }
          >
            {text('form.draft-found')}
          </Notice>
        </div>
      )}
      <div className="mt-6">
        <IntakeSteps now={part} kind={kind} onGo={go} />
      </div>
      <div className="mt-8 grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div ref={frame} className="min-w-0">
          {/* A fresh heading takes the focus, so that each part begins at its top. */}
          <h2 key={part} ref={isMoved ? takeFocus : undefined} tabIndex={-1} className="mb-6 text-title outline-none">
            {partTitle(text, part, kind)}
          </h2>
          {problem && (
            <div className="mb-6">
              <ProblemNotice problem={problem} small />
            </div>
          )}
          {part === 'person' && (
            <PersonPart {...shared} schemes={props.schemes} ground={ground} duplicates={duplicates} tried={tried} />
          )}
          {part !== 'person' && !ground && <Waiting />}
          {part === 'consents' && ground && <ConsentsPart {...shared} ground={ground} />}
          {part === 'facts' && ground && <FactsPart {...shared} ground={ground} />}
          {part === 'review' && (undecided.length > 0 || duplicates.failed || !duplicates.settled) && (
            <div className="mb-8">
              <DuplicateList
                kind={kind}
                duplicates={duplicates}
                others={draft.others}
                onOther={decide}
                pressing={tried}
              />
            </div>
          )}
          {part === 'review' && ground && <ReviewPart {...shared} ground={ground} onChange={setPartOf} />}
          {missing > 0 && (
            <p role="status" className="mt-6 text-clay-deep">
              {text('form.errors', { count: missing })}
            </p>
          )}
          <div className="mt-10 flex flex-wrap gap-3 border-t border-line pt-5">
            {part === 'review' ? (
              <Button kind="main" onPress={() => void send()}>
                {text('intake.open')}
              </Button>
            ) : (
              <Button kind="main" onPress={() => go(after(part))}>
                {text('intake.next')}
              </Button>
            )}
            {part !== 'person' && <Button onPress={() => go(before(part))}>{text('intake.previous')}</Button>}
          </div>
        </div>
        {ground && kind !== 'group' && <Aside draft={draft} ground={ground} />}
      </div>
    </div>
  )

  function decide(person: string): void {
    change({ others: [...draft.others, person] })
  }

  function setPartOf(field: string): void {
    setPart(intakeParts.find((each) => fieldsOf[each].includes(field)) ?? 'person')
  }
}

const barred: Problem = { code: 'office-may-not', field: 'scheme', status: 409 }

/** The consents without which no case is opened, in words. */
function consentsMissing({ consents }: IntakeDraft, ground: Ground | undefined): readonly object[] {
  const edition = ground?.running.edition
  const asked = edition === undefined || beneficiaryOf(edition) === 'group' ? [] : edition.consents
  return asked.filter(({ purpose, required }) => required && !consents.includes(purpose)).map(({ title }) => title)
}

function takeFocus(heading: HTMLElement | null): void {
  heading?.focus()
}

function after(part: IntakePart): IntakePart {
  return intakeParts[intakeParts.indexOf(part) + 1] ?? part
}

function before(part: IntakePart): IntakePart {
  return intakeParts[intakeParts.indexOf(part) - 1] ?? part
}

/** The verdict as it stands, beside every part: it changes while one writes. */
function Aside({ draft, ground }: { draft: IntakeDraft; ground: Ground }) {
  const text = useText()
  const { running } = ground
  const state = stateOf(draft, running)
  return (
    <aside aria-label={text('intake.verdict')} className="lg:border-s lg:border-line lg:ps-8">
      <div className="grid gap-6 lg:sticky lg:top-6">
        <h2 className="text-small font-normal text-ink-soft">{text('intake.verdict')}</h2>
        <div aria-live="polite">
          <Eligibility running={running} facts={factsOf(state, running)} brief />
        </div>
        <Aids running={running} state={state} />
        <p className="text-small text-ink-soft">{text('intake.verdict-help')}</p>
      </div>
    </aside>
  )
}
