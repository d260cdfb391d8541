import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { uuidv7 } from 'uuidv7'

import type { DraftAnswer, DraftCheckAnswer } from '#contract/draft-answers.ts'
import { draftCommands } from '#domain/draft/commands/index.ts'
import { mayAttemptDraft } from '#domain/draft/decide.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

import { call, problemFrom, reading, type Problem } from '../api.ts'
import { useText } from '../i18n.ts'
import { useSession } from '../session.ts'

/** A draft as its page shows it, with what its check found, and what this person may do with it now. */
export type DraftView = DraftAnswer & {
  readonly check: DraftCheckAnswer | undefined
  readonly checkProblem: Problem | undefined
  may(command: string): boolean
  readonly act: (command: string, input: object) => Promise<boolean>
  readonly busy: string | undefined
  readonly problem: Problem | undefined
}

export function useDraft(id: string) {
  const text = useText()
  const draft = useQuery(reading<DraftAnswer>(`/api/drafts/${id}`))
  const fingerprint = draft.data?.draft.content.text ?? ''
  const check = useQuery({
    ...reading<DraftCheckAnswer>(`/api/drafts/${id}/check?language=${text.language}`),
    queryKey: [`/api/drafts/${id}/check?language=${text.language}`, fingerprint],
    enabled: draft.data !== undefined && draft.data.draft.status !== 'published',
    staleTime: 60_000,
  })
  const act = useDraftAct(id)
  const session = useSession()
  const view = useMemo<DraftView | undefined>(() => {
    if (!draft.data || !session) return undefined
    const { user, seat } = session
    const actor = { user: user.id, role: seat.role, office: seat.office.id }
    const { submittedBy, writtenBy } = draft.data.draft
    const isFirst = [submittedBy, writtenBy].includes(user.id)
    return {
      ...draft.data,
      ...act,
      check: check.data,
      checkProblem: check.error ? problemFrom(check.error) : undefined,
      may(name) {
        const command = draftCommands[name]
        if (!command || (name === 'publish-draft' && isFirst)) return false
        return mayAttemptDraft(command, draft.data.draft, actor) === undefined
      },
    }
  }, [draft.data, check.data, check.error, session, act])
  return {
    view,
    problem: draft.error ? problemFrom(draft.error) : undefined,
    again: () => void draft.refetch(),
  }
}

/** Sends a command of a draft; afterwards everything about drafts and schemes is read again. */
export function useDraftAct(id: string) {
  const queries = useQueryClient()
  const session = useSession()
  const [busy, setBusy] = useState<string | undefined>()
  const [problem, setProblem] = useState<Problem | undefined>()
  return useMemo(
    () => ({
      busy,
      problem,
      async act(name: string, input: object): Promise<boolean> {
        if (!session) return false
        setBusy(name)
        const seat = { role: session.seat.role, office: session.seat.office.id }
        const answer = await call('POST', `/api/commands/${name}`, { command: uuidv7(), stream: id, input, seat })
        setBusy(undefined)
        setProblem(answer.ok ? undefined : answer.problem)
        if (answer.ok) await queries.invalidateQueries({ predicate: ({ queryKey }) => isOurs(String(queryKey[0])) })
        return answer.ok
      },
    }),
    [busy, problem, session, id, queries],
  )
}

function isOurs(path: string): boolean {
  return path.startsWith('/api/drafts') || path === '/api/schemes' || path === '/api/scheme-words'
}

/** An edition of the draft with its rules ready to run; undefined as long as the draft has problems. */
export function useDraftEdition({ draft, check }: DraftView, name: string | undefined): RunningEdition | undefined {
  const scheme = check?.scheme
  const edition = scheme?.editions.find((each) => each.edition === name)
  const { data } = useQuery({
    queryKey: ['draft-edition', draft.content.text, name],
    enabled: scheme !== undefined && scheme !== null && edition !== undefined,
    structuralSharing: false,
    queryFn: async (): Promise<RunningEdition | null> => {
      if (!scheme || !edition) return null
      const { compileRules } = await import('#domain/scheme/verdict.ts')
      return { scheme, edition, rules: compileRules(scheme, edition) }
    },
  })
  return data ?? undefined
}
