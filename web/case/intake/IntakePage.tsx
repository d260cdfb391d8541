import { useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { useMemo, useState } from 'react'

import type { CallBackAnswer } from '#contract/questionnaire-answers.ts'
import { registerCase } from '#domain/case/commands/register-case.ts'

import { call, problemFrom, reading } from '../../api.ts'
import { dropDraft, keepDraft, readDraft } from '../../form/draft.ts'
import { useText } from '../../i18n.ts'
import { schemesQuery, type SchemeRow } from '../../local/case-file.ts'
import { useToday } from '../../local/clock.ts'
import { useGround } from '../../local/edition.ts'
import { useOutbox } from '../../local/outbox.ts'
import { useSession } from '../../session.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ProblemNotice } from '../../ui/ProblemNotice.tsx'
import { Waiting } from '../../ui/Progress.tsx'
import { draftFrom, draftFromCallBack, newDraft, type IntakeDraft } from './draft.ts'
import { Intake } from './Intake.tsx'

export const intakePage = createLazyRoute('/signed-in/cases/new')({ component: IntakePage })

const draftName = 'intake'

/** Opens a person's file: schemes and rules are fetched first, what was begun before is found again. */
function IntakePage() {
  const text = useText()
  const session = useSession()
  const today = useToday()
  const { again, callBack } = intakePage.useSearch()
  const { entries } = useOutbox()
  const corrected = entries.find(({ id, state }) => id === again && state === 'needs-you')
  const origin = corrected?.id ?? callBack
  const name = origin ? `${draftName}:${origin}` : draftName
  const schemes = useQuery(schemesQuery)
  const [kept, setKept] = useState<IntakeDraft | undefined>(() => readDraft(name) as IntakeDraft | undefined)
  const [fresh] = useState(() => newDraft(today))
  const [isFound, setFound] = useState(kept !== undefined)
  const inForce = useMemo(() => schemes.data?.rows.filter(({ current, ours }) => current && ours) ?? [], [schemes.data])
  const asked = useAsked(callBack)
  const started = useMemo(() => {
    if (corrected) return draftFrom(corrected.stream, corrected.input, today)
    if (!asked.data) return fresh
    const ours = inForce.map(({ scheme }) => scheme)
    return draftFromCallBack(asked.data, ours, today)
  }, [corrected, asked.data, inForce, fresh, today])
  const draft = withScheme(kept ?? started, inForce)
  const edition = inForce.find(({ scheme }) => scheme === draft.scheme)?.edition
  const ground = useGround(draft.scheme ?? '', edition ?? '')

  if (!session) return null
  const isAllowed = registerCase.roles.includes(session.seat.role)
  if (!isAllowed) return <EmptyState title={text('intake.title')}>{text('intake.not-for-you')}</EmptyState>
  if (schemes.error) return <ProblemNotice problem={problemFrom(schemes.error)} again={() => void schemes.refetch()} />
  if (!schemes.data || asked.isLoading) return <Waiting />
  if (asked.error) return <ProblemNotice problem={problemFrom(asked.error)} again={() => void asked.refetch()} />
  if (inForce.length === 0) return <EmptyState title={text('intake.title')}>{text('intake.scheme-missing')}</EmptyState>
  return (
    <Intake
      draft={draft}
      schemes={inForce}
      ground={ground}
      replaces={corrected?.id}
      refusal={corrected?.refusal}
      actor={{ user: session.user.id, role: session.seat.role, office: session.seat.office.id }}
      today={today}
      hasDraft={isFound}
      onSent={() =>
        callBack !== undefined && void call('PUT', `/api/call-backs/${callBack}`, { outcome: 'registered' })
      }
      onChange={(next) => {
        setKept(next)
        keepDraft(name, next)
      }}
      onDrop={() => {
        setKept(undefined)
        setFound(false)
        dropDraft(name)
      }}
    />
  )
}

/** The request to be called back that this intake begins with, if any. */
function useAsked(callBack: string | undefined) {
  return useQuery({ ...reading<CallBackAnswer>(`/api/call-backs/${callBack}`), enabled: callBack !== undefined })
}

/** Where only one scheme is in force, nobody is asked which. */
function withScheme(draft: IntakeDraft, schemes: readonly SchemeRow[]): IntakeDraft {
  if (draft.scheme !== undefined || schemes.length !== 1) return draft
  return { ...draft, scheme: schemes[0]?.scheme }
}
