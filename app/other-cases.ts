import type { ElsewhereAnswer } from '#contract/answers.ts'
import type { Transaction } from '#db/connect.ts'
import { readCaseState } from '#db/reads/case.ts'
import { waitForTurn } from '#db/event-store.ts'
import { readCaseOfPerson, readOtherCases, readOthersOf, readSeenOthers } from '#db/reads/same-person.ts'
import { answersElsewhere } from '#domain/case/elsewhere.ts'
import type { CaseCommand } from '#domain/case/decide.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { Refusal } from '#domain/outcome.ts'
import { refuse } from '#domain/outcome.ts'
import type { RunningEdition } from '#domain/scheme/rules.ts'

import type { House } from './house.ts'
import type { JudgeInput } from './judge.ts'

/** The edition of a case, and the other one that a command names. */
type Judging = { readonly running: RunningEdition; readonly target?: RunningEdition | undefined }

/**
 * The editions with what the same person's other cases answer to them. They are asked by the kernel: the actor hears
 * yes or nothing, never of which case. Decisions about one person, also in several schemes and on several servers, wait
 * for one another until this transaction ends, so that what is given once is not given twice at once.
 */
export async function withOtherCases(
  { tx, envelope }: Pick<JudgeInput, 'tx' | 'envelope'>,
  command: CaseCommand,
  judging: Judging,
): Promise<Judging> {
  const { running, target } = judging
  if (command.kind === 'opens' || !command.looksElsewhere) return judging
  if (!asksElsewhere(running) && !(target && asksElsewhere(target))) return judging
  const { person, states } = await readOtherCases(tx, envelope.stream)
  if (states.length === 0) return judging
  await waitForTurn(tx, `person ${person}`)
  const settled = await readOtherCases(tx, envelope.stream)
  return { running: answered(running, settled.states), target: target && answered(target, settled.states) }
}

/** Whether a rule of the edition may be answered by other cases of the person. */
export function asksElsewhere({ edition }: RunningEdition): boolean {
  return edition.facts.some(({ elsewhere }) => elsewhere !== undefined)
}

/** The edition with what these other cases answer to it. */
export function answered(running: RunningEdition, others: readonly CaseState[]): RunningEdition {
  return others.length === 0 ? running : { ...running, elsewhere: answersElsewhere(running.edition, others) }
}

/** Each of these cases with the other cases of its person, where `asks` says that an edition wants to know. */
export async function withOthers<T extends { readonly case: string }>(
  tx: Transaction,
  cases: readonly T[],
  asks: boolean,
): Promise<readonly (T & { readonly others: readonly CaseState[] })[]> {
  const ids = cases.map((each) => each.case)
  const others = asks && ids.length > 0 ? await readOthersOf(tx, ids) : undefined
  return cases.map((each) => ({ ...each, others: others?.get(each.case) ?? [] }))
}

/**
 * What `GET /api/cases/:id/elsewhere` answers, to the case's own edition or to another one of its scheme; undefined for
 * a case that the actor does not see and for an edition that there is not.
 */
export async function otherCases(
  { editions }: Pick<House, 'editions'>,
  tx: Transaction,
  office: string,
  id: string,
  edition?: string,
): Promise<ElsewhereAnswer | undefined> {
  const state = await readCaseState(tx, id)
  const running = state && editions.find(state.scheme, edition ?? state.edition)
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
