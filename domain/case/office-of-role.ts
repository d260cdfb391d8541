import type { Role } from '../role.ts'
import type { CaseState } from './state.ts'

/** Which office a role works from on a case. A new role does not compile until it is placed here. */
const officeOfRole: Readonly<Record<Role, 'custody' | 'operator' | 'scheme'>> = {
  counsellor: 'custody',
  coordinator: 'custody',
  adviser: 'operator',
  'committee-member': 'scheme',
  'committee-secretary': 'scheme',
  'committee-chair': 'scheme',
  'finance-officer': 'scheme',
  'payment-approver': 'scheme',
  'employment-adviser': 'custody',
  provider: 'scheme',
  'programme-manager': 'scheme',
  evaluator: 'scheme',
  funder: 'scheme',
  administrator: 'scheme',
  'data-protection-officer': 'scheme',
  system: 'custody',
}

/**
 * The office that answers for what a role owes on this case; null = the scheme's own. The operator's work falls back
 * on the office with custody as long as no operator is named, so that nothing is ever owed by nobody.
 */
export function officeFor(role: Role, state: CaseState): string | null {
  const which = officeOfRole[role]
  if (which === 'scheme') return null
  return which === 'operator' ? (state.operator?.office ?? state.custody.office) : state.custody.office
}

/** Whether the role is played by an office of the scheme (committee, finance, programme), whoever has custody. */
export function worksForScheme(role: Role): boolean {
  return officeOfRole[role] === 'scheme'
}
