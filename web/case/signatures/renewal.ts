import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import type { DocumentAnswer } from '#contract/answers.ts'

import { call, type Problem } from '../../api.ts'
import type { CaseView } from '../view.ts'

type Renewal = { readonly problem: Problem | undefined; readonly renew: (paper: string) => Promise<void> }

/** Writes a paper anew; what was asked under the version before is then asked under this one, after it was read. */
export function useRenewal({ file, begin }: CaseView): Renewal {
  const queries = useQueryClient()
  const [problem, setProblem] = useState<Problem | undefined>()
  const renew = async (paper: string): Promise<void> => {
    const answer = await call<DocumentAnswer>('POST', `/api/cases/${file.id}/papers/${paper}`, {})
    setProblem(answer.ok ? undefined : answer.problem)
    if (!answer.ok) return
    await queries.invalidateQueries({ queryKey: [`/api/cases/${file.id}`] })
    begin({ command: 'ask-signatures', of: answer.value.document })
  }
  return { problem, renew }
}
