/** Who can be asked to sign a paper of a case: the person, the operator, the office that answers for the case. */
export const parties = ['beneficiary', 'operator', 'office'] as const
export type Party = (typeof parties)[number]
