import type { CaseState } from './state.ts'

/** Which offices play which role in a scheme (operators, committee, finance, programme), by role. */
export type SchemeOffices = Readonly<Record<string, readonly string[]>>

export type AccessReason = 'custody' | 'offered' | 'former' | 'operator' | 'committee' | 'finance' | 'programme'

/**
 * The offices that see a case, and why: the one that answers for it, the one it was offered to, those that had it
 * before, the operator, the committee once a file was handed to it, finance once money was granted, and the scheme's owner.
 */
export function accessOf(
  state: CaseState,
  offices: SchemeOffices,
): readonly { readonly office: string; readonly reason: AccessReason }[] {
  const of = (reason: AccessReason, list: readonly (string | null | undefined)[]) =>
    list.filter((office) => office != null).map((office) => ({ office, reason }))
  const reachedCommittee = state.submission !== null || state.decisions.length > 0
  const committee = ['committee-secretary', 'committee-chair', 'committee-member'].flatMap(
    (role) => offices[role] ?? [],
  )
  const finance = ['finance-officer', 'payment-approver'].flatMap((role) => offices[role] ?? [])
  const entries = [
    ...of('custody', [state.custody.office]),
    ...of('offered', [state.custody.offeredTo]),
    ...of('former', state.formerOffices),
    ...of('operator', [state.operator?.office]),
    ...(reachedCommittee ? of('committee', committee) : []),
    ...(state.award ? of('finance', finance) : []),
    ...of('programme', offices['programme-manager'] ?? []),
  ]
  return [...new Map(entries.map((entry) => [`${entry.office} ${entry.reason}`, entry])).values()]
}
