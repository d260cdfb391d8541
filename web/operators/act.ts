import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { uuidv7 } from 'uuidv7'

import type { RunningEdition } from '#domain/scheme/rules.ts'

import { call, type Problem } from '../api.ts'
import { useText } from '../i18n.ts'
import { readableValues, type Names } from '../readable.ts'
import { useSession } from '../session.ts'

/**
 * Sends a command of a standing or a call, which a decision of two people concerns: at once, not from the outbox.
 * Afterwards everything about operators is read again. What was refused is put into words.
 */
export function useOperatorAct(running?: RunningEdition) {
  const text = useText()
  const queries = useQueryClient()
  const session = useSession()
  const [busy, setBusy] = useState(false)
  const act = async (name: string, stream: string, input: object): Promise<Problem | undefined> => {
    if (!session) return undefined
    setBusy(true)
    const seat = { role: session.seat.role, office: session.seat.office.id }
    const answer = await call('POST', `/api/commands/${name}`, { command: uuidv7(), stream, input, seat })
    if (answer.ok) await queries.invalidateQueries({ predicate: ({ queryKey }) => isOurs(String(queryKey[0])) })
    setBusy(false)
    if (answer.ok) return undefined
    const { code, facts = {} } = answer.problem
    const names: Names = { running }
    return { ...answer.problem, facts: readableValues(text, code, facts, names) }
  }
  return { act, busy }
}

export function isOurs(path: string): boolean {
  return ['/api/operators', '/api/own-standings', '/api/operator-calls'].some((each) => path.startsWith(each))
}
