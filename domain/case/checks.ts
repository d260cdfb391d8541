import type { Circumstances } from '../command.ts'
import type { Refusal } from '../outcome.ts'
import { firstRefusal, refuse } from '../outcome.ts'
import { notAhead, notBefore } from './decide.ts'
import type { CaseState } from './state.ts'

/** The usual bounds of the day something was done on: not ahead of today (`date-ahead`), not before the case began or before `earliest` (`date-too-early`). */
export function dayOfAct(
  on: string,
  state: CaseState,
  circumstances: Circumstances,
  earliest?: string,
  field = 'on',
): Refusal | undefined {
  return firstRefusal(
    notAhead(on, circumstances, field),
    notBefore(on, state.registeredOn, field),
    notBefore(on, earliest, field),
  )
}

/** `text-needed` when this outcome must be explained and no words were given. */
export function textNeeded(
  text: string | undefined,
  field: string,
  facts: Record<string, unknown> = {},
): Refusal | undefined {
  return text === undefined ? refuse('text-needed', facts, field) : undefined
}

/** `already-decided` once something was granted, `already-submitted` while the file lies before a committee. */
export function undecided({ award, submission }: CaseState): Refusal | undefined {
  if (award) return refuse('already-decided', { on: award.on })
  return submission ? refuse('already-submitted', { sitting: submission.sitting }) : undefined
}
