import { asKernelReads, holdDesignations, readContractCases, readLanguages } from '#db/designations.ts'
import type { Transaction } from '#db/connect.ts'
import { readOffices } from '#db/reads/editions.ts'
import { readOperatorSheets, readPerformance } from '#db/reads/operator.ts'
import type { CaseCommand } from '#domain/case/decide.ts'
import type { CaseState } from '#domain/case/state.ts'
import type { OperatorsKnown } from '#domain/designation/question.ts'
import type { OperatorSheet } from '#domain/operator/sheet.ts'

import type { House } from './house.ts'
import type { JudgeInput } from './judge.ts'

type Asked = { readonly scheme: string; readonly case: string; readonly today: string }

/**
 * What a command must know of the operators of the case's scheme. Whoever designates holds the designations of the
 * scheme until the transaction ends, so that two at once cannot both give an operator's last place.
 */
export async function operatorsFor(
  { house, tx, today }: Pick<JudgeInput, 'house' | 'tx' | 'today'>,
  { looksAtOperators, kind }: CaseCommand,
  { scheme, case: id }: CaseState,
): Promise<OperatorsKnown | undefined> {
  if (looksAtOperators === undefined || kind === 'opens') return undefined
  const kernel = asKernelReads(tx)
  if (looksAtOperators === 'sheets')
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
