import type { ElsewhereAnswer } from '#contract/answers.ts'
import type { Transaction } from '#db/connect.ts'
import { readCaseState } from '#db/reads/case.ts'
import { waitForTurn } from '#db/event-store.ts'
import { readCaseOfPerson, readOtherCases, readSeenOthers } from '#db/reads/same-person.ts'
import { answersElsewhere } from '#domain/case/elsewhere.ts'
import type { CaseCommand } from '#domain/case/decide.ts'
import type { Refusal } from '#domain/outcome.ts'
import { refuse } from '#domain/outcome.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

import type { House } from './house.ts'
import type { JudgeInput } from './judge.ts'

/**
 * The edition with what the same person's other cases answer to it. They are asked by the kernel: the actor hears
 * yes or nothing, never of which case. Decisions about one person, also in several schemes and on several servers, wait
 * for one another until this transaction ends, so that what is given once is not given twice at once.
 */
export async function withOtherCases(
  { tx, envelope }: Pick<JudgeInput, 'tx' | 'envelope'>,
  command: CaseCommand,
  running: RunningEdition,
): Promise<RunningEdition> {
  if (command.kind === 'opens' || !command.looksElsewhere || !asksElsewhere(running)) return running
  const { person, states } = await readOtherCases(tx, envelope.stream)
  if (states.length === 0) return running
  await waitForTurn(tx, `person ${person}`)
  const settled = await readOtherCases(tx, envelope.stream)
  return { ...running, elsewhere: answersElsewhere(running.edition, settled.states) }
}

function asksElsewhere({ edition }: RunningEdition): boolean {
  return edition.facts.some(({ elsewhere }) => elsewhere !== undefined)
}

/** What `GET /api/cases/:id/elsewhere` answers; undefined for a case that the actor does not see. */
export async function otherCases(
  { editions }: Pick<House, 'editions'>,
  tx: Transaction,
  office: string,
  id: string,
): Promise<ElsewhereAnswer | undefined> {
  const state = await readCaseState(tx, id)
  const running = state && editions.find(state.scheme, state.edition)
  if (!running) return undefined
  const [{ states }, cases] = await Promise.all([readOtherCases(tx, id), readSeenOthers(tx, office, id)])
  return { answers: answersElsewhere(running.edition, states), cases }
}

/** `unknown-choice` for a person whom the actor does not see: no decision can know who there is. */
export async function strayPerson(
  tx: Transaction,
  { fields }: CaseCommand,
  given: Record<string, unknown>,
): Promise<Refusal | undefined> {
  for (const [name, field] of Object.entries(fields)) {
    if (field.from !== 'known-people') continue
    const person = String(given[name])
    const found = uuid.test(person) ? await readCaseOfPerson(tx, person) : undefined
    if (found === undefined) return refuse('unknown-choice', { value: person }, name)
  }
  return undefined
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
