import type { CaseAnswer } from '#contract/answers.ts'
import type { Transaction } from '#db/connect.ts'
import { asKernelReads, readLanguages } from '#db/designations.ts'
import { isAsked } from '#db/event-store.ts'
import { readCaseState, readWords } from '#db/reads/case.ts'
import { packetOf, stateForAsked } from '#domain/designation/packet.ts'

import type { House } from './house.ts'

/**
 * What the actor's office is told of a case that it is only asked to take on; undefined where it is not asked. Read by
 * the kernel: row security shows the office nothing of the case itself.
 */
export async function packetFor(
  { editions }: Pick<House, 'editions'>,
  tx: Transaction,
  id: string,
): Promise<CaseAnswer | undefined> {
  if (!(await isAsked(tx, id))) return undefined
  const kernel = asKernelReads(tx)
  const state = await readCaseState(kernel, id)
  const running = state && editions.find(state.scheme, state.edition)
  if (!state?.operator || !running) return undefined
  const [languages, texts] = await Promise.all([readLanguages(kernel, id), readWords(kernel, [state.operator.reason])])
  return {
    case: stateForAsked(state, running),
    beneficiary: null,
    people: [],
    texts,
    documents: [],
    packet: packetOf(state, languages),
  }
}
