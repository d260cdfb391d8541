import type { CaseState } from './state.ts'

/** Which offices play which role in a scheme (operators, committee, finance, programme), by role. */
export type SchemeOffices = Readonly<Record<string, readonly string[]>>

export type AccessReason =
  | 'custody'
  | 'offered'
  | 'former'
  | 'operator'
  | 'asked'
  | 'committee'
  | 'finance'
  | 'programme'

/**
 * The offices that see a case, and why: the one that answers for it, the one it was offered to, those that had it
 * before, the operator (only asked until it accepts: then it sees a packet, not the file), the committee once a file was handed to it, finance once money was granted, and the scheme's owner.
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
    ...of('operator', [state.operator?.accepted ? state.operator.office : null]),
    ...(reachedCommittee ? of('committee', committee) : []),
    ...(state.award ? of('finance', finance) : []),
    ...of('programme', offices['programme-manager'] ?? []),
  ]
  const asked = state.operator?.accepted === false ? state.operator.office : undefined
  const isInAnyway = entries.some(({ office }) => office === asked)
  const all = isInAnyway ? entries : [...entries, ...of('asked', [asked])]
  return [...new Map(all.map((entry) => [`${entry.office} ${entry.reason}`, entry])).values()]
}

/** Whether an office is only asked to take the case on. */
export function isOnlyAsked(state: CaseState, offices: SchemeOffices, office: string): boolean {
  if (state.operator?.accepted !== false || state.operator.office !== office) return false
  return accessOf(state, offices).some((each) => each.office === office && each.reason === 'asked')
}
