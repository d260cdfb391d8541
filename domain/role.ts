/** What a person is in an office. `system` is the worker, which acts by the same commands as everyone. */
export const roles = [
  'counsellor',
  'coordinator',
  'adviser',
  'committee-member',
  'committee-secretary',
  'committee-chair',
  'finance-officer',
  'payment-approver',
  'employment-adviser',
  'provider',
  'programme-manager',
  'evaluator',
  'funder',
  'administrator',
  'data-protection-officer',
  'system',
] as const

export type Role = (typeof roles)[number]

/** Roles that read the figures of a whole scheme, whether or not they open a person's file. */
export const figureRoles = ['programme-manager', 'funder', 'evaluator'] as const satisfies readonly Role[]

/** Who acts: one person, in one role, for one office. Ids only. */
export type Actor = { readonly user: string; readonly role: Role; readonly office: string }
