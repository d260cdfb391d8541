import type { OperatorsAnswer } from '#contract/designation-answers.ts'
import {
  asKernelReads,
  holdDesignations,
  readContractCases,
  readLanguages,
  readStandings,
  readUseByOthers,
} from '#db/designations.ts'
import type { Transaction } from '#db/connect.ts'
import { readCaseState } from '#db/reads/case.ts'
import { readOffices } from '#db/reads/editions.ts'
import { readOperatorSheets, readPerformance } from '#db/reads/operator.ts'
import type { CaseCommand } from '#domain/case/decide.ts'
import type { CaseState } from '#domain/case/state.ts'
import { contractRefusal, operatorsTouched } from '#domain/designation/contract-use.ts'
import { questionOf } from '#domain/designation/question.ts'
import type { OperatorsKnown } from '#domain/designation/question.ts'
import { rankOperators } from '#domain/designation/rank.ts'
import { operatorCasesOf } from '#domain/operator/operator-case.ts'
import type { OperatorSheet } from '#domain/operator/sheet.ts'
import { accept, refuse } from '#domain/outcome.ts'
import type { Outcome, Refusal } from '#domain/outcome.ts'
import type { Actor } from '#domain/role.ts'

import type { House } from './house.ts'
import type { JudgeInput } from './judge.ts'

type Asked = { readonly scheme: string; readonly case: string; readonly today: string }

/**
 * What a command must know of the operators of the case's scheme. Whoever designates holds the designations of the
 * scheme until the transaction ends, so that two at once cannot both give an operator's last place. Where a system is
 * filled nobody chooses from a list: sheets are enough, and contracts are held as ever (`contractsRefusal`).
 */
export async function operatorsFor(
  { house, tx, today, filling }: Pick<JudgeInput, 'house' | 'tx' | 'today' | 'filling'>,
  { looksAtOperators, kind }: CaseCommand,
  { scheme, case: id }: CaseState,
): Promise<OperatorsKnown | undefined> {
  if (looksAtOperators === undefined || kind === 'opens') return undefined
  const kernel = asKernelReads(tx)
  if (looksAtOperators === 'sheets' || filling)
    return { sheets: await readOperatorSheets(kernel, scheme), performances: [], candidates: [], languages: [] }
  await holdDesignations(tx, scheme)
  return operatorsKnown(house, kernel, { scheme, case: id, today })
}

/** All that a ranking knows: sheets, what each has in hand and how fast it was, where offices are, the person's languages. */
export async function operatorsKnown(
  { editions }: Pick<House, 'editions'>,
  tx: Transaction,
  { scheme, case: id, today }: Asked,
): Promise<OperatorsKnown> {
  const [sheets, performances, cases, offices, languages] = await Promise.all([
    readOperatorSheets(tx, scheme),
    readPerformance(tx, scheme, today),
    readContractCases(tx, scheme),
    readOffices(tx),
    readLanguages(tx, id),
  ])
  const operators = new Set(editions.offices(scheme)['adviser'])
  return {
    sheets: sheets.map((sheet) => ownInterests(sheet, id)),
    performances,
    candidates: offices
      .filter(({ office }) => operators.has(office))
      .map(({ office, region }) => ({ office, region, cases: cases.get(office) ?? 0 })),
    languages,
  }
}

/** What an operator declared about other cases is no matter of this one. */
function ownInterests(sheet: OperatorSheet, id: string): OperatorSheet {
  return { ...sheet, interests: sheet.interests.filter((each) => each.case === null || each.case === id) }
}

/**
 * What an operator's contract does not allow (`contractRefusal`), whichever command would do it. Most acts take nothing
 * of a contract and ask nothing; for the others the designations of the scheme are held until the transaction ends.
 */
export async function contractsRefusal(
  { house, tx }: Pick<JudgeInput, 'house' | 'tx'>,
  before: CaseState,
  after: CaseState,
): Promise<Refusal | undefined> {
  if (!mayTakeOtherwise(before, after)) return undefined
  const { scheme, case: id } = after
  const [had, has] = [before, after].map((state) => {
    const running = house.editions.find(state.scheme, state.edition)
    return running && state.designations ? operatorCasesOf(state, running) : []
  }) as [Rows, Rows]
  const touched = operatorsTouched(had, has)
  if (touched.length === 0) return undefined
  const kernel = asKernelReads(tx)
  await holdDesignations(tx, scheme)
  const sheets = await readOperatorSheets(kernel, scheme)
  const currency = house.editions.find(scheme, after.edition)?.scheme.currency ?? ''
  for (const sheet of sheets.filter(({ office, contract }) => contract && touched.includes(office))) {
    const others = await readUseByOthers(kernel, { scheme, office: sheet.office, besides: id })
    const refusal = contractRefusal({ before: had, after: has, sheet, others, currency })
    if (refusal) return refusal
  }
  return undefined
}

type Rows = ReturnType<typeof operatorCasesOf>

/** Nearly every act leaves all that contracts count as it was: then nothing is computed. */
function mayTakeOtherwise(before: CaseState, after: CaseState): boolean {
  const { designations = [] } = after
  if (designations.length === 0) return false
  const isSame =
    before.designations === designations &&
    before.aid === after.aid &&
    before.status === after.status &&
    before.edition === after.edition
  // Of an operator that has left, a contract counts what was done in its time.
  return !isSame || (before.done !== after.done && designations.some(({ endedOn }) => endedOn !== null))
}

/**
 * The ranked proposal for a case, for the office that answers for it. Refusals: `not-found`, `office-may-not`. What it
 * tells of other offices is what a coordinator of the scheme may know of its operators, never of their cases.
 */
export async function proposalFor(
  house: Pick<House, 'editions' | 'clock'>,
  tx: Transaction,
  { office }: Actor,
  id: string,
): Promise<Outcome<OperatorsAnswer>> {
  const state = await readCaseState(tx, id)
  const running = state && house.editions.find(state.scheme, state.edition)
  if (!state || !running) return refuse('not-found')
  if (state.custody.office !== office) return refuse('office-may-not', { office })
  const today = house.clock.today()
  const kernel = asKernelReads(tx)
  const [known, standings] = await Promise.all([
    operatorsKnown(house, kernel, { scheme: state.scheme, case: id, today }),
    readStandings(kernel, state.scheme),
  ])
  const question = questionOf(state, running, known, { today })
  return accept({ today, proposal: rankOperators(question, known.sheets, known.performances), known, standings })
}
