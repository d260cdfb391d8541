import { useQuery } from '@tanstack/react-query'
import { createLazyRoute } from '@tanstack/react-router'
import { useMemo, useState } from 'react'

import { registerCase } from '#domain/case/commands/register-case.ts'

import { problemFrom } from '../../api.ts'
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
import { draftFrom, newDraft, type IntakeDraft } from './draft.ts'
import { Intake } from './Intake.tsx'

export const intakePage = createLazyRoute('/signed-in/cases/new')({ component: IntakePage })

const draftName = 'intake'

/** Opens a person's file: schemes and rules are fetched first, what was begun before is found again. */
function IntakePage() {
  const text = useText()
  const session = useSession()
  const today = useToday()
  const { again } = intakePage.useSearch()
  const { entries } = useOutbox()
  const corrected = entries.find(({ id, state }) => id === again && state === 'needs-you')
  const name = corrected ? `${draftName}:${corrected.id}` : draftName
  const schemes = useQuery(schemesQuery)
  const [kept, setKept] = useState<IntakeDraft | undefined>(() => readDraft(name) as IntakeDraft | undefined)
  const [fresh] = useState(() => newDraft(today))
  const [isFound, setFound] = useState(kept !== undefined)
  const started = corrected ? draftFrom(corrected.stream, corrected.input, today) : fresh
  const inForce = useMemo(() => schemes.data?.rows.filter(({ current, ours }) => current && ours) ?? [], [schemes.data])
  const draft = withScheme(kept ?? started, inForce)
  const edition = inForce.find(({ scheme }) => scheme === draft.scheme)?.edition
  const ground = useGround(draft.scheme ?? '', edition ?? '')

  if (!session) return null
  const isAllowed = registerCase.roles.includes(session.seat.role)
  if (!isAllowed) return <EmptyState title={text('intake.title')}>{text('intake.not-for-you')}</EmptyState>
  if (schemes.error) return <ProblemNotice problem={problemFrom(schemes.error)} again={() => void schemes.refetch()} />
  if (!schemes.data) return <Waiting />
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

/** Where only one scheme is in force, nobody is asked which. */
function withScheme(draft: IntakeDraft, schemes: readonly SchemeRow[]): IntakeDraft {
  if (draft.scheme !== undefined || schemes.length !== 1) return draft
  return { ...draft, scheme: schemes[0]?.scheme }
}
